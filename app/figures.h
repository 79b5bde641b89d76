// Figures in a lesson's words: {{expressions}} in texts and the verdict on a prediction, both from the run.
#pragma once

#include "lesson/lesson.h"
#include "trace/trace.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace il::app {

/// The text with each {{expression}} replaced by its value (see trace/query.h; `now` is the moment shown).
/// One that is wrong stays as it is; `problems`, if given, gets the reason.
QString filled(const std::string& text, const trace::Trace& trace, trace::SimTime now,
               QStringList* problems = nullptr);

/// One line without Markdown's marks, for the caption strip.
QString plainLine(const QString& markdown);

/// Which options of a prediction this run proves right, in their order.
struct Verdict {
    std::vector<bool> right;
    QStringList problems; ///< of conditions that can't be evaluated
};
Verdict judge(const lesson::Prediction& prediction, const trace::Trace& trace, trace::SimTime now);

} // namespace il::app
