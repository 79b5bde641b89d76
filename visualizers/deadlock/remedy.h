// What would have kept the ring from closing, or would end the wait: computed from the graph.
#pragma once

#include "deadlock/graph.h"

namespace il::deadlock {

struct Remedy {
    enum class Kind : std::uint8_t {
        None,
        SwapOne, ///< `thread` alone asked against the others' order: it should take `first` before `second`;
                 ///< `other`: the only other one, if there is one
        AllAtOnce,    ///< they have taken units of the one semaphore `first` and want more
        OneOrder,     ///< several did: all should keep to `order`
        Reenter,      ///< `thread` waits for itself: `first` should be an RLock
        LetGoFirst,   ///< `thread` should release `second` before it waits for the end of `other`
        WaitOneWay,   ///< threads wait for each other's ends
        LeftAtFork,   ///< no ring: `other` had `first` when the process of `thread` was forked
        Forgot,       ///< no ring: `other` has ended without releasing `first`, for which `thread` waits
        SomebodyMust, ///< no ring: `thread` waits for `first`, for the reason `reason`
        InOrder,      ///< nothing went wrong: in this run everybody asked in the order `order`
        Rule,         ///< nothing is wrong so far: what holds in general
    };
    Kind kind = Kind::None;
    trace::ThreadId thread = trace::noThread, other = trace::noThread;
    trace::ObjectId first = trace::none, second = trace::none;
    trace::WaitReason reason = trace::WaitReason::Other;
    std::vector<trace::ObjectId> order;
};

/// An order of locks is one by creation, up or down, whichever fewer threads break.
Remedy remedyFor(const trace::Trace& trace, const trace::View& view, const Cast& cast, const Graph& graph);

/// The locks of the census's lockOrders so that no thread of the run asks against it; empty when there is no
/// such order, or no thread held two locks at a time.
std::vector<trace::ObjectId> commonOrder(const trace::Trace& trace);

} // namespace il::deadlock
