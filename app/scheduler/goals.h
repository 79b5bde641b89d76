// Goals of a lesson, held against a run.
#pragma once

#include "../library.h"

#include "scene/words.h"
#include "trace/trace.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace il::app {

/// Which goals the run has reached at its end, in their order. `problems` gets the reasons why a condition
/// can't be evaluated.
std::vector<bool> goalsReached(const std::vector<lesson::Goal>& goals, const trace::Trace& trace,
                               QStringList* problems = nullptr);

QString textOf(const lesson::Goal& goal, scene::Language language);

/// What is wrong with a script's goals, when they are tried: a condition that can't be evaluated, one that
/// holds without anybody's doing anything, a solution that doesn't reach its goal.
QStringList problemsOfGoals(const LessonPtr& lesson, std::size_t script, const trace::Trace& usual);

} // namespace il::app
