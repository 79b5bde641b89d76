// Signals: sending them, what they do by default, and running Python's handlers.
//
// A handler runs in the main thread between two instructions. When that thread waits, its wait is interrupted
// and begun again afterwards, with what is left of its timeout (PEP 475), unless the handler raises.
#include "machine/builtins/values.h"
#include "machine/kernel/kernel.h"

#include <algorithm>
#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr int signalKill = 9, signalAlarm = 14;

/// Signals that nobody notices who hasn't asked for them: SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
bool isIgnored(int signal)
{
    return signal == 17 || signal == 18 || signal == 23 || signal == 28;
}

/// Condition and Barrier hold on to what they have begun.
bool isInterruptible(Op op)
{
    return op != Op::None && op != Op::ConditionWait && op != Op::Relock && op != Op::BarrierWait &&
           op != Op::Interrupted && !isWork(op);
}

} // namespace

/// It arrives a moment later, unless it is the sender's own process: kill() returns after that.
NativeResult Kernel::sendSignal(Context& context, ProcessId target, int signal)
{
    const auto caller = static_cast<ThreadId>(context.threadId);
    Process& process = s.processes[target];
    if (signal == 0 || process.stage != Process::Stage::Alive)
        return Value::none();
    record(context.now, EventKind::SignalSent, caller, target, signal);
    if (s.threads[caller].process != target) {
        const SimTime arrival = context.now + latency(m_config.costs.wakeUp);
        s.timers.set(arrival, TimerKind::Signal, target, static_cast<std::uint32_t>(signal));
    } else if (process.handlerOf(signal) != Process::Handler::Default) {
        signalArrives(target, signal, context.now);
    } else if (!isIgnored(signal)) {
        return exitProcess(context, -signal);
    }
    return pay(context, m_config.costs.syscall, Value::none());
}

/// SIGALRM in so many seconds, instead of any that was asked for before; 0: only not that one.
void Kernel::setAlarm(Context& context, SimTime delay)
{
    Process& process = machine::processOf(context);
    ++process.alarm;
    process.alarmDue = delay > SimTime{} ? context.now + delay : SimTime{};
    if (delay > SimTime{})
        s.timers.set(process.alarmDue, TimerKind::Signal, s.threads[context.threadId].process,
                     process.alarm << 8 | static_cast<std::uint32_t>(signalAlarm));
}

/// `what`: the signal and, above 8 bits, which of the process's alarms it is.
void Kernel::signalTimer(ProcessId id, std::uint32_t what, SimTime now)
{
    const auto signal = static_cast<int>(what & 0xFF);
    if (what > 0xFF && what >> 8 != s.processes[id].alarm)
        return;
    if (what > 0xFF) {
        s.processes[id].alarmDue = {};
        record(now, EventKind::SignalSent, noThread, id, signal);
    }
    signalArrives(id, signal, now);
}

void Kernel::signalArrives(ProcessId id, int signal, SimTime now)
{
    Process& process = s.processes[id];
    if (process.stage != Process::Stage::Alive)
        return;
    const Process::Handler handler =
        signal == signalKill ? Process::Handler::Default : process.handlerOf(signal);
    if (handler == Process::Handler::Ignore || (handler == Process::Handler::Default && isIgnored(signal)))
        return;
    if (handler == Process::Handler::Default)
        return processEnds(id, -signal, now);
    if (std::find(process.signals.begin(), process.signals.end(), signal) == process.signals.end())
        process.signals.push_back(signal);
    interruptWait(process.main, now);
}

/// What Python does when it starts: Ctrl-C raises, and writing to a closed pipe is an error, no signal.
void Kernel::installHandlers(Process& process)
{
    constexpr int interrupt = 2, brokenPipe = 13;
    process.handlers[interrupt] = m_image.findNative("signal", "default_int_handler");
    process.handlers[brokenPipe] = Value::of(std::int64_t{Process::ignore});
}

/// Nothing happens when it doesn't wait.
void Kernel::interruptWait(ThreadId thread, SimTime now)
{
    Thread& t = s.threads[thread];
    const bool waits =
        t.state == ThreadState::Blocked || t.state == ThreadState::Io || t.state == ThreadState::Sleeping;
    if (!waits || t.wait.woken || !isInterruptible(t.wait.op))
        return;
    if (t.wait.op == Op::File)
        pauseCall(thread);
    else if (t.wait.object != noSync)
        listOf(t.wait).remove(s.waitLinks, thread);
    ThreadContext& context = s.contexts[thread];
    context.interrupted.push_back(context.pending);
    context.waiting = false;
    t.interrupted.push_back(t.wait);
    t.wait = {};
    t.wait.op = Op::Interrupted;
    wake(thread, now);
}

/// The main thread is between two instructions: calls the handler of the first pending signal. False: it is
/// inside of what stands for C code.
bool Kernel::callHandler(ThreadId thread)
{
    Process& process = processOf(thread);
    ThreadContext& context_ = s.contexts[thread];
    dropInterrupted(thread);
    const bool inside =
        !context_.frames.empty() && m_image.code(context_.frames.back().code).origin == Origin::Prelude;
    if (context_.waiting || context_.completing || !context_.raising.isNull() || context_.frames.empty() ||
        inside)
        return false;
    const int signal = process.signals.front();
    process.signals.erase(process.signals.begin());
    const bool again = std::exchange(s.threads[thread].resumes, false);
    Context c = context(thread);
    if (const auto outcome = interrupt(c, process.handlers[signal], signal, again))
        handle(thread, *outcome);
    return true;
}

/// Handlers that raised have left the waits that they interrupted behind.
void Kernel::dropInterrupted(ThreadId thread)
{
    Thread& t = s.threads[thread];
    while (t.interrupted.size() > s.contexts[thread].interrupted.size()) {
        if (t.interrupted.back().op == Op::File) {
            resumeCall(thread);
            endCall(thread, t.clock);
        }
        t.interrupted.pop_back();
    }
}

/// A handler has returned to the wait that it interrupted.
void Kernel::waitOn(ThreadId thread)
{
    Thread& t = s.threads[thread];
    const SimTime now = t.clock;
    t.wait = t.interrupted.back();
    t.interrupted.pop_back();
    if (t.wait.deadline <= now)
        t.wait.timedOut = true;
    switch (t.wait.op) {
    case Op::Sleep:
    case Op::Io:
        return t.wait.timedOut ? complete(thread, Value::none()) : block(thread);
    case Op::File:
        resumeCall(thread);
        return enterCall(thread);
    case Op::Acquire:
        if (tryAcquire(thread, t.wait.object, now))
            return complete(thread, Value::of(true));
        break;
    case Op::Start:
        if (s.threads[t.wait.target].begin == noSync)
            return finishWait(thread);
        break;
    case Op::EventWait:
        if (s.objects[t.wait.object].value != 0)
            return finishWait(thread);
        break;
    case Op::Pause:
        return complete(thread, Value::none());
    default:
        return finishWait(thread);
    }
    if (t.wait.timedOut)
        return finishWait(thread);
    enqueue(thread);
    block(thread);
}

} // namespace il::machine
