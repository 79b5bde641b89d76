// Writes a trace by hand, a line per event.
#pragma once

#include "trace/trace.h"

#include <string>

namespace il::samples {

/// Events get the time of `now`, which only after() moves on. Not for product code: the machine has its own.
class Recorder {
public:
    explicit Recorder(trace::RunInfo info);

    trace::TraceBuilder builder;
    trace::SimTime now;

    Recorder& after(trace::SimTime span);
    trace::ObjectId lock(const std::string& name);
    trace::ObjectId end(const std::string& threadName); ///< what join() waits for
    trace::VariableId variable(const std::string& name, bool shared);

    void event(trace::EventKind kind, trace::ThreadId thread, std::uint32_t object = 0,
               std::int64_t value = 0, std::uint8_t flags = 0);
    void created(trace::ThreadId thread, const std::string& name, trace::ThreadId creator);
    void runs(trace::ThreadId thread, int core);
    void waitsGil(trace::ThreadId thread);
    void blocks(trace::ThreadId thread, trace::ObjectId object);
    void done(trace::ThreadId thread);
    void line(trace::ThreadId thread, std::uint32_t line);
    void takesGil(trace::ThreadId thread); ///< a switch when somebody else had it last
    void dropsGil(trace::ThreadId thread, std::uint8_t why);
    void reads(trace::ThreadId thread, trace::VariableId variable, std::int64_t value);
    void writes(trace::ThreadId thread, trace::VariableId variable, std::int64_t value);
    void prints(trace::ThreadId thread, const std::string& text);
    void cue(trace::ThreadId thread, const std::string& name);

    trace::Trace finish(trace::EndReason reason = trace::EndReason::Finished);

private:
    trace::RunInfo m_info;
    trace::ThreadId m_lastHolder = trace::noThread;
    std::int64_t m_switches = 0;
};

} // namespace il::samples
