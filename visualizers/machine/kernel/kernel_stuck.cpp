// Deadlocks: finding them, and saying in words what is stuck.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::EndReason;
using trace::EventKind;
using trace::noThread;
using trace::ThreadId;
using trace::ThreadState;

/// The one thread that alone can end this thread's wait; noThread when there are several, or none, or a
/// timeout.
ThreadId Kernel::waitsForThread(ThreadId thread) const
{
    const Thread& t = s.threads[thread];
    const Wait& wait = t.wait;
    if (t.state != ThreadState::Blocked || wait.woken || wait.deadline != SimTime::never())
        return noThread;
    if (wait.op == Op::Join)
        return wait.target;
    if (wait.op == Op::Acquire || wait.op == Op::Relock)
        return s.objects[wait.object].owner;
    return noThread;
}

/// `thread` has just begun to wait: does that close a ring?
void Kernel::lookForCycle(ThreadId thread, SimTime now)
{
    std::size_t length = 1;
    ThreadId next = waitsForThread(thread);
    for (; next != thread; next = waitsForThread(next)) {
        if (next == noThread || length > s.threads.size())
            return; // none, or a ring further on, reported when it closed
        ++length;
    }
    std::vector<ThreadId> ring{thread};
    while (ring.size() < length)
        ring.push_back(waitsForThread(ring.back()));
    reportDeadlock(ring, now, "Deadlock: ");
}

/// Nobody runs and nothing is on the agenda.
void Kernel::stuck()
{
    std::vector<ThreadId> threads;
    for (ThreadId thread = 0; thread < s.threads.size(); ++thread)
        if (!isDone(thread))
            threads.push_back(thread);
    std::string text = "Nothing can ever run again: ";
    for (const ThreadId thread : threads)
        text += describe(thread) + (thread == threads.back() ? "." : "; ");
    if (!s.deadlocked)
        reportDeadlock(threads, s.now, "Nothing can ever run again: ");
    end(EndReason::Deadlock, std::move(text));
}

void Kernel::reportDeadlock(const std::vector<ThreadId>& threads, SimTime now, std::string text)
{
    s.deadlocked = true;
    for (std::size_t i = 0; i < threads.size(); ++i)
        text += describe(threads[i]) + (i + 1 == threads.size() ? "." : "; ");
    if (m_builder)
        record(now, EventKind::Deadlock, threads.front(),
               m_builder->addDeadlock({false, {}, m_builder->addNote(text)}),
               static_cast<std::int64_t>(threads.size()));
}

std::string Kernel::describe(ThreadId thread) const
{
    const Thread& t = s.threads[thread];
    std::string text = t.name;
    if (const int line = lineOf(thread); line > 0)
        text += " (line " + std::to_string(line) + ')';
    const Wait& wait = t.wait;
    if (wait.op == Op::File)
        return text + describeCall(thread);
    if (wait.object == noSync)
        return text + " waits";
    const SyncObject& object = s.objects[wait.object];
    switch (wait.op) {
    case Op::Acquire:
    case Op::Relock:
        text += " waits for " + object.name;
        if (object.owner == thread)
            return text + ", which it holds itself";
        return object.owner == noThread ? text : text + ", which " + s.threads[object.owner].name + " holds";
    case Op::ConditionWait:
        return text + " waits to be notified on " + object.name;
    case Op::Down:
        return text + " waits for the semaphore " + object.name;
    case Op::EventWait:
        return text + " waits for the event " + object.name;
    case Op::BarrierWait:
        return text + " waits at the barrier " + object.name + " (" + std::to_string(object.value) + " of " +
               std::to_string(object.limit) + " have arrived)";
    case Op::Get:
        return text + " waits for an item in the queue " + object.name;
    case Op::Put:
        return text + " waits for room in the queue " + object.name;
    case Op::QueueJoin:
        return text + " waits until all tasks of the queue " + object.name + " are done";
    case Op::Join:
        return text + " waits for the end of " + s.threads[wait.target].name;
    default:
        return text + " waits";
    }
}

/// The line of the script that the thread is in; 0 when it is in none.
int Kernel::lineOf(ThreadId thread) const
{
    const auto& frames = s.contexts[thread].frames;
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        const LinkedCode& code = m_image.code(frame->code);
        const std::size_t at = frame->pc > 0 ? frame->pc - 1 : 0;
        if (code.origin == Origin::User && at < code.code->positions.size())
            return code.code->positions[at].line;
    }
    return 0;
}

} // namespace il::machine
