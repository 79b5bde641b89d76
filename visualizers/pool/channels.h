// Queues and pipes between processes: what is in them at one moment.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <vector>

namespace il::pool {

/// A channel with all messages of the run, in the order in which they were put.
struct Channel {
    trace::ObjectId id = trace::none;
    std::vector<trace::MessageId> messages;
    std::vector<trace::ProcessId> senders, receivers; ///< of the whole run, ascending
};

/// Those that had a message at any time of the run, in order of their creation. The same for all pictures of
/// a run.
std::vector<Channel> channelsOf(const trace::Trace& trace);

/// Where its messages are. Those that have never been put are nowhere. Of the places for which an order is
/// told, the first 64 are in that order: no picture has room for more.
struct Contents {
    std::vector<trace::MessageId> waiting; ///< put and not yet sent; the next one first
    std::vector<trace::MessageId> lost;   ///< can't be sent any more: their process has ended, or they failed
    std::vector<trace::MessageId> inside; ///< the next one to be taken first
    std::vector<trace::MessageId> taken;  ///< the latest first
};
Contents contentsOf(const trace::View& view, const Channel& channel);

} // namespace il::pool
