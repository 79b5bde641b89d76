// What the threads of a run waited for, and how long.
#pragma once

#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <vector>

namespace il::charts {

enum class Cause : std::uint8_t {
    Gil,
    Lock,  ///< a Lock or RLock
    Other, ///< a Condition, Queue, Semaphore, the end of a thread, ...
    Io,
    Sleep,
    Core, ///< ready, but no core was free
};
inline constexpr int causes = 6;

/// One stretch of waiting, [begin, end).
struct Wait {
    trace::ThreadId thread = trace::noThread;
    Cause cause = Cause::Gil;
    trace::ObjectId object = trace::none; ///< of Lock and Other
    trace::SimTime begin, end;
    friend bool operator==(const Wait&, const Wait&) = default;
};

struct ThreadWaits {
    trace::ThreadId thread = trace::noThread;
    std::array<trace::SimTime, causes> total{}; ///< by Cause
    trace::SimTime sum() const;
};

/// A thing that was waited for, and by whom.
struct ObjectWaits {
    trace::ObjectId object = trace::none; ///< none: the GIL (of all processes together)
    std::vector<trace::SimTime> total;    ///< by ThreadId, as far as needed
    trace::SimTime sum() const;
};

/// Of all threads but those that the library has started for itself. Built in one pass over the events.
class Waits {
public:
    Waits() = default;
    explicit Waits(const trace::Trace& trace);

    /// In order of their begins; those that the run's end has cut short end there.
    const std::vector<Wait>& all() const { return m_all; }
    /// Those of threads that had waited at all by `now`, by ThreadId; what isn't over counts up to `now`.
    std::vector<ThreadWaits> byThread(trace::SimTime now) const;
    /// The GIL first, then objects by ObjectId; likewise.
    std::vector<ObjectWaits> byObject(trace::SimTime now) const;

private:
    std::vector<Wait> m_all;
};

} // namespace il::charts
