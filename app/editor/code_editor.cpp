#include "code_editor.h"

#include "../language.h"
#include "python_lexer.h"

#include <Qsci/qscicommandset.h>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

enum Margin { Numbers, Marks, Gap };
constexpr int fontSize = 12; ///< points; Scintilla has no pixels
constexpr int marksWidth = 16, gapWidth = 6;

QFont codeFont()
{
    // Scintilla takes one family; what that one lacks comes from its substitutes.
    const QStringList families = codeFamilies();
    if (QFont::substitutes(families.front()).isEmpty())
        QFont::insertSubstitutions(families.front(), families.mid(1));
    QFont font(families.front(), fontSize);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QsciScintilla::EolMode lineEndsOf(const QString& text)
{
    const qsizetype first = text.indexOf(u'\n');
    return first > 0 && text[first - 1] == u'\r' ? QsciScintilla::EolWindows : QsciScintilla::EolUnix;
}

} // namespace

CodeEditor::CodeEditor(QWidget* parent) : QsciScintilla(parent), m_lexer(new PythonLexer(this))
{
    setObjectName("codeEditor");
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setLexer(m_lexer);
    setIndentationsUseTabs(false);
    setTabWidth(4);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setCaretWidth(2);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setUpMargins();
    setUpKeys();
    connect(this, &QsciScintillaBase::SCN_FOCUSIN, this, [this] { emit focusChanged(true); });
    connect(this, &QsciScintillaBase::SCN_FOCUSOUT, this, [this] { emit focusChanged(false); });
    connect(this, &QsciScintilla::linesChanged, this,
            [this] { setMarginWidth(Numbers, u"0"_s.repeated(QString::number(lines()).size() + 2)); });
}

void CodeEditor::setUpMargins()
{
    setMarginType(Numbers, NumberMargin);
    setMarginType(Marks, SymbolMargin);
    setMarginType(Gap, SymbolMargin);
    setMarginWidth(Numbers, u"000"_s);
    setMarginWidth(Marks, marksWidth);
    setMarginWidth(Gap, gapWidth);
    setMarginMarkerMask(Numbers, 0);
    setMarginMarkerMask(Marks, 1 << problemMarker);
    setMarginMarkerMask(Gap, 0);
    markerDefine(QsciScintilla::Circle, problemMarker);
    indicatorDefine(QsciScintilla::SquiggleIndicator, problemIndicator);
}

/// Scintilla has keys of its own for what the window's actions do.
void CodeEditor::setUpKeys()
{
    for (const int key :
         {int(Qt::CTRL) | Qt::Key_T, int(Qt::CTRL) | Qt::Key_Slash, int(Qt::CTRL) | Qt::Key_Return})
        if (QsciCommand* command = standardCommands()->boundTo(key))
            command->setKey(0);
}

void CodeEditor::setLook(const Look& look)
{
    m_look = look;
    setColours();
    showProblems(Diagnostics(m_problems));
}

void CodeEditor::setColours()
{
    const scene::Theme& theme = m_look.colours();
    const QFont font = codeFont();
    m_lexer->setTheme(theme, font);
    setMarginsFont(font);
    setMarginsBackgroundColor(theme.surface);
    setMarginsForegroundColor(scene::legible(theme.ink2, theme.surface, 4.6));
    setCaretForegroundColor(theme.ink);
    setCaretLineBackgroundColor(theme.soft);
    setSelectionBackgroundColor(theme.accent);
    setSelectionForegroundColor(theme.on(theme.accent));
    setMatchedBraceBackgroundColor(theme.tint(theme.accent));
    setMatchedBraceForegroundColor(theme.readable(theme.accent));
    setUnmatchedBraceBackgroundColor(theme.surface);
    setUnmatchedBraceForegroundColor(theme.readable(theme.bad));
    setMarkerBackgroundColor(theme.mark(theme.bad), problemMarker);
    setMarkerForegroundColor(theme.mark(theme.bad), problemMarker);
    setIndicatorForegroundColor(theme.mark(theme.bad), problemIndicator);
}

void CodeEditor::setScript(const QString& text)
{
    setEolMode(lineEndsOf(text));
    setText(text);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setModified(false);
    showProblems({});
}

void CodeEditor::replaceScript(const QString& text)
{
    int line = 0, index = 0;
    getCursorPosition(&line, &index);
    const int top = firstVisibleLine();
    beginUndoAction();
    selectAll();
    replaceSelectedText(text);
    endUndoAction();
    setCursorPosition(std::min(line, lines() - 1), index);
    setFirstVisibleLine(top);
}

void CodeEditor::showProblems(const Diagnostics& problems)
{
    m_problems = problems;
    markerDeleteAll(problemMarker);
    clearIndicatorRange(0, 0, lines(), 0, problemIndicator);
    for (const script::Diagnostic& problem : m_problems)
        showProblem(problem);
}

int CodeEditor::lengthOf(int line) const
{
    const long begin = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line));
    return static_cast<int>(SendScintilla(SCI_COUNTCHARACTERS, static_cast<unsigned long>(begin), end));
}

