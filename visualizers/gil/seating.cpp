#include "gil/seating.h"

#include <algorithm>

namespace il::gil {

using trace::ThreadId;
using trace::ThreadState;

namespace {

Waiting reason(const trace::GilView& gil, const trace::ThreadView& thread, ThreadId id)
{
    if (thread.state == ThreadState::Ready)
        return Waiting::Core;
    if (gil.forcedWaiter == id)
        return Waiting::ForcedSwitch;
    if (gil.holder == trace::noThread)
        return Waiting::Waking;
    if (gil.dropRequested)
        return gil.requester == id ? Waiting::RequestSent : Waiting::RequestPending;
    return thread.until == trace::SimTime::never() ? Waiting::Signal : Waiting::Timer;
}

Waiter waiterOf(const trace::View& view, ThreadId id)
{
    const trace::ThreadView& thread = view.threads[id];
    Waiter waiter{id, reason(gilOf(view, id), thread, id), {}, {}};
    if (thread.state != ThreadState::WaitGil || thread.until == trace::SimTime::never())
        return waiter;
    waiter.interval = thread.until - thread.armed;
    waiter.elapsed = std::min(view.now - thread.armed, waiter.interval);
    return waiter;
}

/// Those who come back by themselves first, those who only wait for others' ends last.
int distance(const trace::Trace& trace, const trace::ThreadView& thread)
{
    if (thread.state == ThreadState::Io)
        return 0;
    if (thread.state == ThreadState::Sleeping)
        return 1;
    if (thread.state == ThreadState::New)
        return 4;
    const bool joins = thread.waitsFor < trace.objects().size() &&
                       trace.objects()[thread.waitsFor].kind == trace::ObjectKind::ThreadEnd;
    return joins ? 3 : 2;
}

Idle idleReason(const trace::View& view, const std::vector<Waiter>& queue)
{
    const bool wanted = std::any_of(queue.begin(), queue.end(),
                                    [](const Waiter& waiter) { return waiter.why != Waiting::Core; });
    if (!wanted)
        return queue.empty() ? Idle::NothingToRun : Idle::Coming;
    const bool held = std::any_of(queue.begin(), queue.end(), [&](const Waiter& waiter) {
        return waiter.why != Waiting::Core && gilOf(view, waiter.thread).holder != trace::noThread;
    });
    return held ? Idle::GilHeld : Idle::GilFree;
}

} // namespace

Model modelOf(const trace::Trace& trace, const trace::View& view)
{
    if (!view.gil().exists)
        return Model::None;
    return trace.info().switchInterval > trace::SimTime{} ? Model::SwitchInterval : Model::Ticks;
}

const trace::GilView& gilOf(const trace::View& view, ThreadId thread)
{
    return view.gil(view.threads[thread].process);
}

bool holdsGil(const trace::View& view, ThreadId thread)
{
    return thread < view.threads.size() && gilOf(view, thread).holder == thread;
}

double Waiter::fraction() const
{
    return interval.ns > 0 ? static_cast<double>(elapsed.ns) / static_cast<double>(interval.ns) : 0;
}

Seating seat(const trace::Trace& trace, const trace::View& view)
{
    Seating seating;
    seating.cores = view.cores;
    for (std::size_t i = 0; i < view.threads.size(); ++i) {
        const auto id = static_cast<ThreadId>(i);
        if (view.threads[i].service && !holdsGil(view, id))
            continue;
        switch (view.threads[i].state) {
        case ThreadState::Ready:
        case ThreadState::WaitGil:
            seating.queue.push_back(waiterOf(view, id));
            break;
        case ThreadState::New:
        case ThreadState::Blocked:
        case ThreadState::Io:
        case ThreadState::Sleeping:
            seating.outside.push_back(id);
            break;
        case ThreadState::Running:
        case ThreadState::Done:
            break;
        }
    }
    std::stable_sort(seating.queue.begin(), seating.queue.end(), [&](const Waiter& a, const Waiter& b) {
        return view.threads[a.thread].since < view.threads[b.thread].since;
    });
    std::stable_sort(seating.outside.begin(), seating.outside.end(), [&](ThreadId a, ThreadId b) {
        return distance(trace, view.threads[a]) < distance(trace, view.threads[b]);
    });
    seating.idle = idleReason(view, seating.queue);
    return seating;
}

} // namespace il::gil
