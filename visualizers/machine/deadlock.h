// Why nothing in a run can ever go on, in plain values: known even when no trace is recorded.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace il::machine {

/// A thread that waits for ever.
struct Stuck {
    /// Who alone could end the wait, or has made it endless.
    enum class Giver : std::uint8_t {
        Nobody,     ///< in particular
        Thread,     ///< `giver`
        Gone,       ///< `giver` has ended, but not released what it took
        LeftAtFork, ///< `giver` had it when this process was forked; the copy of it has no owner here
    };

    trace::ThreadId thread = trace::noThread;
    trace::WaitReason reason = trace::WaitReason::Other;
    std::string object; ///< what it waits for: "lock", "Lock-1", a thread's name
    trace::ThreadId giver = trace::noThread;
    Giver kind = Giver::Nobody;
    std::uint32_t waitLine = 0, takenLine = 0; ///< of the script; 0 unknown
    std::int64_t arrived = 0, parties = 0;     ///< Barrier
    std::string call;                          ///< Io: "read"
};

struct Deadlock {
    struct Pool {
        std::string name;
        std::uint32_t workers = 0, waiting = 0; ///< see trace::ExhaustedPool
    };
    struct Name {
        std::string name;
        std::int64_t pid = 0;
    };

    std::vector<std::vector<Stuck>> circles; ///< each one's giver is the thread of the next, and so on round
    std::vector<Stuck> others;               ///< who is left and in no circle
    std::vector<Pool> pools;                 ///< exhausted ones
    std::vector<Name> threads;               ///< all of the run, by ThreadId
    bool severalProcesses = false;           ///< in the run
};

} // namespace il::machine
