// Words of the I/O picture: what calls are called and what they return.
#pragma once

#include "iomux/picture.h"

#include <optional>

namespace il::iomux {

/// Python's own names: "select", "poll", "epoll".
QString modelName(trace::PollModel model);
/// "fd 6".
QString descriptorText(int descriptor);
/// 10 000: thousands apart, without a comma that some would read as a point.
QString numberText(std::uint64_t number);
/// "EAGAIN" for 11.
QString errorName(std::int64_t number);
/// "EPOLLIN", "POLLIN|HUP"; for select, which has lists instead, "rlist".
QString readinessText(std::uint8_t mask, trace::PollModel model);

/// The call that a thread is in or made last.
struct CallWords {
    QString code; ///< "poll() → [6, 9]", "recv(6) → 12"; "" when it made none
    QString says; ///< what it does in there, or has got
    bool inside = false;
};
/// `width`: of the code's line; a longer list of descriptors is cut with "+n".
CallWords callWords(const Picture& picture, trace::ThreadId thread, double width);

/// The latest system call without its descriptor: "recv → 12 B".
QString briefCall(const Picture& picture, trace::ThreadId thread);

/// Whether the call of select, poll or epoll is the latest of the thread's calls.
bool pollIsLatest(const Picture& picture, const trace::ThreadView& thread);
/// Which files a scan of that call looks at just now: the first n of its set. Nothing once something else has
/// happened.
std::uint32_t scannedNow(const Picture& picture, const trace::ThreadView& thread);
/// Where such a scan is at the moment: 0 before the first one, 1 after the last; nothing without a scan.
std::optional<double> scanPlace(const Picture& picture, const trace::ThreadView& thread);

} // namespace il::iomux
