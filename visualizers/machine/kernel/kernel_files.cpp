// System calls on files: leaving the interpreter, waiting for readiness, coming back.
#include "machine/kernel/kernel.h"

#include "machine/modules/file_results.h"

#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr int signalPipe = 13;

} // namespace

Moment Kernel::momentAt(SimTime now)
{
    return {now, s.schedule, m_config.costs.segment};
}

/// Whoever waits for what has just happened to a file gets going; poll and select look at all theirs again.
void Kernel::filesChanged(SimTime now, ThreadId cause)
{
    noteChoices(now); // before what may follow from them
    for (FileFact& fact : s.files.takeFacts()) {
        if (fact.kind == EventKind::FileClosed)
            fact.value = m_builder->file(fact.file).descriptor;
        record(now, fact.kind, cause, fact.file, fact.value, fact.flags);
        recordMessage(now, fact, cause);
    }
    for (const ThreadId thread : s.files.takeWoken())
        wake(thread, now, s.calls[thread].cost, Waker::Data);
    for (const SimTime time : s.files.takeDue())
        s.timers.set(time, TimerKind::Network, noThread, 0);
}

void Kernel::recordMessage(SimTime now, const FileFact& fact, ThreadId cause)
{
    if (fact.kind == EventKind::BytesSent) {
        if (const auto message = m_messages.sent(cause, fact.file))
            record(now, EventKind::MessageSent, cause, *message);
    } else if (fact.kind == EventKind::BytesRead) {
        if (const auto message = m_messages.taken(cause, fact.file))
            record(now, EventKind::MessageTaken, cause, *message);
    }
}

void Kernel::networkTimer(SimTime now)
{
    Moment moment = momentAt(now);
    s.files.deliver(moment);
    filesChanged(now);
}

SimTime Kernel::costOf(const FileCall& call) const
{
    return call.cost + m_config.costs.epollReady * static_cast<std::int64_t>(call.found.size());
}

void Kernel::closeFiles(FdTable& fds, SimTime now)
{
    Moment moment = momentAt(now);
    s.files.releaseAll(moment, fds);
    filesChanged(now);
}

/// As long as nobody could notice, the GIL isn't let go of and the call is over at once, whatever its cost.
NativeResult Kernel::fileCall(Context& context, FileCall call, SimTime timeout, Value keep)
{
    const auto thread = static_cast<ThreadId>(context.threadId);
    call.blocks = call.blocks && timeout > SimTime{};
    holdFiles(s.files, call);
    const bool polls = call.kind >= FileCall::Kind::Poll; // that takes its time, which is to be seen
    const bool handled = call.kind == FileCall::Kind::Write &&
                         processOf(thread).handlerOf(signalPipe) == Process::Handler::Python;
    const bool quiet =
        !polls && !handled &&
        (!hasGil() || (!gilOf(thread).hasWaiters() && s.timers.next() > context.now + call.cost));
    Wait wait;
    wait.op = Op::File;
    wait.duration = timeout;
    wait.result = keep;
    s.threads[thread].wait = wait;
    FileCall& under = s.calls[thread] = std::move(call);
    recordEntry(thread, context.now);
    if (!quiet || !tryCall(thread, context.now))
        return NativeResult::wait();
    const bool fatal = brokenPipe(thread, context.now);
    const NativeResult result = callResult(context, under, keep);
    const SimTime cost = costOf(under);
    recordReturn(thread, context.now);
    endCall(thread, context.now);
    s.threads[thread].wait = {};
    if (fatal)
        return exitProcess(context, -signalPipe);
    return result.kind == NativeResult::Kind::Return ? pay(context, cost, result.value) : result;
}

/// True when the call has its result.
bool Kernel::tryCall(ThreadId thread, SimTime now)
{
    FileCall& call = s.calls[thread];
    Moment moment = momentAt(now);
    if (!call.finished) {
        const std::size_t before = call.done + call.received.size();
        attempt(s.files, moment, call, !call.blocks || s.threads[thread].wait.timedOut);
        constexpr std::size_t perInstruction = 64; // so that a flood of bytes comes to the limit as well
        s.instructions += (call.done + call.received.size() - before) / perInstruction;
        noteChoices(now);
        recordScan(thread, now);
    }
    filesChanged(now, thread);
    return call.finished;
}

