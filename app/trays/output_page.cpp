#include "output_page.h"

#include "../ending.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
namespace {

constexpr std::size_t mostPieces = 20'000; ///< of output that are shown; a run may print millions

} // namespace

OutputPage::OutputPage(QWidget* parent) : TrayPage(parent), m_text(new QPlainTextEdit(this))
{
    setObjectName("outputPage");
    m_text->setObjectName("output");
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setMaximumBlockCount(10'000);
    m_text->setMinimumHeight(40);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    retranslate();
}

void OutputPage::takeFocus()
{
    m_text->setFocus();
}

void OutputPage::showMoment(const Moment& moment)
{
    showStep(moment.step);
}

void OutputPage::setRun(const RunPtr& run)
{
    m_run = run;
    m_text->clear();
    m_shown = 0;
    m_endingShown = false;
    m_step = 0;
    retranslate();
}

void OutputPage::setLook(const Look& look)
{
    m_look = look;
    const std::size_t step = m_step;
    setRun(m_run);
    showStep(step);
}

void OutputPage::append(const QString& text, const QColor& color)
{
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(color);
    cursor.insertText(text, format);
}

/// How the run ended, for people; empty when it just finished.
QString OutputPage::ending() const
{
    const machine::Result& result = m_run->result;
    if (result.reason == trace::EndReason::Finished)
        return result.exitStatus == 0 ? QString() : tr("Exit status %1").arg(result.exitStatus);
    return app::ending(*m_run);
}

void OutputPage::showStep(std::size_t step)
{
    m_step = step;
    if (m_run == nullptr)
        return;
    const auto& output = m_run->output;
    const auto later =
        std::upper_bound(output.begin(), output.end(), step,
                         [](std::size_t now, const OutputPiece& piece) { return now < piece.step; });
    const auto wanted = std::min(static_cast<std::size_t>(later - output.begin()), mostPieces);
    const QString end = step + 1 >= m_run->trace().steps().size() ? ending() : QString();
    if (wanted < m_shown || (m_endingShown && end.isEmpty())) {
        m_text->clear();
        m_shown = 0;
        m_endingShown = false;
    }
    const scene::Theme& theme = m_look.colours();
    for (; m_shown < wanted; ++m_shown)
        append(output[m_shown].text, output[m_shown].isError ? theme.readable(theme.bad) : theme.ink);
    if (!end.isEmpty() && !m_endingShown) {
        append((m_text->toPlainText().isEmpty() || m_text->toPlainText().endsWith('\n') ? "" : "\n") + end,
               theme.readable(theme.bad));
        m_endingShown = true;
    }
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void OutputPage::retranslate()
{
    m_text->setAccessibleName(tr("The program's output so far"));
    m_text->setPlaceholderText(tr("Nothing printed yet."));
}

} // namespace il::app
