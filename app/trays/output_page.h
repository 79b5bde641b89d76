// What the program has printed up to the moment shown.
#pragma once

#include "tray_page.h"

class QPlainTextEdit;

namespace il::app {

class OutputPage : public TrayPage {
    Q_OBJECT

public:
    explicit OutputPage(QWidget* parent = nullptr);
    void setRun(const RunPtr& run) override;
    void setLook(const Look& look) override;
    void showMoment(const Moment& moment) override;
    void takeFocus() override;

private:
    void retranslate();
    void showStep(std::size_t step);
    void append(const QString& text, const QColor& color);
    QString ending() const;

    RunPtr m_run;
    Look m_look;
    std::size_t m_step = 0;
    std::size_t m_shown = 0; ///< pieces of output
    bool m_endingShown = false;
    QPlainTextEdit* m_text;
};

} // namespace il::app
