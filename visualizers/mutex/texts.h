// The words of the mutex picture.
#pragma once

#include "mutex/accesses.h"
#include "mutex/subjects.h"
#include "scene/panel.h"

#include <QString>

namespace il::mutex {

QString valueText(const trace::Trace& trace, const trace::DataValue& value);
QString variableName(const trace::Trace& trace, trace::VariableId variable);
QString objectName(const trace::Trace& trace, trace::ObjectId object);
/// "RLock", "Queue", ...: Python's own names, the same in all languages.
QString kindName(trace::ObjectKind kind);
/// What an object that isn't held by anybody shows instead: "3 of 5", "set", "2"; "" for locks and
/// conditions.
QString objectValue(const scene::StageInput& input, trace::ObjectId object);

/// What a thread's card says.
struct CardWords {
    QString copy;  ///< its private copy: "tmp = 2", or "2" while no local carries it; "" when it has none
    QString says;  ///< what it does, has done, or waits for
    QString brief; ///< the same in one or two words
    bool wrong = false; ///< something is being lost: red
};
CardWords cardWords(const scene::StageInput& input, const Subjects& subjects,
                    const std::vector<Access>& accesses, trace::ThreadId thread);

/// The private copy that matters most of those of the subjects' variables: a stale one, else the last one
/// read; nullptr when there is none.
const trace::PrivateCopy* chiefCopy(const trace::ThreadView& thread, const Subjects& subjects);
/// Whether it waits in a cycle of owners, or for somebody who does, with no time limit anywhere: nothing
/// within the program can end that.
bool waitsForEver(const trace::View& view, trace::ThreadId thread);
const trace::ThreadView* threadOf(const trace::View& view,
                                  trace::ThreadId thread); ///< nullptr before its creation

} // namespace il::mutex
