#include "scene/highlight.h"

#include <QSet>

namespace il::scene {
namespace {

bool isKeyword(const QString& word)
{
    // Python 3.11, "Keywords" in the language reference, without the soft ones.
    static const QSet<QString> keywords = [] {
        QSet<QString> set;
        for (const char* k :
             {"False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
              "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
              "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
              "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"})
            set.insert(QString::fromLatin1(k));
        return set;
    }();
    return keywords.contains(word);
}

bool isOperator(QChar c)
{
    return QStringLiteral("=!<>-*/:+|&%~^.").contains(c);
}

bool startsString(const QString& line, qsizetype at, qsizetype& quote)
{
    static const QString prefixes = QStringLiteral("rRbBuUfF");
    for (quote = at; quote < at + 3 && quote < line.size(); ++quote) {
        if (line[quote] == QLatin1Char('"') || line[quote] == QLatin1Char('\''))
            return true;
        if (!prefixes.contains(line[quote]))
            return false;
    }
    return false;
}

class Highlighter {
public:
    std::vector<CodeRun> line(const QString& text)
    {
        m_runs.clear();
        m_line = &text;
        qsizetype at = 0;
        if (!m_openQuote.isEmpty())
            at = closeString(0, 0);
        while (at < text.size())
            at = next(at);
        return std::move(m_runs);
    }

private:
    qsizetype next(qsizetype at)
    {
        const QChar c = (*m_line)[at];
        qsizetype quote = at;
        if (c.isSpace())
            return at + 1;
        if (c == QLatin1Char('#'))
            return add(at, m_line->size(), TokenKind::Comment);
        if (startsString(*m_line, at, quote))
            return openString(at, quote);
        if (c.isDigit())
            return add(at, endOfWord(at, true), TokenKind::Number);
        if (c.isLetter() || c == QLatin1Char('_')) {
            const qsizetype end = endOfWord(at, false);
            return add(at, end, isKeyword(m_line->mid(at, end - at)) ? TokenKind::Keyword : TokenKind::Plain);
        }
        return add(at, at + (c.isHighSurrogate() && at + 1 < m_line->size() ? 2 : 1), TokenKind::Plain);
    }

    qsizetype endOfWord(qsizetype at, bool number) const
    {
        while (at < m_line->size()) {
            const QChar c = (*m_line)[at];
            if (!c.isLetterOrNumber() && c != QLatin1Char('_') && !(number && c == QLatin1Char('.')))
                break;
            ++at;
        }
        return at;
    }

    qsizetype openString(qsizetype at, qsizetype quote)
    {
        const QChar mark = (*m_line)[quote];
        const QString triple(3, mark);
        const bool isTriple = QStringView(*m_line).mid(quote).startsWith(triple);
        m_openQuote = isTriple ? triple : QString(mark);
        return closeString(at, quote + m_openQuote.size());
    }

    /// The string began (in this line) at `start`; looks for its end from `from` on.
    qsizetype closeString(qsizetype start, qsizetype from)
    {
        for (qsizetype at = from; at < m_line->size(); ++at) {
            if ((*m_line)[at] == QLatin1Char('\\')) {
                ++at;
                continue;
            }
            if (QStringView(*m_line).mid(at).startsWith(m_openQuote)) {
                const qsizetype end = at + m_openQuote.size();
                m_openQuote.clear();
                return add(start, end, TokenKind::Text);
            }
        }
        if (m_openQuote.size() == 1)
            m_openQuote.clear(); // an unfinished string ends with its line
        return add(start, m_line->size(), TokenKind::Text);
    }

    /// Neighbours of one kind become one run, with the spaces between them.
    qsizetype add(qsizetype start, qsizetype end, TokenKind kind)
    {
        if (end <= start)
            return end;
        if (!m_runs.empty() && m_runs.back().kind == kind && kind == TokenKind::Plain && mayJoin(start)) {
            const qsizetype from = m_runs.back().column;
            m_runs.back().text = m_line->mid(from, end - from);
        } else {
            m_runs.push_back({m_line->mid(start, end - start), static_cast<int>(start), kind});
        }
        return end;
    }

    bool mayJoin(qsizetype at) const
    {
        return at == 0 || !isOperator((*m_line)[at]) || !isOperator((*m_line)[at - 1]);
    }

    const QString* m_line = nullptr;
    QString m_openQuote;
    std::vector<CodeRun> m_runs;
};

} // namespace

std::vector<std::vector<CodeRun>> highlight(const QStringList& lines)
{
    Highlighter highlighter;
    std::vector<std::vector<CodeRun>> runs;
    runs.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString& line : lines)
        runs.push_back(highlighter.line(line));
    return runs;
}

} // namespace il::scene
