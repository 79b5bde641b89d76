#include "machine/gil_world.h"

#include <algorithm>

using namespace il::machine;
using il::trace::microseconds;
using il::trace::noThread;

GilWorld::GilWorld(std::vector<GilThread> threads, SimTime interval, Schedule schedule)
    : m_threads(std::move(threads)), m_gil(GilModel::SwitchInterval, interval),
      m_schedule(std::move(schedule))
{
    m_gil.setThreads(m_threads.size());
    for (ThreadId i = 0; i < m_threads.size(); ++i) {
        m_states.push_back({m_threads[i].run, false});
        at(microseconds(i), [this, i] { want(i); });
    }
}

std::vector<GilHold> GilWorld::run(SimTime end)
{
    for (;;) {
        const SimTime next = m_agenda.empty() ? SimTime::never() : m_agenda.begin()->first;
        const SimTime timer = m_gil.nextTimer();
        if (std::min(next, timer) >= end)
            return m_holds;
        m_now = std::min(next, timer);
        if (timer < next) {
            fireTimer();
            continue;
        }
        const auto action = std::move(m_agenda.begin()->second);
        m_agenda.erase(m_agenda.begin());
        action();
    }
}

void GilWorld::at(SimTime time, std::function<void()> action)
{
    m_agenda.emplace(time, std::move(action));
}

void GilWorld::want(ThreadId thread)
{
    if (const auto result = m_gil.request(thread, m_now))
        taken(thread, *result);
}

void GilWorld::taken(ThreadId thread, const Gil::Taken& result)
{
    m_takenAt = m_now;
    const unsigned hold = ++m_hold;
    if (m_states[thread].left != SimTime::never())
        at(m_now + m_states[thread].left, [this, hold] {
            if (hold == m_hold && m_gil.locked())
                letGo(false);
        });
    if (result.resumed == noThread)
        return;
    if (std::exchange(m_states[result.resumed].blocksNext, false))
        block(result.resumed);
    else
        want(result.resumed);
}

void GilWorld::letGo(bool forced)
{
    const ThreadId thread = m_gil.holder();
    m_holds.push_back({thread, m_takenAt, m_now, forced});
    State& state = m_states[thread];
    if (state.left != SimTime::never())
        state.left -= m_now - m_takenAt;
    const bool blocks = state.left == SimTime{};
    const Gil::Released released = m_gil.release(m_schedule);
    if (const ThreadId woken = released.signalled; woken != noThread)
        at(m_now + handOff, [this, woken] {
            if (const auto result = m_gil.arrive(woken, m_now))
                taken(woken, *result);
        });
    if (released.waitsForSwitch)
        state.blocksNext = blocks;
    else if (blocks)
        block(thread);
    else
        want(thread);
}

void GilWorld::block(ThreadId thread)
{
    m_states[thread].left = m_threads[thread].run;
    at(m_now + m_threads[thread].block, [this, thread] { want(thread); });
}

void GilWorld::fireTimer()
{
    const Gil::Fired fired = m_gil.fireTimer();
    if (fired.taken)
        taken(fired.thread, *fired.taken);
    else if (fired.requests)
        letGo(true);
}
