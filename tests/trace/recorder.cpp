#include "trace/recorder.h"

namespace il::samples {

using namespace trace;

Recorder::Recorder(RunInfo info) : m_info(std::move(info)) {}

Recorder& Recorder::after(SimTime span)
{
    now += span;
    return *this;
}

ObjectId Recorder::lock(const std::string& name)
{
    return builder.addObject({ObjectKind::Lock, builder.intern(name), 0});
}

ObjectId Recorder::end(const std::string& threadName)
{
    return builder.addObject({ObjectKind::ThreadEnd, builder.intern(threadName), 0});
}

VariableId Recorder::variable(const std::string& name, bool shared)
{
    return builder.addVariable({builder.intern(name), shared});
}

void Recorder::event(EventKind kind, ThreadId thread, std::uint32_t object, std::int64_t value,
                     std::uint8_t flags)
{
    builder.add({now, kind, flags, thread, object, value});
}

void Recorder::created(ThreadId thread, const std::string& name, ThreadId creator)
{
    event(EventKind::ThreadCreated, thread, builder.intern(name), creator);
}

void Recorder::runs(ThreadId thread, int core)
{
    event(EventKind::ThreadRunning, thread, 0, core);
}

void Recorder::waitsGil(ThreadId thread)
{
    event(EventKind::ThreadWaitGil, thread, 0, (now + m_info.switchInterval).ns);
}

void Recorder::blocks(ThreadId thread, ObjectId object)
{
    event(EventKind::ThreadBlocked, thread, object, -1);
}

void Recorder::done(ThreadId thread)
{
    event(EventKind::ThreadDone, thread);
}

void Recorder::line(ThreadId thread, std::uint32_t line)
{
    event(EventKind::Line, thread, line, builder.intern(m_info.file));
}

void Recorder::takesGil(ThreadId thread)
{
    const bool isSwitch = m_lastHolder != thread;
    m_switches += isSwitch ? 1 : 0;
    m_lastHolder = thread;
    event(EventKind::GilTaken, thread, 0, m_switches, isSwitch ? 1 : 0);
}

void Recorder::dropsGil(ThreadId thread, std::uint8_t why)
{
    event(EventKind::GilReleased, thread, 0, 0, why);
}

void Recorder::reads(ThreadId thread, VariableId variable, std::int64_t value)
{
    event(EventKind::VariableRead, thread, variable, value);
}

void Recorder::writes(ThreadId thread, VariableId variable, std::int64_t value)
{
    event(EventKind::VariableWritten, thread, variable, value);
}

void Recorder::prints(ThreadId thread, const std::string& text)
{
    event(EventKind::Output, thread, builder.intern(text));
}

void Recorder::cue(ThreadId thread, const std::string& name)
{
    event(EventKind::Cue, thread, builder.intern(name));
}

Trace Recorder::finish(EndReason reason)
{
    event(EventKind::RunEnded, noThread, static_cast<std::uint32_t>(reason),
          reason == EndReason::Finished ? 0 : 1);
    return builder.finish(m_info);
}

} // namespace il::samples
