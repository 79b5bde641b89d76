// The row above the stage: which picture of the run, and which of the lesson's scripts.
#pragma once

#include "../run.h"
#include "look.h"

#include <QButtonGroup>
#include <QWidget>

class QPushButton;

namespace il::app {

class FlowLayout;

class PanelTabs : public QWidget {
    Q_OBJECT

public:
    explicit PanelTabs(QWidget* parent = nullptr);

    void setLesson(const LessonPtr& lesson, std::size_t script);
    /// Shows which panel and which of its variants is on the stage.
    void setPanel(const std::string& id, const std::string& variant);
    void setRun(const RunPtr& run); ///< panels that have nothing to show for it say so in their tooltip
    void setLook(const Look& look);

signals:
    void panelChosen(const QString& id);
    void variantAsked(); ///< for the panel's next variant
    void scriptChosen(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makePanelButtons();
    void retranslate();

    RunPtr m_run;
    LessonPtr m_lesson;
    Look m_look;
    std::string m_panel, m_variant;
    QPushButton* m_next; ///< names the variant that it leads to
    FlowLayout* m_row;   ///< panels, the variant, scripts; wraps in a narrow window
    QButtonGroup m_panelButtons, m_scriptButtons;
};

} // namespace il::app
