#include "output_tray.h"

#include "../ending.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
namespace {

constexpr std::size_t mostPieces = 20'000; ///< of output that are shown; a run may print millions

} // namespace

OutputTray::OutputTray(QWidget* parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_text(new QPlainTextEdit(this))
{
    setObjectName("tray");
    setAttribute(Qt::WA_StyledBackground);
    m_heading->setObjectName("trayToggle");
    m_heading->setProperty("kind", "heading");
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_text->setObjectName("output");
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setMaximumBlockCount(10'000);
    m_text->setMinimumHeight(40);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_heading, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    connect(m_heading, &QToolButton::clicked, this, [this](bool open) {
        setOpen(open);
        emit toggled(open);
    });
    retranslate();
    setOpen(true);
}

void OutputTray::setOpen(bool open)
{
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(open);
    setFixedHeight(open ? 128 : 40);
}

bool OutputTray::isOpen() const
{
    return m_heading->isChecked();
}

void OutputTray::setRun(const RunPtr& run)
{
    m_run = run;
    m_text->clear();
    m_shown = 0;
    m_endingShown = false;
    m_step = 0;
    retranslate();
}

void OutputTray::setLook(const Look& look)
{
    m_look = look;
    const std::size_t step = m_step;
    setRun(m_run);
    showStep(step);
}

void OutputTray::append(const QString& text, const QColor& color)
{
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(color);
    cursor.insertText(text, format);
}

/// How the run ended, for people; empty when it just finished.
QString OutputTray::ending() const
{
    const machine::Result& result = m_run->result;
    if (result.reason == trace::EndReason::Finished)
        return result.exitStatus == 0 ? QString() : tr("Exit status %1").arg(result.exitStatus);
    return app::ending(*m_run);
}

void OutputTray::showStep(std::size_t step)
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

void OutputTray::retranslate()
{
    m_heading->setText(tr("Output"));
    m_heading->setAccessibleName(tr("Show or hide the program's output"));
    m_text->setAccessibleName(tr("The program's output so far"));
    m_text->setPlaceholderText(tr("Nothing printed yet."));
}

void OutputTray::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setLook(m_look);
    QWidget::changeEvent(event);
}

} // namespace il::app
