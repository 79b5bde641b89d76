// Messages between processes, for the trace: which bytes in which pipe are which message. Not part of the
// machine's state: nothing depends on it.
#pragma once

#include "machine/kernel/thread.h"

#include "machine/kernel/files/description.h"

#include <deque>
#include <map>
#include <optional>

namespace il::machine {

/// The library announces a transfer; when the announcing thread's bytes move, the message does. A channel
/// keeps the order of its messages, as its locks make sure.
class MessageBook {
public:
    /// The number of the next message; with a trace the same as its MessageId there.
    trace::MessageId next() { return m_next++; }

    /// The thread's next bytes into `end` are that message.
    void sending(trace::ThreadId thread, FileId end, SyncId channel, trace::MessageId message)
    {
        m_sending[thread] = {end, channel, message};
    }
    /// Its next bytes out of `end` are the channel's next message.
    void taking(trace::ThreadId thread, FileId end, SyncId channel)
    {
        m_taking[thread] = {end, channel, trace::none};
    }

    /// Bytes have moved: which message that was the beginning of, if any.
    std::optional<trace::MessageId> sent(trace::ThreadId thread, FileId end)
    {
        const auto found = m_sending.find(thread);
        if (found == m_sending.end() || found->second.end != end)
            return std::nullopt;
        const Transfer transfer = found->second;
        m_sending.erase(found);
        m_inside[transfer.channel].push_back(transfer.message);
        return transfer.message;
    }
    std::optional<trace::MessageId> taken(trace::ThreadId thread, FileId end)
    {
        const auto found = m_taking.find(thread);
        if (found == m_taking.end() || found->second.end != end)
            return std::nullopt;
        std::deque<trace::MessageId>& inside = m_inside[found->second.channel];
        m_taking.erase(found);
        if (inside.empty()) // somebody wrote past the library
            return std::nullopt;
        const trace::MessageId message = inside.front();
        inside.pop_front();
        return message;
    }

private:
    struct Transfer {
        FileId end = noFile;
        SyncId channel = noSync;
        trace::MessageId message = trace::none;
    };
    trace::MessageId m_next = 0;
    std::map<trace::ThreadId, Transfer> m_sending, m_taking;
    std::map<SyncId, std::deque<trace::MessageId>> m_inside; ///< sent and not yet taken
};

} // namespace il::machine
