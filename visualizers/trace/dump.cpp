#include "trace/dump.h"

#include "trace/view.h"
#include "trace/words.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace il::trace {

namespace {

std::string quoted(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            result += "\\n";
        else if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F)
            result += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        else
            result += c;
    }
    return result + "\"";
}

/// Collects "key=value" details; the writer of one line.
class LineWriter {
public:
    LineWriter(const Trace& trace, const View& view, const Event& event)
        : m_trace(trace), m_view(view), m_event(event)
    {
        if (event.thread != noThread)
            m_line = thread(event.thread) + " ";
        m_line += name(event.kind);
    }

    std::string write()
    {
        if (m_event.kind <= EventKind::ThreadDone)
            threadDetails();
        else if (m_event.kind <= EventKind::Instruction)
            codeDetails();
        else if (m_event.kind <= EventKind::GilWakeLost)
            gilDetails();
        else if (m_event.kind <= EventKind::WaitTimedOut)
            objectDetails();
        else if (m_event.kind <= EventKind::LocalWritten)
            dataDetails();
        else
            runDetails();
        return std::move(m_line);
    }

private:
    std::string thread(std::int64_t id) const
    {
        const bool known = id >= 0 && id <= noThread;
        return known ? threadName(m_trace, m_view, static_cast<ThreadId>(id)) : std::to_string(id);
    }
    void add(std::string_view key, std::string_view value)
    {
        ((m_line += ' ') += key).append("=").append(value);
    }
    void add(std::string_view key, std::int64_t value) { add(key, std::to_string(value)); }
    void flag(int bit, std::string_view word)
    {
        if (m_event.flags & bit)
            (m_line += ' ') += word;
    }
    void until()
    {
        if (m_event.value >= 0)
            add("until", m_event.value);
    }
    std::string object(ObjectId id) const
    {
        if (id >= m_trace.objects().size())
            return std::to_string(id);
        return std::to_string(id) + ":" + std::string(m_trace.string(m_trace.objects()[id].name));
    }

    void threadDetails()
    {
        switch (m_event.kind) {
        case EventKind::ThreadCreated:
            add("name", quoted(m_trace.string(m_event.object)));
            add("by", thread(m_event.value));
            break;
        case EventKind::ThreadReady:
            flag(1, "preempted");
            break;
        case EventKind::ThreadRunning:
            add("core", m_event.value);
            flag(1, "native");
            break;
        case EventKind::ThreadBlocked:
            add("on", object(m_event.object));
            [[fallthrough]];
        case EventKind::ThreadWaitGil:
        case EventKind::ThreadIo:
        case EventKind::ThreadSleeping:
            until();
            break;
        case EventKind::ThreadDone:
            flag(1, "failed");
            flag(2, "abandoned");
            break;
        default:
            break;
        }
    }

    void codeDetails()
    {
        if (m_event.kind == EventKind::Line) {
            add("line", m_event.object);
            add("file", m_trace.string(static_cast<StringId>(m_event.value & 0xFFFFFFFF)));
        } else if (m_event.kind == EventKind::Instruction) {
            add("index", m_event.object);
            add("opcode", m_event.value);
        } else {
            add("function", m_trace.string(m_event.object));
            add("depth", m_event.value);
        }
    }

    void gilDetails()
    {
        if (m_event.kind == EventKind::GilTaken) {
            add("number", m_event.value);
            flag(1, "switch");
        } else if (m_event.kind == EventKind::GilReleased) {
            flag(1, "forced");
            flag(2, "blocking");
            flag(4, "tick");
        } else if (m_event.kind == EventKind::GilDropRequested) {
            add("holder", thread(m_event.object));
        }
    }

    void objectDetails()
    {
        add("object", object(m_event.object));
        switch (m_event.kind) {
        case EventKind::LockRequested:
            if (m_event.value != 0)
                m_line += " waits";
            break;
        case EventKind::LockAcquired:
        case EventKind::LockReleased:
            add("depth", m_event.value);
            break;
        case EventKind::ObjectNotify:
            add("woken", m_event.value);
            break;
        case EventKind::ObjectValue:
            add("value", m_event.value);
            break;
        default:
            break;
        }
    }

    void dataDetails()
    {
        const bool known = m_event.object < m_trace.variables().size();
        add(known ? m_trace.string(m_trace.variables()[m_event.object].name) : std::to_string(m_event.object),
            valueText(m_trace, {m_event.flags == 0 ? ValueKind::Int : ValueKind::Text, m_event.value}));
    }

    void runDetails()
    {
        switch (m_event.kind) {
        case EventKind::Output:
        case EventKind::Exception:
            (m_line += ' ') += quoted(m_trace.string(m_event.object));
            flag(1, m_event.kind == EventKind::Output ? "stderr" : "uncaught");
            break;
        case EventKind::Cue:
            (m_line += ' ') += m_trace.string(m_event.object);
            break;
        case EventKind::Deadlock:
            add("threads", m_event.value);
            (m_line += ' ') += quoted(m_trace.note(m_event.object));
            break;
        default:
            add("exit", m_event.value);
            add("reason", name(static_cast<EndReason>(
                              std::min(m_event.object, static_cast<std::uint32_t>(EndReason::ThreadLimit)))));
        }
    }

    const Trace& m_trace;
    const View& m_view;
    const Event& m_event;
    std::string m_line;
};

} // namespace

std::string describe(const Trace& trace, const View& view, const Event& event)
{
    return LineWriter(trace, view, event).write();
}

std::string dump(const Trace& trace)
{
    const RunInfo& info = trace.info();
    std::string text =
        "run " + info.file + " python=" + info.pythonVersion + " cores=" + std::to_string(info.cores) +
        " interval=" + std::to_string(info.switchInterval.ns) + " schedule=" + info.schedule + "\n";
    View view = initialView(trace);
    for (const Event& event : trace.events()) {
        apply(view, event, trace);
        const std::string time = std::to_string(event.time.ns);
        text.append(time.size() < 12 ? 12 - time.size() : 0, ' ');
        text += time + " " + describe(trace, view, event) + "\n";
    }
    return text;
}

} // namespace il::trace
