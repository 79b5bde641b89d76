// Who has got the units of a semaphore. It doesn't know that itself, for anybody may release it.
#pragma once

#include "trace/event.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace il::trace {

/// Has taken one unit, and not given one back so far.
struct Taker {
    ThreadId thread = noThread;
    std::uint32_t line = 0; ///< in which it took it; 0 unknown
    friend bool operator==(const Taker&, const Taker&) = default;
};

/// `thread` has changed the semaphore's counter. Whoever releases gives back a unit of its own or else the
/// oldest one. No more units are out than the counter lies below its `initial` value: of one that begins with
/// 0 and only tells others of something, nobody has any.
inline void countUnits(std::vector<Taker>& takers, Taker by, std::int64_t before, std::int64_t after,
                       std::int64_t initial)
{
    for (std::int64_t taken = after; taken < before; ++taken)
        takers.push_back(by);
    const auto isOwn = [&by](const Taker& taker) { return taker.thread == by.thread; };
    for (std::int64_t given = before; given < after && !takers.empty(); ++given) {
        const auto own = std::find_if(takers.begin(), takers.end(), isOwn);
        takers.erase(own == takers.end() ? takers.begin() : own);
    }
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(initial - after, 0));
    if (takers.size() > most)
        takers.erase(takers.begin(), takers.end() - static_cast<std::ptrdiff_t>(most));
}

} // namespace il::trace
