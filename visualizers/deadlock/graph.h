// The resource-allocation graph of one moment: who holds what, who asks for what, and the ring, if there is
// one.
#pragma once

#include "deadlock/cast.h"
#include "trace/view.h"

#include <optional>

namespace il::deadlock {

/// Assignment edge: the thing to its holder.
struct Hold {
    trace::ObjectId object = trace::none;
    trace::ThreadId thread = trace::noThread;
};

/// Request edge: the thread to the thing.
struct Want {
    trace::ThreadId thread = trace::noThread;
    trace::ObjectId object = trace::none;
    bool asleep = false; ///< has gone to sleep over it, so that somebody else must act
    bool woken = false;  ///< may try to take it now
    trace::SimTime until = trace::SimTime::never(); ///< gives up then
};

/// `waiter` can't go on before `holder` gives `object`.
struct Link {
    trace::ThreadId waiter = trace::noThread;
    trace::ObjectId object = trace::none;
    trace::ThreadId holder = trace::noThread;
    friend bool operator==(const Link&, const Link&) = default;
};

struct Graph {
    std::vector<Hold> holds;
    std::vector<Want> wants;
    std::vector<Link> links; ///< all waits of sleeping threads for a thread, by waiter
    /// Each link's holder is the next one's waiter, and so on round, from the lowest waiter; empty when there
    /// is none.
    std::vector<Link> ring;
    std::vector<Link> ringLinks; ///< the same of all rings, for there can be several
    /// When the ring opens by itself, because somebody's patience ends; never() otherwise.
    trace::SimTime ringUntil = trace::SimTime::never();
    /// The longest chain of waits; the ring, if there is one.
    std::vector<Link> chain;

    bool inRing(trace::ThreadId thread) const;
    bool ringHas(trace::ObjectId object) const;
    const Want* wantOf(trace::ThreadId thread) const;
};

Graph graphOf(const Cast& cast, const trace::View& view);

} // namespace il::deadlock
