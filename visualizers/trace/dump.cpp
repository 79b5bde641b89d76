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
        else if (m_event.kind <= EventKind::RunEnded)
            runDetails();
        else if (m_event.kind <= EventKind::PagesCopied)
            processDetails();
        else if (m_event.kind <= EventKind::TaskCollected)
            taskDetails();
        else if (m_event.kind <= EventKind::ReadyUnlisted)
            fileDetails();
        else if (m_event.kind <= EventKind::CallReturned)
            callDetails();
        else
            messageDetails();
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
            add("by", thread(m_event.value & noThread));
            if (m_event.value >> 16 != 0)
                add("process", m_event.value >> 16);
            flag(1, "service");
            flag(2, "daemon");
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
            flag(2, "lost");
            break;
        case EventKind::Cue:
            (m_line += ' ') += m_trace.string(m_event.object);
            break;
        case EventKind::Deadlock:
            add("threads", m_event.value);
            if (m_event.object < m_trace.deadlocks().size())
                deadlockDetails(m_trace.deadlocks()[m_event.object]);
            break;
        default:
            add("exit", m_event.value);
            add("reason", name(static_cast<EndReason>(
                              std::min(m_event.object, static_cast<std::uint32_t>(EndReason::ThreadLimit)))));
        }
    }

    void deadlockDetails(const DeadlockInfo& info)
    {
        m_line += info.cycle ? " cycle" : " stuck";
        const auto at = [this](ThreadId id, std::uint32_t line) {
            return thread(id) + (line > 0 ? "@" + std::to_string(line) : std::string());
        };
        for (const WaitEdge& edge : info.edges) {
            add(at(edge.thread, edge.waitLine), name(edge.reason));
            (m_line += ':') += object(edge.object);
            if (edge.holder != noThread)
                m_line += " of " + at(edge.holder, edge.takenLine);
            m_line += &edge == &info.edges.back() ? "" : ",";
        }
    }

    void processDetails()
    {
        add("process", m_event.object);
        switch (m_event.kind) {
        case EventKind::ProcessCreated:
        case EventKind::ProcessAdopted:
            add(m_event.kind == EventKind::ProcessCreated ? "pid" : "parent", m_event.value);
            break;
        case EventKind::ProcessExited:
            add("exit", m_event.value);
            break;
        case EventKind::SignalSent:
            add("signal", m_event.value);
            break;
        case EventKind::PagesCopied:
            add("pages", m_event.value);
            break;
        default:
            break;
        }
    }

    void taskDetails()
    {
        if (m_event.kind <= EventKind::WorkerLeft)
            return add("pool", object(m_event.object));
        const bool known = m_event.object < m_trace.tasks().size();
        add("task", std::to_string(m_event.object) + ":" +
                        (known ? std::string(m_trace.string(m_trace.tasks()[m_event.object].name)) : ""));
        if (m_event.kind == EventKind::TaskFinished)
            add("result", quoted(m_trace.string(static_cast<StringId>(m_event.value))));
        flag(1, "raised");
        flag(2, "cancelled");
        flag(4, "lost");
    }

    std::string file(FileId id) const
    {
        const std::string number = std::to_string(id);
        if (id >= m_trace.files().size())
            return number;
        const FileInfo& info = m_trace.files()[id];
        const std::string_view named = m_trace.string(info.name);
        return number + ":" + std::string(named.empty() ? name(info.kind) : named);
    }

    void fileDetails()
    {
        add("file", file(m_event.object));
        const std::int64_t high = m_event.value >> 32, low = m_event.value & 0xFFFFFFFF;
        switch (m_event.kind) {
        case EventKind::FileOpened:
        case EventKind::FileClosed:
            add("descriptor", m_event.value);
            flag(1, "last");
            break;
        case EventKind::FileReady:
            add("ready", m_event.value);
            break;
        case EventKind::WatchChanged:
            add("by", file(static_cast<FileId>(high)));
            add("mask", low);
            flag(1, "edge-triggered");
            flag(2, "one-shot");
            break;
        case EventKind::ReadyListed:
        case EventKind::ReadyUnlisted:
            add("by", file(static_cast<FileId>(m_event.value)));
            break;
        default:
            add("bytes", high);
            add("left", low);
        }
    }

    void callDetails()
    {
        switch (m_event.kind) {
        case EventKind::CallEntered:
        case EventKind::CallReturned:
            (m_line += ' ') += m_trace.string(m_event.object);
            return add(m_event.kind == EventKind::CallEntered ? "argument" : "result", m_event.value);
        case EventKind::PollReported:
            add("file", file(m_event.object));
            return add("mask", m_event.value);
        default:
            (m_line += ' ') += name(static_cast<PollModel>(std::min<int>(m_event.flags, pollModels - 1)));
            add(m_event.kind == EventKind::PollReturned ? "reported" : "descriptors", m_event.value);
        }
    }

    void messageDetails()
    {
        if (m_event.object >= m_trace.messages().size())
            return add("message", m_event.object);
        const MessageInfo& info = m_trace.messages()[m_event.object];
        add("message", std::to_string(m_event.object) + ":" + std::string(m_trace.string(info.text)));
        add("channel", object(info.channel));
        flag(1, "failed");
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
