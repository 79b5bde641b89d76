// What a step brings besides the edges: refusals, patience that ends, wake-ups.
#pragma once

#include "deadlock/cast.h"
#include "trace/view.h"

namespace il::deadlock {

struct Happening {
    enum class Kind : std::uint8_t {
        Refused, ///< asked without waiting, and another thread has it
        GaveUp,  ///< its time was over
        Woken,   ///< the holder has let go and wakes it; it must still take the thing
    };
    Kind kind = Kind::Refused;
    trace::ThreadId thread = trace::noThread;
    trace::ObjectId object = trace::none;
    friend bool operator==(const Happening&, const Happening&) = default;
};

/// See Picture::triesInVain.
int triesInVainAt(const trace::Trace& trace, std::size_t step);

/// Those of the cast that happened at `step`, in order; `view` is the state after it.
std::vector<Happening> happeningsAt(const trace::Trace& trace, const Cast& cast, const trace::View& view,
                                    std::size_t step);

} // namespace il::deadlock
