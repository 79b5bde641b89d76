// Where each thread sits in the GIL picture, and why: derived from a View alone.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <cstdint>
#include <vector>

namespace il::gil {

/// How the interpreter of a run schedules its threads (facts M1, M2, M4).
enum class Model : std::uint8_t { Ticks, SwitchInterval, None };
Model modelOf(const trace::Trace& trace, const trace::View& view);

/// The GIL of the thread's process. `thread` is one that the View knows.
const trace::GilView& gilOf(const trace::View& view, trace::ThreadId thread);
/// Whether it has that GIL; false for noThread.
bool holdsGil(const trace::View& view, trace::ThreadId thread);

/// Why a thread in the queue isn't running.
enum class Waiting : std::uint8_t {
    Timer,          ///< for the GIL, its switch-interval timer is running
    RequestSent,    ///< for the GIL, it has set the drop request
    RequestPending, ///< for the GIL, somebody else has set the drop request
    ForcedSwitch,   ///< it handed the GIL over and sleeps until someone else has taken it
    Signal,         ///< for the GIL, without a timer: until it is woken (2.7)
    Waking,         ///< for the GIL, which is free: it is on its way to take it
    Core,           ///< not for the GIL: all it needs is a core
};
struct Waiter {
    trace::ThreadId thread = trace::noThread;
    Waiting why = Waiting::Core;
    trace::SimTime elapsed, interval; ///< of its timer; 0 of 0 when it has none

    double fraction() const; ///< elapsed of interval, 0..1
};

/// Why a core has nobody on it.
enum class Idle : std::uint8_t {
    GilHeld,      ///< there are threads that could use it, but the GIL is held by another one
    GilFree,      ///< the GIL is free, those that want it are still waking up
    Coming,       ///< nobody wants the GIL, but somebody is on the way to a core
    NothingToRun, ///< no thread wants to compute
};

/// Finished threads sit nowhere, nor do those that the library has started for itself, while they don't run.
struct Seating {
    std::vector<trace::ThreadId> cores;   ///< by core; noThread: idle
    Idle idle = Idle::NothingToRun;       ///< why the idle ones are idle
    std::vector<Waiter> queue;            ///< in order of arrival
    std::vector<trace::ThreadId> outside; ///< in I/O, asleep, blocked, joining, not started: in this order
};
Seating seat(const trace::Trace& trace, const trace::View& view);

} // namespace il::gil
