// Why a thread is where it is: the chain of causes at one moment, as data.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <vector>

namespace il::trace {

enum class CauseKind : std::uint8_t {
    NotStarted,
    Runs,          ///< on `core`
    WakesUp,       ///< has been woken and is on its way to a core that is free
    WaitsForCore,  ///< all cores are taken, by `threads`
    WaitsForGil,   ///< `other` holds it (noThread: it is free, and the thread on its way), asks at `until`
    WaitsToSwitch, ///< had to let go of the GIL, and waits until another thread has taken it
    Waits,         ///< for `object`, see `reason`; `other` alone can give it (noThread: nobody in particular)
    Io,            ///< in a system call `call` (0: unknown), or in disk(); ends at `until` if that is known
    Sleeps,        ///< until `until`
    Done,
    Circle, ///< back at `thread`, which the chain began with or passed: none of them can ever go on
    Never,  ///< `thread` waits for what nobody is left to do
};

/// One link of a chain. Fields that its kind doesn't name have their defaults.
struct Cause {
    CauseKind kind = CauseKind::Done;
    ThreadId thread = noThread;
    ThreadId other = noThread; ///< the next link is about it
    ObjectId object = none;
    WaitReason reason = WaitReason::Other;
    SimTime since;                      ///< when the thread came into this state
    SimTime until = SimTime::never();   ///< when it ends by itself, if that is known
    std::uint32_t line = 0;             ///< that the thread is in, 0 unknown
    SimTime takenAt = SimTime::never(); ///< when `other` took the lock, or the GIL
    std::uint32_t takenLine = 0;        ///< in which line it took the lock, 0 unknown
    int core = -1;
    bool hasGil = false;           ///< Runs
    bool native = false;           ///< Runs outside of the interpreter
    bool woken = false;            ///< Waits: it has been woken and tries again
    bool failed = false;           ///< Done by an exception
    bool abandoned = false;        ///< Done because its process ended
    bool holds = false;            ///< Done, and somebody waits for a lock that it never released
    StringId call = 0;             ///< Io
    std::vector<ThreadId> threads; ///< WaitsForCore
    friend bool operator==(const Cause&, const Cause&) = default;
};

/// The chain that begins with `thread` in `view` (a state of `trace`) and goes on to what everything waits
/// for. Never empty for a thread of the view, empty for any other; at most two links more than there are
/// threads.
std::vector<Cause> why(const Trace& trace, const View& view, ThreadId thread);

} // namespace il::trace
