// The row above the stage: which picture of the run, and which of the lesson's scripts.
#pragma once

#include "../run.h"
#include "look.h"

#include <QButtonGroup>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace il::app {

class PanelTabs : public QWidget {
    Q_OBJECT

public:
    explicit PanelTabs(QWidget* parent = nullptr);

    void setLesson(const LessonPtr& lesson, std::size_t script);
    void setPanel(const std::string& id);
    void setRun(const RunPtr& run); ///< panels that have nothing to show for it say so in their tooltip
    void setLook(const Look& look);

signals:
    void panelChosen(const QString& id);
    void scriptChosen(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makePanelButtons();
    void retranslate();

    RunPtr m_run;
    LessonPtr m_lesson;
    Look m_look;
    QHBoxLayout* m_scripts;
    QButtonGroup m_panelButtons, m_scriptButtons;
};

} // namespace il::app
