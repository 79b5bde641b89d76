// What of a run the I/O panel shows: the same for all steps of the run, so that nothing jumps.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <vector>

namespace il::iomux {

/// A descriptor of a process. Over the run several files may have had that number, one after the other.
struct Descriptor {
    trace::ProcessId process = 0;
    int number = -1;
    std::vector<trace::FileId> files; ///< in order of their opening
};

/// Descriptors that belong together: those that one thread asks select, poll or epoll about; or, where nobody
/// does, those from which threads read.
struct Group {
    trace::ThreadId poller = trace::noThread;
    std::vector<Descriptor> descriptors; ///< by process, then by descriptor
};

struct Subjects {
    std::vector<Group> groups; ///< one per poller, or one without a poller
    std::uint32_t waiters = 0; ///< without a poller: threads that make calls that can wait

    bool empty() const { return groups.empty(); }
    bool polls() const { return !groups.empty() && groups.front().poller != trace::noThread; }
};

/// From the trace's census, without a look at the events. Threads that the library has started for itself
/// count only when nobody else waits for descriptors.
Subjects subjectsOf(const trace::Trace& trace);

/// Indices of the events in which bytes, or connections, arrive at one of these descriptors.
std::vector<std::uint32_t> arrivalsOf(const trace::Trace& trace, const Subjects& subjects);

/// The file that has the descriptor's number at the moment, or had it last; nullptr before the first one.
const trace::FileView* fileOf(const Descriptor& descriptor, const trace::View& view,
                              trace::FileId* id = nullptr);

} // namespace il::iomux
