#include "machine/kernel/gil.h"

#include <cassert>

namespace il::machine {

using trace::noThread;
using trace::SimTime;
using trace::ThreadId;

void Gil::setThreads(std::size_t count)
{
    m_places.resize(count);
    m_waiterLinks.resize(count);
    m_timerLinks.resize(count);
}

std::optional<Gil::Taken> Gil::request(ThreadId thread, SimTime now)
{
    assert(!isWaiter(thread) && m_holder != thread);
    if (!locked())
        return take(thread);
    m_places[thread].waiting = true;
    m_waiters.append(m_waiterLinks, thread);
    startTimer(thread, now);
    return std::nullopt;
}

std::optional<Gil::Taken> Gil::arrive(ThreadId thread, SimTime now)
{
    assert(m_places[thread].signalled);
    m_places[thread].signalled = false;
    --m_signalled;
    if (!locked()) {
        leave(thread);
        return take(thread);
    }
    startTimer(thread, now);
    return std::nullopt;
}

Gil::Released Gil::release(Schedule& schedule, bool ends)
{
    return releaseTo(hasSleepers() ? schedule.choose(ChoiceKind::GilWinner, sleeperCount()) : 0, ends);
}

std::vector<ThreadId> Gil::sleepers() const
{
    std::vector<ThreadId> result;
    for (ThreadId thread = m_waiters.first; thread != noThread; thread = m_waiterLinks[thread].after)
        if (!m_places[thread].signalled)
            result.push_back(thread);
    return result;
}

Gil::Released Gil::releaseTo(std::uint32_t winner, bool ends)
{
    assert(locked());
    Released result;
    const ThreadId releaser = m_holder;
    m_holder = noThread;
    if (hasSleepers()) {
        result.signalled = unsignalled(winner);
        stopTimer(result.signalled);
        m_places[result.signalled].signalled = true;
        ++m_signalled;
    }
    if (m_dropRequested && hasWaiters() && !ends) { // FORCE_SWITCHING; it holds for a voluntary release too
        m_forced = releaser;
        result.waitsForSwitch = true;
    }
    m_dropRequested = false;
    return result;
}

SimTime Gil::nextTimer() const
{
    return m_timers.empty() ? SimTime::never() : m_places[m_timers.first].deadline;
}

Gil::Fired Gil::fireTimer()
{
    const ThreadId thread = m_timers.first;
    const SimTime now = m_places[thread].deadline;
    Fired result{thread, false, std::nullopt};
    stopTimer(thread);
    if (!locked()) {
        leave(thread);
        result.taken = take(thread);
        return result;
    }
    if (m_places[thread].savedSwitch == m_switchNumber) {
        result.requests = !m_dropRequested;
        m_dropRequested = true;
    }
    startTimer(thread, now);
    return result;
}

Gil::Taken Gil::take(ThreadId thread)
{
    Taken result;
    m_holder = thread;
    m_dropRequested = false;
    if (m_lastHolder != thread) {
        result.isSwitch = true;
        m_lastHolder = thread;
        ++m_switchNumber;
        result.resumed = m_forced;
        m_forced = noThread;
    }
    return result;
}

void Gil::leave(ThreadId thread)
{
    m_places[thread].waiting = false;
    m_waiters.remove(m_waiterLinks, thread);
}

/// Deadlines mostly come in rising order, so the search from the end is short.
void Gil::startTimer(ThreadId thread, SimTime now)
{
    if (m_model == GilModel::Ticks)
        return;
    Place& place = m_places[thread];
    place.savedSwitch = m_switchNumber;
    place.deadline = now + m_interval;
    ThreadId before = m_timers.last;
    while (before != noThread && m_places[before].deadline > place.deadline)
        before = m_timerLinks[before].before;
    m_timers.insertAfter(m_timerLinks, before, thread);
}

void Gil::stopTimer(ThreadId thread)
{
    if (m_model == GilModel::Ticks)
        return;
    m_timers.remove(m_timerLinks, thread);
    m_places[thread].deadline = SimTime::never();
}

ThreadId Gil::unsignalled(std::uint32_t k) const
{
    ThreadId thread = m_waiters.first;
    while (m_places[thread].signalled || k-- > 0)
        thread = m_waiterLinks[thread].after;
    return thread;
}

} // namespace il::machine
