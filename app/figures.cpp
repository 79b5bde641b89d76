#include "figures.h"

#include "lesson/figures.h"
#include "lesson/html.h"
#include "trace/query.h"

#include <QTextDocumentFragment>

namespace il::app {
namespace {

bool isTrue(const trace::QueryValue& value)
{
    const auto* truth = std::get_if<bool>(&value);
    return truth != nullptr && *truth;
}

} // namespace

QString filled(const std::string& text, const trace::Trace& trace, trace::SimTime now, QStringList* problems)
{
    return QString::fromStdString(lesson::withFigures(text, [&](std::string_view expression) -> std::string {
        const auto value = trace::query(trace, now, expression);
        if (value)
            return QString::fromStdString(trace::text(*value)).trimmed().toStdString();
        if (problems != nullptr)
            problems->append(QString::fromStdString(value.error()));
        return "{{" + std::string(expression) + "}}";
    }));
}

QString plainLine(const QString& markdown)
{
    const QString html = QString::fromStdString(lesson::toHtml(markdown.toStdString()));
    return QTextDocumentFragment::fromHtml(html).toPlainText().simplified();
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
