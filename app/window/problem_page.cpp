#include "problem_page.h"

#include "../language.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace il::app {

ProblemPage::ProblemPage(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_text(new QPlainTextEdit(this))
{
    setObjectName("problemPage");
    m_title->setObjectName("problemTitle");
    m_title->setWordWrap(true);
    m_text->setObjectName("problem");
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap); // a caret has to stay below its place
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_text);
}

void ProblemPage::setLook(const Look& look)
{
    m_look = look;
    fill();
}

void ProblemPage::show(const QString& subject, const Diagnostics& problems)
{
    m_subject = subject;
    m_problems = problems;
    fill();
}

void ProblemPage::fill()
{
    const auto count = static_cast<int>(m_problems.size());
    m_title->setText(tr("%1 can't be shown: %n problem(s)", nullptr, count).arg(m_subject));
    m_text->setAccessibleName(tr("What is wrong"));
    std::string text;
    for (const script::Diagnostic& problem : m_problems)
        text += script::render(problem, localeOf(m_look.language)) + '\n';
    m_text->setPlainText(QString::fromStdString(text));
}

void ProblemPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace il::app
