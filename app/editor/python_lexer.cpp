#include "python_lexer.h"

namespace il::app {
using scene::legible;
using scene::mixed;

namespace {

constexpr int styles = QsciLexerPython::TripleDoubleQuotedFString + 1;

QColor colourOf(int style, const scene::Theme& theme)
{
    const auto part = [&theme](const QColor& colour) {
        return legible(mixed(theme.ink, colour, 0.75), theme.surface, 4.6);
    };
    switch (style) {
    case QsciLexerPython::Keyword:
        return part(theme.accent);
    case QsciLexerPython::Number:
        return part(theme.gold);
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock:
        return legible(theme.ink2, theme.surface, 4.6);
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::UnclosedString:
    case QsciLexerPython::SingleQuotedFString:
    case QsciLexerPython::DoubleQuotedFString:
    case QsciLexerPython::TripleSingleQuotedFString:
    case QsciLexerPython::TripleDoubleQuotedFString:
        return part(theme.good);
    default:
        return theme.ink;
    }
}

} // namespace

PythonLexer::PythonLexer(QObject* parent) : QsciLexerPython(parent) {}

void PythonLexer::setTheme(const scene::Theme& theme, const QFont& font)
{
    setDefaultColor(theme.ink);
    setDefaultPaper(theme.surface);
    setDefaultFont(font);
    setFont(font);
    setPaper(theme.surface);
    for (int style = 0; style < styles; ++style) {
        setColor(colourOf(style, theme), style);
        setEolFill(false, style);
    }
}

const char* PythonLexer::keywords(int set) const
{
    return set != 1 ? nullptr
                    : "False None True and as assert async await break class continue def del elif else "
                      "except finally for from global if import in is lambda nonlocal not or pass raise "
                      "return try while with yield";
}

} // namespace il::app
