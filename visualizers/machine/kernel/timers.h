// The kernel's agenda: a binary heap of what will happen when.
#pragma once

#include "trace/event.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace il::machine {

/// What is due. All but Slice, Network and Signal are about `thread` and void once its token has changed.
enum class TimerKind : std::uint8_t {
    WakeUp,    ///< it has got going after it was woken, started, or ended its sleep or I/O
    GilArrive, ///< it has got going after it was signalled for the GIL
    Deadline,  ///< its sleep or I/O ends, or its wait times out
    TickEnd,   ///< 2.x: it is back from waking another at a tick check and wants the GIL again
    CallEnd,   ///< its system call has used up its CPU time
    Network,   ///< something lands; about no thread
    Slice,     ///< core `thread` has used up its time slice
    Signal,    ///< number `token` reaches process `thread`
};

struct Timer {
    trace::SimTime time;
    std::uint32_t number = 0; ///< simultaneous ones are due in the order in which they were set
    std::uint32_t token = 0;
    trace::ThreadId thread = trace::noThread;
    TimerKind kind = TimerKind::WakeUp;
};
static_assert(sizeof(Timer) == 24);

class Timers {
public:
    bool empty() const { return m_heap.empty(); }
    trace::SimTime next() const { return m_heap.empty() ? trace::SimTime::never() : m_heap.front().time; }

    void set(trace::SimTime time, TimerKind kind, trace::ThreadId thread, std::uint32_t token)
    {
        m_heap.push_back({time, m_number++, token, thread, kind});
        std::push_heap(m_heap.begin(), m_heap.end(), later);
    }

    Timer pop()
    {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        const Timer timer = m_heap.back();
        m_heap.pop_back();
        return timer;
    }

private:
    static bool later(const Timer& a, const Timer& b)
    {
        return a.time != b.time ? a.time > b.time : a.number > b.number;
    }

    std::vector<Timer> m_heap;
    std::uint32_t m_number = 0;
};

} // namespace il::machine
