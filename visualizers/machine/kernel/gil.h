// The global interpreter lock as a state machine: who holds it, who waits for it, whose timer fires when.
//
// It knows nothing of cores, costs and events: the kernel tells it what happens when, and acts on the
// answers.
#pragma once

#include "machine/kernel/intrusive_list.h"
#include "machine/machine.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace il::machine {

/// After CPython's take_gil and drop_gil (3.2 to 3.13) or PyThread_acquire_lock on the interpreter lock
/// (2.x). GilModel::None has no Gil: the kernel never asks.
///
/// A waiter is one of: timed (its switch-interval timer runs; 2.x: no timer), signalled (a release woke it,
/// it is on its way and may lose the race), or in a forced wait (it was told to let go and sleeps until
/// another has taken over).
class Gil {
public:
    Gil(GilModel model, trace::SimTime interval) : m_model(model), m_interval(interval) {}

    /// What follows from a thread's taking the GIL.
    struct Taken {
        bool isSwitch = false; ///< it isn't the one that held it last
        trace::ThreadId resumed =
            trace::noThread; ///< its forced wait is over; it is neither waiter nor holder now
    };
    /// What follows from letting go.
    struct Released {
        trace::ThreadId signalled =
            trace::noThread;         ///< call arrive() when it has woken up; noThread: nobody waits
        bool waitsForSwitch = false; ///< the releaser is now in a forced wait
    };
    /// What a timer did. Otherwise the waiter just waits again with a fresh one.
    struct Fired {
        trace::ThreadId thread = trace::noThread;
        bool requests = false;      ///< it has set the drop request
        std::optional<Taken> taken; ///< it found the GIL free
    };

    /// Threads with numbers below `count` exist.
    void setThreads(std::size_t count);
    /// Takes effect when a waiter starts its next timer, as in CPython.
    void setInterval(trace::SimTime interval) { m_interval = interval; }

    /// `thread` (not a waiter, not the holder) wants the GIL. Takes it if it is free, even past signalled
    /// waiters; otherwise nullopt and it is a waiter.
    std::optional<Taken> request(trace::ThreadId thread, trace::SimTime now);
    /// A signalled waiter has woken up. nullopt: somebody was faster, it waits again.
    std::optional<Taken> arrive(trace::ThreadId thread, trace::SimTime now);
    /// The holder lets go and wakes one waiter (ChoiceKind::GilWinner among those not yet woken, oldest
    /// first).
    /// `ends`: the thread is finished; it doesn't wait for a switch then.
    Released release(Schedule& schedule, bool ends = false);
    /// The same when it is decided already: wakes the `winner`-th of sleepers().
    Released releaseTo(std::uint32_t winner, bool ends = false);
    /// As a waiter's timer does. There must be a waiter.
    void requestDrop() { m_dropRequested = true; }

    /// When the first timer fires; never() when none runs.
    trace::SimTime nextTimer() const;
    /// Fires it. There must be one.
    Fired fireTimer();

    bool locked() const { return m_holder != trace::noThread; }
    trace::ThreadId holder() const { return m_holder; }
    bool dropRequested() const { return m_dropRequested; }
    std::uint32_t switchNumber() const { return m_switchNumber; }
    bool hasWaiters() const { return !m_waiters.empty(); }
    /// Those who are not on their way, oldest first.
    std::vector<trace::ThreadId> sleepers() const;
    /// Some waiter isn't on its way: a release would wake one.
    bool hasSleepers() const { return sleeperCount() > 0; }
    std::uint32_t sleeperCount() const { return m_waiters.size - m_signalled; }
    bool isWaiter(trace::ThreadId thread) const { return m_places[thread].waiting; }
    /// When that waiter's timer fires; never() when it has none.
    trace::SimTime deadline(trace::ThreadId thread) const { return m_places[thread].deadline; }

private:
    struct Place {
        trace::SimTime deadline = trace::SimTime::never();
        std::uint32_t savedSwitch = 0; ///< the switch number when the timer started
        bool waiting = false;
        bool signalled = false;
    };

    Taken take(trace::ThreadId thread);
    void leave(trace::ThreadId thread);
    void startTimer(trace::ThreadId thread, trace::SimTime now);
    void stopTimer(trace::ThreadId thread);
    trace::ThreadId unsignalled(std::uint32_t k) const;

    GilModel m_model;
    trace::SimTime m_interval;
    trace::ThreadId m_holder = trace::noThread;
    trace::ThreadId m_lastHolder = trace::noThread;
    trace::ThreadId m_forced = trace::noThread; ///< in a forced wait: at most one, for it held the GIL last
    std::uint32_t m_switchNumber = 0;
    std::uint32_t m_signalled = 0;
    bool m_dropRequested = false;
    std::vector<Place> m_places;
    std::vector<ThreadLink> m_waiterLinks, m_timerLinks;
    ThreadList m_waiters; ///< in order of arrival
    ThreadList m_timers;  ///< in order of deadline
};

} // namespace il::machine