void CodeEditor::showProblem(const script::Diagnostic& problem)
{
    const int line = std::clamp(problem.line - 1, 0, lines() - 1);
    markerAdd(line, problemMarker);
    const int length = lengthOf(line);
    if (length == 0)
        return;
    // What lies behind the line's end (a bracket is missing there) marks the last character.
    const int from = std::clamp(problem.column - 1, 0, length - 1);
    const int to = std::clamp(problem.endColumn - 1, from + 1, length);
    fillIndicatorRange(line, from, line, to, problemIndicator);
}

void CodeEditor::goTo(const script::Diagnostic& problem)
{
    const int line = std::clamp(problem.line - 1, 0, lines() - 1);
    setCursorPosition(line, std::max(0, problem.column - 1));
    ensureLineVisible(line);
    setFocus();
}

void CodeEditor::goToNextProblem()
{
    if (m_problems.empty())
        return;
    int line = 0, index = 0;
    getCursorPosition(&line, &index);
    const auto behind = [line, index](const script::Diagnostic& problem) {
        return std::pair(problem.line - 1, problem.column - 1) > std::pair(line, index);
    };
    const auto next = std::find_if(m_problems.begin(), m_problems.end(), behind);
    goTo(next != m_problems.end() ? *next : m_problems.front());
}

void CodeEditor::toggleComment()
{
    int first = 0, last = 0, from = 0, to = 0;
    getSelection(&first, &from, &last, &to);
    if (first < 0)
        getCursorPosition(&first, &from), last = first;
    else if (to == 0 && last > first)
        --last;
    std::vector<int> filled;
    for (int line = first; line <= last; ++line)
        if (!text(line).trimmed().isEmpty())
            filled.push_back(line);
    const auto indentOf = [this](int line) {
        const QString content = text(line);
        const auto sign = std::find_if(content.begin(), content.end(), [](QChar c) { return !c.isSpace(); });
        return static_cast<int>(sign - content.begin());
    };
    const bool all = std::all_of(filled.begin(), filled.end(),
                                 [this](int line) { return text(line).trimmed().startsWith(u'#'); });
    int column = filled.empty() ? 0 : indentOf(filled.front());
    for (const int line : filled)
        column = std::min(column, indentOf(line));
    beginUndoAction();
    for (const int line : filled) {
        if (!all) {
            insertAt(u"# "_s, line, column);
            continue;
        }
        const int sign = indentOf(line);
        setSelection(line, sign, line, sign + (text(line).mid(sign + 1, 1) == u" " ? 2 : 1));
        removeSelectedText();
    }
    endUndoAction();
    if (last > first)
        setSelection(first, 0, last, lengthOf(last));
}

void CodeEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !isListActive() && !isCallTipActive())
        return emit left();
    const bool tab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (tab && event->modifiers().testFlag(Qt::ControlModifier)) {
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): Scintilla's own keeps every Tab
        QAbstractScrollArea::focusNextPrevChild(!event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    // What the next line's indentation is judged by is coloured only when it is painted.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        SendScintilla(SCI_COLOURISE, static_cast<unsigned long>(SendScintilla(SCI_GETENDSTYLED)),
                      SendScintilla(SCI_GETCURRENTPOS));
    QsciScintilla::keyPressEvent(event);
}

const script::Diagnostic* CodeEditor::problemAt(const QPoint& place) const
{
    const int line = lineAt(place);
    const auto found = std::find_if(m_problems.begin(), m_problems.end(), [line](const auto& problem) {
        return std::max(problem.line, 1) - 1 == line;
    });
    return found == m_problems.end() ? nullptr : &*found;
}

bool CodeEditor::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QsciScintilla::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event); // NOLINT(*-static-cast-downcast): the type says so
    if (const script::Diagnostic* problem = problemAt(help->pos()))
        QToolTip::showText(help->globalPos(),
                           QString::fromStdString(script::message(*problem, localeOf(m_look.language))),
                           this);
    else
        QToolTip::hideText();
    return true;
}

void CodeEditor::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const auto add = [&menu, this](const QString& text, bool possible, auto does) {
        QAction* action = menu.addAction(text);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, does);
    };
    add(tr("&Undo"), isUndoAvailable(), &QsciScintilla::undo);
    add(tr("&Redo"), isRedoAvailable(), &QsciScintilla::redo);
    menu.addSeparator();
    add(tr("Cu&t"), hasSelectedText(), &QsciScintilla::cut);
    add(tr("&Copy"), hasSelectedText(), &QsciScintilla::copy);
    add(tr("&Paste"), SendScintilla(SCI_CANPASTE) != 0, &QsciScintilla::paste);
    menu.addSeparator();
    add(tr("Select &all"), length() > 0, [this] { selectAll(); });
    add(tr("C&omment or uncomment lines"), true, [this] { toggleComment(); });
    menu.exec(event->globalPos());
}

} // namespace il::app
