// The words beside the threads of the GIL picture.
#pragma once

#include "gil/seating.h"
#include "scene/panel.h"

#include <QString>

namespace il::gil {

/// Two short lines beside a thread. Either may be empty.
struct Lines {
    QString first, second;
    QString brief;     ///< the one thing to say when there is room for few words only
    bool code = false; ///< `first` is Python
};

Lines waiterLines(const scene::StageInput& input, const Waiter& waiter);
Lines outsideLines(const scene::StageInput& input, trace::ThreadId thread);
/// What a thread on a core says below its chip.
QString runningText(const scene::StageInput& input, Model model, trace::ThreadId thread);
QString idleText(const scene::Words& words, Idle idle);
/// As idleText, in one or two words.
QString idleShort(const scene::Words& words, Idle idle);

/// "3.4 of 5 ms": the unit once when both have the same one.
QString elapsedText(const scene::Words& words, trace::SimTime elapsed, trace::SimTime whole);
/// A line of the script without its indentation and cue comment; "" when it is in another file.
QString sourceLine(const trace::Trace& trace, trace::StringId file, std::uint32_t line);

} // namespace il::gil
