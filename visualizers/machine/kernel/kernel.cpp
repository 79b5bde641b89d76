// The main loop: what happens next, and what follows from it.
#include "machine/kernel/kernel.h"

#include <algorithm>
#include <cassert>

namespace il::machine {

using trace::EndReason;
using trace::EventKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;

KernelState::KernelState(const Config& config, Schedule chosen)
    : schedule(std::move(chosen)), cores(static_cast<std::size_t>(std::max(config.cores, 1))),
      objectCounts(16)
{
    processes.emplace_back(config).pid = firstPid;
    living.push_back(0);
}

Kernel::Kernel(const Image& image, const Config& config, KernelState state, trace::TraceBuilder* builder)
    : m_image(image), m_config(config), m_builder(builder), s(std::move(state))
{
    s.files.tellFacts(builder != nullptr);
    if (builder) {
        m_recorder.emplace(*builder, image);
        m_recorder->instructions = config.traceInstructions;
    } else {
        m_recorder.emplace(m_words.emplace(), image, Recorder::Keeps::Names);
    }
}

Context Kernel::context(ThreadId thread)
{
    Memory& memory = processOf(thread).memory;
    return {m_image,
            memory,
            s.contexts[thread],
            *this,
            m_recorder ? &*m_recorder : nullptr,
            thread,
            s.threads[thread].clock,
            memory.heap};
}

void Kernel::record(SimTime time, EventKind kind, ThreadId thread, std::uint32_t object, std::int64_t value,
                    std::uint8_t flags)
{
    if (m_builder)
        m_builder->add({m_recorder->stamp(time), kind, flags, thread, object, value});
}

void Kernel::step()
{
    noteChoices(s.now);
    const ThreadId thread = earliest();
    const SimTime timer = std::min(s.timers.next(), nextGilTimer());
    if (thread == noThread && timer == SimTime::never())
        return stuck();
    const bool timerFirst = thread == noThread || timer <= s.threads[thread].clock;
    s.now = std::min(timerFirst ? timer : s.threads[thread].clock, m_config.limits.time);
    checkLimits();
    if (s.ended)
        return;
    if (timerFirst)
        return fire();
    const SimTime second = secondClock(thread);
    const SimTime alone = std::max(second, s.threads[thread].clock + trace::nanoseconds(1));
    execute(thread, std::min(timer, alone), timer);
}

/// The running thread whose clock is behind all others'. When several are equal and all are about to touch
/// shared data, which is first is a choice; otherwise it makes no difference.
ThreadId Kernel::earliest()
{
    ThreadId first = noThread;
    std::uint32_t equal = 0;
    for (const Core& core : s.cores) {
        if (core.running == noThread || s.threads[core.running].ticking)
            continue;
        if (first == noThread || s.threads[core.running].clock < s.threads[first].clock) {
            first = core.running;
            equal = 1;
        } else if (s.threads[core.running].clock == s.threads[first].clock) {
            ++equal;
        }
    }
    if (equal < 2)
        return first;
    const SimTime clock = s.threads[first].clock;
    std::vector<ThreadId> rivals;
    for (const Core& core : s.cores)
        if (core.running != noThread && s.threads[core.running].clock == clock && touchesShared(core.running))
            rivals.push_back(core.running);
    if (rivals.size() < 2 || !touchesShared(first))
        return first;
    if (s.schedule.isByHand())
        return rivals[askWho(ChoiceKind::TieBreak, clock, noThread, rivals)];
    return rivals[s.schedule.choose(ChoiceKind::TieBreak, static_cast<std::uint32_t>(rivals.size()))];
}

SimTime Kernel::secondClock(ThreadId first) const
{
    SimTime second = SimTime::never();
    for (const Core& core : s.cores)
        if (core.running != noThread && core.running != first)
            second = std::min(second, s.threads[core.running].clock);
    return second;
}

bool Kernel::touchesShared(ThreadId thread) const
{
    const Thread& t = s.threads[thread];
    if (t.unfinished || t.burn > SimTime{} || t.burning || t.outcome || s.contexts[thread].frames.empty())
        return false;
    const Frame& frame = s.contexts[thread].frames.back();
    const LinkedCode& code = m_image.code(frame.code);
    if (frame.pc >= code.instructions.size())
        return false;
    switch (code.instructions[frame.pc].op) {
    case script::Opcode::LoadGlobal:
    case script::Opcode::StoreGlobal:
    case script::Opcode::LoadName:
    case script::Opcode::StoreName:
    case script::Opcode::LoadDeref:
    case script::Opcode::StoreDeref:
    case script::Opcode::LoadAttr:
    case script::Opcode::StoreAttr:
    case script::Opcode::BinarySubscr:
    case script::Opcode::StoreSubscr:
    case script::Opcode::Call:
        return true;
    default:
        return false;
    }
}

/// What is on the agenda comes before the GIL's timers of the same time: who was woken is ahead of who was
/// not.
void Kernel::fire()
{
    if (const SimTime time = nextGilTimer(); time < s.timers.next())
        return gilTimer(time);
    const Timer timer = s.timers.pop();
    if (timer.kind == TimerKind::Slice)
        return sliceEnd(timer.thread, timer.time);
    if (timer.kind == TimerKind::Signal)
        return signalTimer(timer.thread, timer.token, timer.time);
    if (timer.kind == TimerKind::Network)
        return networkTimer(timer.time);
    if (s.threads[timer.thread].token != timer.token)
        return;
    switch (timer.kind) {
    case TimerKind::WakeUp:
        return wakeUp(timer.thread, timer.time);
    case TimerKind::GilArrive:
        return gilArrives(timer.thread, timer.time);
    case TimerKind::Deadline:
        return deadline(timer.thread, timer.time);
    case TimerKind::TickEnd:
        return tickEnd(timer.thread, timer.time);
    case TimerKind::CallEnd:
        return callEnd(timer.thread, timer.time);
    case TimerKind::Slice:
    case TimerKind::Network:
    case TimerKind::Signal:
        return;
    }
}

/// `until`: the next moment at which anybody else does anything; `timer`: the next one on the agenda.
void Kernel::execute(ThreadId thread, SimTime until, SimTime timer)
{
    Thread& t = s.threads[thread];
    if (t.outcome) { // it has been overtaken by a timer since
        const Outcome outcome = *t.outcome;
        t.outcome.reset();
        return handle(thread, outcome);
    }
    if (t.unfinished)
        return finishWait(thread);
    if (t.burn > SimTime{} || t.burning)
        return burn(thread, until, timer);

    Process& process = s.processes[t.process];
    if (!t.interrupted.empty())
        dropInterrupted(thread);
    const bool signalled = !process.signals.empty() && thread == process.main;
    if (signalled && callHandler(thread))
        return;
    Quantum quantum;
    quantum.until = std::min(until, m_config.limits.time);
    quantum.breakerAt = process.gil.dropRequested() || asksToPreempt(thread) ? SimTime{} : SimTime::never();
    quantum.everyInstruction = m_config.version.switchPoints == SwitchPoints::EveryInstruction;
    quantum.instructionCost = m_config.costs.instruction;
    quantum.heapBytes = heapLimit(process);
    constexpr std::int64_t lookAtLimits = 1'000'000;
    quantum.instructions = signalled ? 1 : lookAtLimits;
    if (m_config.version.gil == GilModel::Ticks)
        quantum.instructions = std::min(quantum.instructions, std::max<std::int64_t>(process.ticks, 1));
    const std::uint64_t left = m_config.limits.instructions - s.instructions;
    if (left < static_cast<std::uint64_t>(quantum.instructions))
        quantum.instructions = static_cast<std::int64_t>(std::max<std::uint64_t>(left, 1));

    Context c = context(thread);
    const Outcome outcome = run(c, quantum);
    Thread& after = s.threads[thread]; // natives may have created threads
    after.clock = c.now;
    s.instructions += static_cast<std::uint64_t>(outcome.instructions);
    process.ticks -= outcome.instructions;
    count(thread);
    if (outcome.kind == Outcome::Kind::Time)
        return;
    if (after.clock > std::min({until, s.timers.next(), nextGilTimer()}))
        after.outcome = outcome; // its last instruction ended after that; first things first
    else
        handle(thread, outcome);
}

/// Up to `timer` at most. What it was for is done when nobody else is behind: their clocks are from `until`
/// on.
void Kernel::burn(ThreadId thread, SimTime until, SimTime timer)
{
    Thread& t = s.threads[thread];
    Process& process = s.processes[t.process];
    if (process.gil.dropRequested() && process.gil.holder() == thread && t.wait.op == Op::None)
        return forcedDrop(thread);
    SimTime amount = std::min(t.burn, std::min(timer, m_config.limits.time) - t.clock);
    if (m_config.version.gil == GilModel::Ticks && process.gil.hasWaiters()) {
        const SimTime cost = m_config.costs.instruction;
        amount = std::min(amount, cost * std::max<std::int64_t>(process.ticks, 1));
        process.ticks -= (amount.ns + cost.ns - 1) / std::max<std::int64_t>(cost.ns, 1);
    }
    t.clock += amount;
    t.burn -= amount;
    if (t.burn == SimTime{} && t.burning && t.clock <= until) {
        t.burning = false;
        work(thread);
    } else if (m_config.version.gil == GilModel::Ticks && process.ticks <= 0) {
        tickCheck(thread);
    }
}

void Kernel::handle(ThreadId thread, const Outcome& outcome)
{
    Thread& t = s.threads[thread];
    switch (outcome.kind) {
    case Outcome::Kind::Time:
    case Outcome::Kind::Shared:
        return;
    case Outcome::Kind::Breaker:
        if (gilOf(thread).dropRequested())
            forcedDrop(thread);
        else
            maybePreempt(thread);
        return;
    case Outcome::Kind::Budget:
        if (m_config.version.gil == GilModel::Ticks && processOf(thread).ticks <= 0)
            tickCheck(thread);
        return;
    case Outcome::Kind::Wait:
        if (t.wait.op == Op::None)
            return waitOn(thread);
        if (t.wait.op == Op::File)
            return enterCall(thread);
        if (!isWork(t.wait.op))
            return block(thread);
        t.burning = true;
        t.burnResult = t.wait.result;
        t.burn = std::max(t.wait.duration, trace::nanoseconds(1));
        if (t.wait.op == Op::Pay)
            t.wait = {};
        return;
    case Outcome::Kind::Burn:
        t.burning = true;
        t.burnResult = Value::none();
        t.burn = std::max(outcome.duration, trace::nanoseconds(1));
        return;
    case Outcome::Kind::Done:
    case Outcome::Kind::Died:
        return threadEnds(thread, outcome);
    case Outcome::Kind::OutOfMemory:
        return end(EndReason::MemoryLimit);
    }
}

void Kernel::checkLimits()
{
    const Limits& limits = m_config.limits;
    if (s.now >= limits.time)
        end(EndReason::TimeLimit);
    else if (s.instructions >= limits.instructions || (m_builder && m_builder->size() >= limits.events))
        end(EndReason::StepLimit);
    else if (s.printedTooMuch || s.out.size() + s.err.size() > limits.outputBytes)
        end(EndReason::OutputLimit);
    else if (tooMuchMemory())
        end(EndReason::MemoryLimit);
    else if (s.threads.size() > limits.threads)
        end(EndReason::ThreadLimit);
}

void Kernel::end(EndReason reason)
{
    if (s.ended)
        return;
    s.ended = true;
    for (const ProcessId process : s.living) // a terminal would have shown it
        flush(s.processes[process]);
    s.reason = reason;
    if (m_builder && reason == EndReason::Deadlock)
        for (const std::string& cue : m_image.cues(script::Cue::deadlock))
            record(s.now, EventKind::Cue, noThread, m_builder->intern(cue));
    record(s.now, EventKind::RunEnded, noThread, static_cast<std::uint32_t>(reason), s.exitStatus);
}

} // namespace il::machine
