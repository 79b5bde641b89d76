// Who waits for which descriptors in a run, and what every call of select, poll and epoll cost.
#pragma once

#include "trace/event.h"

#include <array>
#include <cstdint>
#include <vector>

namespace il::trace {

class Trace;

/// How a descriptor is used.
struct FileUse {
    bool opened = false;
    ProcessId process = 0; ///< that opened it first
    int descriptor = -1;   ///< its number there
    bool watched = false;  ///< select, poll or epoll was asked about it
    bool called = false;   ///< a thread made a system call on it that can wait
    std::uint32_t arrivals = 0, reads = 0;
    std::uint32_t firstArrival = none; ///< index of the event
};

/// A thread that calls select, poll or epoll_wait.
struct Poller {
    ThreadId thread = noThread;
    std::array<std::uint32_t, pollModels> calls{}; ///< by PollModel
    std::vector<FileId> files; ///< all that it ever asked about, by process, descriptor and FileId
};

/// What calls for sets of one size cost the thread: the time that it was running in them, asleep it isn't.
struct PollCost {
    PollModel model = PollModel::None;
    std::uint32_t size = 0;
    std::vector<SimTime> returned; ///< the calls' ends, ascending
    std::vector<SimTime> sum;      ///< cost of all calls up to and with that one
};

struct PollCensus {
    std::vector<FileUse> files;                    ///< by FileId
    std::vector<Poller> pollers;                   ///< by ThreadId, ascending
    std::vector<PollCost> costs;                   ///< by model, then by size
    std::array<std::uint32_t, pollModels> calls{}; ///< by PollModel
    std::uint32_t mostWatched = 0;                 ///< the largest set that was asked about
    std::vector<std::uint32_t> arrivals;           ///< indices of the BytesArrived events, ascending
};

/// One pass over the events.
PollCensus pollCensusOf(const Trace& trace);

} // namespace il::trace
