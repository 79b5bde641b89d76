#include "editor_page.h"

#include "../language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

EditorPage::EditorPage(QWidget* parent)
    : QWidget(parent), m_frame(new QFrame(this)), m_editor(new CodeEditor(m_frame)), m_checker([this] {
          return Checker::Source{m_editor->text(), m_name};
      })
{
    setObjectName("editorPage");
    m_frame->setObjectName("codeFrame");
    auto* inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(4, 6, 4, 4);
    inside->addWidget(m_editor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeHeader());
    column->addWidget(m_frame, 1);
    column->addLayout(makeFooter());
    setFocusProxy(m_editor);
    connect(m_editor, &QsciScintilla::textChanged, &m_checker, &Checker::textChanged);
    connect(m_editor, &QsciScintilla::modificationChanged, this, &EditorPage::showName);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &EditorPage::showPlace);
    connect(m_editor, &CodeEditor::left, this, &EditorPage::stageAsked);
    connect(m_editor, &CodeEditor::focusChanged, this, [this](bool has) {
        m_frame->setProperty("focused", has);
        m_frame->style()->unpolish(m_frame);
        m_frame->style()->polish(m_frame);
    });
    connect(&m_checker, &Checker::checked, this, [this] {
        m_editor->showProblems(m_checker.problems());
        showState();
    });
    retranslate();
}

QLayout* EditorPage::makeHeader()
{
    m_title = new QLabel(this);
    m_where = new QLabel(this);
    m_examples = new QPushButton(this);
    m_run = new QPushButton(this);
    m_title->setObjectName("scriptName");
    m_where->setObjectName("scriptFolder");
    m_where->setMinimumWidth(0);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_examples->setObjectName("examples");
    m_run->setObjectName("runScript");
    connect(m_run, &QPushButton::clicked, this, &EditorPage::runAsked);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_where, 1);
    row->addWidget(m_examples);
    row->addWidget(m_run);
    return row;
}

QLayout* EditorPage::makeFooter()
{
    m_state = new QLabel(this);
    m_place = new QLabel(this);
    m_next = new QPushButton(this);
    m_state->setObjectName("scriptState");
    m_state->setWordWrap(true);
    m_place->setObjectName("caretPlace");
    m_next->setObjectName("nextProblemButton");
    connect(m_next, &QPushButton::clicked, m_editor, &CodeEditor::goToNextProblem);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_state, 1);
    row->addWidget(m_next);
    row->addWidget(m_place);
    return row;
}

void EditorPage::setLook(const Look& look)
{
    m_look = look;
    m_editor->setLook(look);
    retranslate();
}

void EditorPage::setName(const QString& name, const QString& folder)
{
    m_name = name;
    m_folder = folder;
    showName();
}

void EditorPage::setExamples(QMenu* menu)
{
    m_examples->setMenu(menu);
}

void EditorPage::retranslate()
{
    m_examples->setText(tr("Examples"));
    m_examples->setAccessibleName(tr("Start from an example"));
    m_run->setText(tr("Run  Ctrl+Enter"));
    m_run->setAccessibleName(tr("Run the script"));
    m_next->setText(tr("Next problem  F8"));
    showName();
    showState();
    showPlace();
}

void EditorPage::showName()
{
    m_title->setText(m_editor->isModified() ? tr("%1 (not saved)").arg(m_name) : m_name);
    m_where->setText(m_folder);
    m_where->setToolTip(m_folder);
    m_editor->setAccessibleName(tr("Script %1").arg(m_title->text()));
}

void EditorPage::showState()
{
    const Diagnostics& problems = m_checker.problems();
    m_next->setVisible(!problems.empty());
    m_state->setProperty("kind", problems.empty() ? "heading" : "wrong");
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
    if (problems.empty())
        return m_state->setText(m_checker.lesson() != nullptr ? tr("Nothing is wrong with it.") : QString());
    const script::Diagnostic& first = problems.front();
    QString text = QString::fromStdString(script::message(first, localeOf(m_look.language)));
    if (first.line > 0)
        text = tr("Line %1: %2").arg(first.line).arg(text);
    if (problems.size() > 1)
        text = tr("%1 (and %2 more)").arg(text).arg(problems.size() - 1);
    m_state->setText(text);
}

void EditorPage::showPlace()
{
    int line = 0, index = 0;
    m_editor->getCursorPosition(&line, &index);
    m_place->setText(tr("Line %1, column %2").arg(line + 1).arg(index + 1));
}

void EditorPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace il::app
