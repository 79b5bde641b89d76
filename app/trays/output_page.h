// What the program has printed up to the moment shown, below the stage.
#pragma once

#include "../run.h"
#include "look.h"

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace il::app {

class OutputTray : public QWidget {
    Q_OBJECT

public:
    explicit OutputTray(QWidget* parent = nullptr);
    void setRun(const RunPtr& run);
    void setLook(const Look& look);
    void showStep(std::size_t step);
    void setOpen(bool open);
    bool isOpen() const;

signals:
    void toggled(bool open); ///< by the user

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void append(const QString& text, const QColor& color);
    QString ending() const;

    RunPtr m_run;
    Look m_look;
    std::size_t m_step = 0;
    std::size_t m_shown = 0; ///< pieces of output
    bool m_endingShown = false;
    QToolButton* m_heading;
    QPlainTextEdit* m_text;
};

} // namespace il::app
