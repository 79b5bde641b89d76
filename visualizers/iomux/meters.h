// The figures of the I/O picture, computed from the View, and the rules that they are extrapolated by.
#pragma once

#include "iomux/picture.h"

#include <optional>

namespace il::iomux {

/// select's limit on descriptors, FD_SETSIZE of Linux's <sys/select.h>.
inline constexpr std::uint32_t selectLimit = 1024;

/// What the finished calls of one model had to look at.
struct Examined {
    std::uint64_t descriptors = 0; ///< in all of them
    std::uint32_t calls = 0;
    /// On average, rounded; nothing while no call has returned.
    std::optional<std::uint64_t> perCall() const;
};
Examined examinedBy(const trace::View& view, trace::PollModel model);

/// How many descriptors a call looks at when `ready` of `descriptors` are ready: each pass of select and poll
/// looks at all of them, epoll_wait takes only what its ready list has. Nothing where the call isn't
/// possible.
std::optional<std::uint64_t> examinedByRule(trace::PollModel model, std::uint64_t descriptors,
                                            std::uint64_t ready);

/// The models that the run uses.
std::vector<trace::PollModel> modelsOf(const trace::Trace& trace);

/// What the bars' figures are.
void drawMetersHeading(Picture& picture, const scene::ElementId& id, const QRectF& rect);
/// One model's bar with its figures: "select ███ 8" and what it has come to.
void drawMeter(Picture& picture, trace::PollModel model, const QRectF& rect, std::uint64_t most);
/// The largest figure of all bars.
std::uint64_t largestMeter(const Picture& picture);

} // namespace il::iomux
