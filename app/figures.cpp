#include "figures.h"

#include "trace/query.h"

#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

bool isTrue(const trace::QueryValue& value)
{
    const auto* truth = std::get_if<bool>(&value);
    return truth != nullptr && *truth;
}

/// Han characters and the punctuation that goes with them.
bool isWide(QChar c)
{
    return (c.unicode() >= 0x2E80 && c.unicode() <= 0x9FFF) ||
           (c.unicode() >= 0xF900 && c.unicode() <= 0xFAFF) ||
           (c.unicode() >= 0xFF00 && c.unicode() <= 0xFFEF) || c.unicode() == 0x201C || c.unicode() == 0x201D;
}

} // namespace

QString filled(const std::string& text, const trace::Trace& trace, trace::SimTime now, QStringList* problems)
{
    static const QRegularExpression pattern(u"\\{\\{(.+?)\\}\\}"_s);
    const QString source = QString::fromStdString(text);
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        result += QStringView(source).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const auto value = trace::query(trace, now, match.captured(1).trimmed().toStdString());
        if (!value && problems != nullptr)
            problems->append(QString::fromStdString(value.error()));
        result += value ? QString::fromStdString(trace::text(*value)).trimmed() : match.captured();
    }
    return result.append(QStringView(source).mid(done));
}

QString unwrapped(const QString& markdown)
{
    QString result;
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        const bool inside = i > 0 && i + 1 < markdown.size();
        if (inside && markdown[i] == u'\n' && isWide(markdown[i - 1]) && isWide(markdown[i + 1]))
            continue;
        result += markdown[i];
    }
    return result;
}

QString plainLine(const QString& markdown)
{
    const QString text = QTextDocumentFragment::fromMarkdown(unwrapped(markdown)).toPlainText();
    return text.simplified();
}

Verdict judge(const lesson::Prediction& prediction, const trace::Trace& trace, trace::SimTime now)
{
    Verdict verdict;
    for (const lesson::Option& option : prediction.options) {
        const auto value = trace::query(trace, now, option.condition);
        verdict.right.push_back(value && isTrue(*value));
        if (!value)
            verdict.problems.append(QString::fromStdString(value.error()));
    }
    return verdict;
}

} // namespace il::app