/// Writing to a closed pipe is a signal too, unless the program ignores it, as Python does at first. True:
/// the process ends.
bool Kernel::brokenPipe(ThreadId thread, SimTime now)
{
    const FileCall& call = s.calls[thread];
    const Process::Handler handler = processOf(thread).handlerOf(signalPipe);
    if (call.kind != FileCall::Kind::Write || call.error != errors::brokenPipe ||
        handler == Process::Handler::Ignore)
        return false;
    record(now, EventKind::SignalSent, noThread, s.threads[thread].process, signalPipe);
    if (handler == Process::Handler::Python)
        signalArrives(s.threads[thread].process, signalPipe, now);
    return handler == Process::Handler::Default;
}

void Kernel::endCall(ThreadId thread, SimTime now)
{
    const auto call = s.calls.extract(thread);
    Moment moment = momentAt(now);
    releaseFiles(s.files, moment, call.mapped());
    filesChanged(now, thread);
}

/// A handler interrupts the call; it may make calls of its own.
void Kernel::pauseCall(ThreadId thread)
{
    withdraw(s.files, s.calls[thread], thread);
    s.pausedCalls[thread].push_back(std::move(s.calls.extract(thread).mapped()));
}

void Kernel::resumeCall(ThreadId thread)
{
    std::vector<FileCall>& paused = s.pausedCalls[thread];
    s.calls[thread] = std::move(paused.back());
    paused.pop_back();
}

/// The thread is in the system now: still on its core, but without the GIL.
void Kernel::enterCall(ThreadId thread)
{
    Thread& t = s.threads[thread];
    const SimTime now = t.clock;
    constexpr std::uint8_t aroundBlockingCall = 2;
    if (hasGil() && dropGil(thread, now, aroundBlockingCall)) {
        waitForSwitch(thread, now);
        return leaveCore(thread, now);
    }
    t.ticking = true;
    t.clock = now + s.calls[thread].cost;
    s.timers.set(t.clock, TimerKind::CallEnd, thread, t.token);
}

void Kernel::callEnd(ThreadId thread, SimTime now)
{
    Thread& t = s.threads[thread];
    t.ticking = false;
    if (!tryCall(thread, now)) {
        beginWait(thread, now);
        return leaveCore(thread, now);
    }
    if (!hasGil()) {
        t.unfinished = true;
        return;
    }
    if (const auto taken = gilOf(thread).request(thread, now)) {
        record(now, EventKind::GilTaken, thread, 0, gilOf(thread).switchNumber(), taken->isSwitch ? 1 : 0);
        t.unfinished = true;
        return resumeForced(*taken, now);
    }
    const SimTime deadline = gilOf(thread).deadline(thread);
    setState(thread, ThreadState::WaitGil, now, 0, deadline == SimTime::never() ? -1 : deadline.ns);
    leaveCore(thread, now);
}

/// Before the thread sleeps. True when it needn't.
bool Kernel::awaitFiles(ThreadId thread, SimTime now)
{
    if (s.calls[thread].finished || (!s.calls[thread].tried && tryCall(thread, now)))
        return true;
    enrol(s.files, s.calls[thread], thread);
    return false;
}

/// It was woken, by readiness or its timeout. False: in vain, it has to go on waiting.
bool Kernel::wokenByFiles(ThreadId thread, SimTime now)
{
    withdraw(s.files, s.calls[thread], thread);
    return tryCall(thread, now);
}

void Kernel::finishCall(ThreadId thread)
{
    Thread& t = s.threads[thread];
    if (brokenPipe(thread, t.clock))
        return signalArrives(t.process, signalPipe, t.clock);
    Context c = context(thread);
    const NativeResult result = callResult(c, s.calls[thread], t.wait.result);
    recordReturn(thread, t.clock);
    endCall(thread, t.clock);
    t.wait = {};
    t.unfinished = false;
    if (result.kind == NativeResult::Kind::Raise)
        resumeRaising(c, result.value);
    else
        resume(c, result.value);
}

} // namespace il::machine
