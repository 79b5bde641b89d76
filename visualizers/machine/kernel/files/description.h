// What open() makes: an open file description, and who waits for it.
#pragma once

#include "trace/event.h"

#include <cstdint>
#include <vector>

namespace il::machine {

/// Index into Files: an open file description. Never used again after it was closed.
using FileId = std::uint32_t;
inline constexpr FileId noFile = 0xFFFFFFFF;

/// Readiness, as poll and epoll number it, and epoll's flags.
using Events = std::uint32_t;
namespace events {
inline constexpr Events in = 0x1, urgent = 0x2, out = 0x4, error = 0x8, hangUp = 0x10, notOpen = 0x20;
inline constexpr Events peerHangUp = 0x2000; ///< RDHUP: the peer will send no more
inline constexpr Events exclusive = 1u << 28, oneShot = 1u << 30, edge = 1u << 31;
inline constexpr Events always = error | hangUp; ///< reported whether they were asked for or not
} // namespace events

/// Somebody who is to hear when a description becomes ready: a thread in a call, or an entry of an epoll's
/// interest set.
struct Waiter {
    trace::ThreadId thread = trace::noThread;
    FileId epoll = noFile;
    std::uint32_t item = 0; ///< of that epoll
    Events events = 0;      ///< what it waits for
    bool exclusive = false; ///< waking stops after one of these; they are behind the others
};

struct Description {
    enum class Kind : std::uint8_t { Terminal, PipeRead, PipeWrite, Socket, Epoll };
    Kind kind = Kind::Terminal;
    bool nonBlocking = false;
    bool announced = false;       ///< a descriptor of it has been made: from now on the trace knows it
    std::uint32_t references = 0; ///< descriptors of all processes and calls under way; 0: it is closed
    std::uint32_t index = 0;      ///< into the table of its kind
    Events told = 0;              ///< readiness that was announced last
    std::vector<Waiter> waiters;
};

/// Something that happened to a file, for the trace: fields as in trace::Event.
struct FileFact {
    trace::EventKind kind = trace::EventKind::FileReady;
    FileId file = noFile;
    std::int64_t value = 0;
    std::uint8_t flags = 0;
};

} // namespace il::machine
