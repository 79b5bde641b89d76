// A small world around a Gil: threads that compute and block, and a hand-off latency. Cores are plenty.
#pragma once

#include "machine/kernel/gil.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

/// Computes `run` (never() = for ever), then blocks for `block`, and so on.
struct GilThread {
    il::trace::SimTime run = il::trace::SimTime::never(), block;
};

struct GilHold {
    il::trace::ThreadId thread = 0;
    il::trace::SimTime taken, released;
    bool forced = false;
};

class GilWorld {
public:
    GilWorld(std::vector<GilThread> threads, il::trace::SimTime interval,
             il::machine::Schedule schedule = {});

    /// Runs until then; the holds that ended by then, in order.
    std::vector<GilHold> run(il::trace::SimTime end);
    il::trace::SimTime handOff = il::trace::microseconds(50);

private:
    using SimTime = il::trace::SimTime;
    using ThreadId = il::trace::ThreadId;
    struct State {
        SimTime left;            ///< to compute until it blocks
        bool blocksNext = false; ///< in a forced wait on the way to its blocking call
    };

    void at(SimTime time, std::function<void()> action);
    void want(ThreadId thread);
    void taken(ThreadId thread, const il::machine::Gil::Taken& taken);
    void letGo(bool forced);
    void block(ThreadId thread);
    void fireTimer();

    std::vector<GilThread> m_threads;
    std::vector<State> m_states;
    il::machine::Gil m_gil;
    il::machine::Schedule m_schedule;
    std::multimap<SimTime, std::function<void()>> m_agenda;
    SimTime m_now, m_takenAt;
    unsigned m_hold = 0; ///< number of the present hold, so that stale ends are recognised
    std::vector<GilHold> m_holds;
};
