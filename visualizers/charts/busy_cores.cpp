#include "charts/busy_cores.h"

#include "trace/view.h"

#include <algorithm>
#include <numeric>

namespace il::charts {
namespace {

using namespace trace;

constexpr auto running = static_cast<std::uint16_t>(ThreadState::Running);

std::int64_t runningWeight(const LaneRuns& runs, const LaneRun& run)
{
    for (const Share& share : runs.shares(run))
        if (share.value == running)
            return share.weight;
    return 0;
}

BusyThread busyThread(const Lanes& lanes, LaneId id, std::int64_t end, int stretches)
{
    BusyThread busy{static_cast<ThreadId>(id.index), std::vector<double>(static_cast<std::size_t>(stretches)),
                    0};
    const LaneRuns runs = lanes.query(id, LaneAxis::Time, 0, end, stretches);
    for (const LaneRun& run : runs.runs) {
        const double part = static_cast<double>(runningWeight(runs, run)) / static_cast<double>(runs.whole);
        std::fill(busy.cores.begin() + run.begin, busy.cores.begin() + run.end, part);
    }
    busy.total = std::accumulate(busy.cores.begin(), busy.cores.end(), 0.0);
    return busy;
}

} // namespace

SimTime BusyCores::start(int k) const
{
    return nanoseconds(
        stretches == 0 ? 0 : duration.ns / stretches * k + duration.ns % stretches * k / stretches);
}

BusyCores busyCores(const Trace& trace, const Lanes& lanes, int stretches)
{
    BusyCores all{trace.info().cores, trace.duration(), 0, {}};
    if (all.duration.ns <= 0)
        return all;
    all.stretches = stretches;
    for (const LaneId id : lanes.ids()) {
        if (id.kind != LaneKind::Thread)
            continue;
        BusyThread busy = busyThread(lanes, id, all.duration.ns, stretches);
        if (busy.total > 0)
            all.threads.push_back(std::move(busy));
    }
    return all;
}

BusyCores crowded(BusyCores busy, std::size_t most)
{
    auto& threads = busy.threads;
    if (threads.size() <= most)
        return busy;
    std::stable_sort(threads.begin(), threads.end(),
                     [](const BusyThread& a, const BusyThread& b) { return a.total > b.total; });
    BusyThread others{noThread, std::vector<double>(static_cast<std::size_t>(busy.stretches)), 0};
    for (auto thread = threads.begin() + static_cast<std::ptrdiff_t>(most); thread != threads.end();
         ++thread) {
        std::transform(thread->cores.begin(), thread->cores.end(), others.cores.begin(), others.cores.begin(),
                       std::plus<>());
        others.total += thread->total;
    }
    threads.resize(most);
    std::sort(threads.begin(), threads.end(),
              [](const BusyThread& a, const BusyThread& b) { return a.thread < b.thread; });
    threads.push_back(std::move(others));
    return busy;
}

double usedUntil(const Trace& trace, const Lanes& lanes, SimTime now)
{
    const std::int64_t end = std::min(now, trace.duration()).ns;
    if (end <= 0)
        return 0;
    double used = 0;
    for (const LaneId id : lanes.ids())
        if (id.kind == LaneKind::Thread)
            used += busyThread(lanes, id, end, 1).total;
    return used / std::max(1, trace.info().cores);
}

} // namespace il::charts
