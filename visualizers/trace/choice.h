// A moment at which a run could have gone on in several ways.
#pragma once

#include "trace/event.h"

#include <vector>

namespace il::trace {

/// What a choice is about.
enum class ChoiceKind : std::uint8_t {
    NextThread,  ///< which ready thread a core takes
    GilWinner,   ///< which waiter gets the free GIL
    LockWinner,  ///< which waiter a release wakes, or whether the releaser barges
    WakeLatency, ///< how long a woken thread needs to get going (0 = the usual)
    TieBreak,    ///< which of several simultaneous instructions on different cores is first
    Network,     ///< when a message lands
    Preempt,     ///< by hand only: the thread that runs goes on (0), or lets in a waiter for its GIL
    Delay,       ///< by hand only: a thread that could go on does so (0), or is held up
};

/// One choice of a run that was scheduled by hand. Its number is its index in Trace::choices().
struct Choice {
    ChoiceKind kind = ChoiceKind::NextThread;
    ThreadId thread =
        noThread;           ///< whom it is about: who lets go, who goes on, who wakes up; noThread: nobody
    ObjectId object = none; ///< LockWinner: the lock
    SimTime time;
    std::uint32_t event = 0; ///< the first event that may follow from it
    std::uint32_t options = 0, chosen = 0;
    std::vector<ThreadId> threads; ///< who is favoured by each option; empty when an option is no thread
    SimTime unit;                  ///< Delay, Network: option k means k times that later than usual
    friend bool operator==(const Choice&, const Choice&) = default;
};

} // namespace il::trace
