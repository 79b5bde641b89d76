#include "goals.h"

#include "../run.h"

#include "trace/query.h"

#include <QCoreApplication>

namespace il::app {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Goals)
};

} // namespace

std::vector<bool> goalsReached(const std::vector<lesson::Goal>& goals, const trace::Trace& trace,
                               QStringList* problems)
{
    std::vector<bool> reached;
    for (const lesson::Goal& goal : goals) {
        const auto value = trace::query(trace, trace.duration(), goal.when);
        const bool* truth = value ? std::get_if<bool>(&*value) : nullptr;
        reached.push_back(truth != nullptr && *truth);
        if (problems != nullptr && truth == nullptr)
            problems->append(Tr::tr("goal \"%1\": %2")
                                 .arg(QString::fromStdString(goal.id),
                                      value ? Tr::tr("the condition is neither true nor false")
                                            : QString::fromStdString(value.error())));
    }
    return reached;
}

QString textOf(const lesson::Goal& goal, scene::Language language)
{
    return QString::fromStdString(goal.text[static_cast<std::size_t>(language)]);
}

QStringList problemsOfGoals(const LessonPtr& lesson, std::size_t script, const trace::Trace& usual)
{
    const lesson::Metadata& metadata = lesson->scripts[script].metadata;
    QStringList problems;
    const std::vector<bool> already = goalsReached(metadata.goals, usual, &problems);
    for (std::size_t i = 0; i < metadata.goals.size(); ++i) {
        const lesson::Goal& goal = metadata.goals[i];
        const QString id = QString::fromStdString(goal.id);
        if (already[i])
            problems.append(Tr::tr("goal \"%1\": the usual run reaches it already").arg(id));
        if (goal.solution.empty())
            continue;
        RunOptions options;
        options.schedule = goal.solution;
        auto prepared = prepare(metadata, options);
        if (!prepared) {
            problems.append(Tr::tr("goal \"%1\": %2").arg(id, prepared.error()));
            continue;
        }
        const RunPtr run = execute(lesson, script, options, std::move(*prepared));
        if (!goalsReached({goal}, run->trace()).front())
            problems.append(Tr::tr("goal \"%1\": its solution doesn't reach it").arg(id));
    }
    return problems;
}

} // namespace il::app
