#include "trace/perfetto.h"

#include "trace/json.h"
#include "trace/lanes.h"
#include "trace/view.h"
#include "trace/words.h"

namespace il::trace {

namespace {

/// Tracks of the viewer: threads lie in process 1, everything that threads fight for in process 2.
constexpr int threadsProcess = 1, objectsProcess = 2;

class Writer {
public:
    explicit Writer(const Trace& trace) : m_trace(trace), m_end(trace.at(trace.duration())), m_lanes(trace) {}

    std::string write()
    {
        metadata("process_name", threadsProcess, 0, m_trace.info().file);
        metadata("process_name", objectsProcess, 0, "Locks");
        for (const LaneId id : m_lanes.ids())
            lane(id);
        for (const Event& event : m_trace.events())
            single(event);
        return "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n" + m_events + "\n]}\n";
    }

private:
    static std::string time(std::int64_t ns)
    {
        return std::to_string(ns / 1000) + "." + std::to_string(1000 + ns % 1000).substr(1);
    }

    /// `rest` holds further members, each with a comma before it.
    void add(std::string_view phase, std::string_view name, int process, std::uint32_t track,
             const std::string& rest)
    {
        m_events += m_events.empty() ? "" : ",\n";
        m_events += "{\"ph\":" + jsonString(phase) + ",\"name\":" + jsonString(name) +
                    ",\"pid\":" + std::to_string(process) + ",\"tid\":" + std::to_string(track) + rest + "}";
    }

    void metadata(std::string_view what, int process, std::uint32_t track, std::string_view name)
    {
        add("M", what, process, track, ",\"args\":{\"name\":" + jsonString(name) + "}");
    }

    void lane(LaneId id)
    {
        if (id.kind == LaneKind::Variable)
            return;
        const bool isThread = id.kind == LaneKind::Thread;
        const int process = isThread ? threadsProcess : objectsProcess;
        const std::uint32_t track = id.kind == LaneKind::Object ? id.index + 1 : id.index;
        metadata("thread_name", process, track, laneName(id));
        const auto segments = m_lanes.segments(id);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const bool last = i + 1 == segments.size();
            const std::int64_t start = segments[i].start.ns;
            const std::int64_t end = last ? m_trace.duration().ns : segments[i + 1].start.ns;
            if (segments[i].value == laneBlank || end == start || (isThread && isOver(segments[i].value)))
                continue;
            add("X",
                isThread ? trace::name(static_cast<ThreadState>(segments[i].value))
                         : owner(segments[i].value),
                process, track, ",\"ts\":" + time(start) + ",\"dur\":" + time(end - start));
        }
    }

    static bool isOver(std::uint16_t state) { return static_cast<ThreadState>(state) == ThreadState::Done; }

    std::string laneName(LaneId id) const
    {
        if (id.kind == LaneKind::Gil)
            return "GIL";
        if (id.kind == LaneKind::Thread)
            return threadName(m_trace, m_end, static_cast<ThreadId>(id.index));
        return std::string(m_trace.string(m_trace.objects()[id.index].name));
    }

    std::string_view owner(ThreadId id)
    {
        m_owner = threadName(m_trace, m_end, id);
        return m_owner;
    }

    void single(const Event& event)
    {
        if (event.kind == EventKind::Cue) {
            const bool ofThread = event.thread != noThread;
            add("i", m_trace.string(event.object), threadsProcess, ofThread ? event.thread : 0,
                ",\"ts\":" + time(event.time.ns) + (ofThread ? ",\"s\":\"t\"" : ",\"s\":\"g\""));
        } else if (event.kind == EventKind::VariableWritten && event.flags == 0 &&
                   event.object < m_trace.variables().size() && m_trace.variables()[event.object].shared) {
            add("C", m_trace.string(m_trace.variables()[event.object].name), threadsProcess, 0,
                ",\"ts\":" + time(event.time.ns) + ",\"args\":{\"value\":" + std::to_string(event.value) +
                    "}");
        }
    }

    const Trace& m_trace;
    View m_end;
    Lanes m_lanes;
    std::string m_events, m_owner;
};

} // namespace

std::string perfetto(const Trace& trace)
{
    return Writer(trace).write();
}

} // namespace il::trace
