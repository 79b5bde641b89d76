#include "scene/narration_sentences.h"

#include "scene/narration_terms.h"

namespace il::scene {
namespace {

using namespace telling;

QString ofEnd(const Event& e, const Telling& t)
{
    switch (static_cast<trace::EndReason>(e.object)) {
    case trace::EndReason::Finished:
        if (e.value == 0)
            return t.words.translate("Narration", "The program has finished after %1.")
                .arg(timeText(e.time.ns));
        return t.words.translate("Narration", "The program ends with exit status %1.").arg(e.value);
    case trace::EndReason::Deadlock:
        return t.words.translate(
            "Narration",
            "Nothing can happen any more: everybody who is left waits for somebody else who waits.");
    case trace::EndReason::StepLimit:
        return t.words.translate("Narration",
                                 "The run was stopped here: it takes more steps than the limit.");
    case trace::EndReason::TimeLimit:
        return t.words.translate("Narration", "The run was stopped here: it takes more time than the limit.");
    case trace::EndReason::MemoryLimit:
        return t.words.translate("Narration",
                                 "The run was stopped here: it needs more memory than the limit.");
    case trace::EndReason::OutputLimit:
        return t.words.translate("Narration", "The run was stopped here: it prints more than the limit.");
    case trace::EndReason::ThreadLimit:
        return t.words.translate("Narration",
                                 "The run was stopped here: it starts more threads than the limit.");
    }
    return {};
}

QString ofException(const Event& e, const Telling& t)
{
    const QString text = quoted(fromUtf8(t.trace.string(e.object)));
    return (e.flags & 1 ? t.words.translate("Narration", "%1 ends with an error that nobody catches: %2")
                        : t.words.translate("Narration", "%1 raises an exception: %2"))
        .arg(who(t, e.thread), text);
}

QString ofDone(const Event& e, const Telling& t)
{
    if (e.flags & 2)
        return t.words
            .translate("Narration",
                       "The program ends and doesn't wait for the daemon thread %1: it is cut off.")
            .arg(who(t, e.thread));
    return t.words.translate("Narration", "%1 has finished.").arg(who(t, e.thread));
}

QString ofReady(const Event& e, const Telling& t)
{
    if (e.flags & 1)
        return t.words
            .translate("Narration",
                       "The operating system takes the core away from %1: its time slice is over.")
            .arg(who(t, e.thread));
    return t.words.translate("Narration", "%1 is ready and waits for a core.").arg(who(t, e.thread));
}

QString ofLine(const Event& e, const Telling& t)
{
    return t.words.translate("Narration", "%1 comes to line %2.")
        .arg(who(t, e.thread), QString::number(e.object));
}

} // namespace

bool losesUpdate(const Event& write, const trace::View& after)
{
    if (write.kind != EventKind::VariableWritten || write.object >= after.variables.size())
        return false;
    const trace::VariableView& v = after.variables[write.object];
    return v.lostUpdates > 0 && v.lastLost == write.time && v.lastWriter == write.thread;
}

QString sentenceOf(const Event& e, const Telling& t)
{
    const QString name = e.thread == trace::noThread ? QString() : who(t, e.thread);
    switch (e.kind) {
    case EventKind::Deadlock:
        return ofDeadlock(e, t);
    case EventKind::RunEnded:
        return ofEnd(e, t);
    case EventKind::Exception:
        return ofException(e, t);
    case EventKind::GilForcedWait:
        return t.words
            .translate("Narration",
                       "%1 drops the GIL at a switch point and waits until another thread has taken it.")
            .arg(name);
    case EventKind::GilDropRequested:
        return ofDropRequest(e, t);
    case EventKind::GilWakeLost:
        return t.words
            .translate("Narration",
                       "%1 was woken for the GIL, but another thread was faster: it waits again.")
            .arg(name);
    case EventKind::WaitTimedOut:
        return t.words.translate("Narration", "%1 has waited long enough for %2 and gives up.")
            .arg(name, object(t, e));
    case EventKind::VariableWritten:
        return ofWritten(e, t);
    case EventKind::Output:
        return ((e.flags & 2) != 0
                    ? t.words.translate("Narration",
                                        "%1 prints %2, but only into its buffer: the process ends "
                                        "before that is written.")
                    : t.words.translate("Narration", "%1 prints: %2"))
            .arg(name, quoted(fromUtf8(t.trace.string(e.object))));
    case EventKind::ThreadSleeping:
    case EventKind::ThreadIo:
        return ofPause(e, t);
    case EventKind::ThreadBlocked:
        return ofBlocked(e, t);
    case EventKind::LockReleased:
        return ofReleased(e, t);
    case EventKind::LockAcquired:
        return ofAcquired(e, t);
    case EventKind::ObjectNotify:
        return t.words
            .translate("Narration", "%1 notifies %2: %n waiting thread(s) wake up.", nullptr, count(e))
            .arg(name, object(t, e));
    case EventKind::ObjectWait:
        return t.words.translate("Narration", "%1 waits for %2.").arg(name, object(t, e));
    case EventKind::LockRequested:
        return ofRequested(e, t);
    case EventKind::ObjectValue:
        return ofValue(e, t);
    case EventKind::VariableRead:
        return t.words.translate("Narration", "%1 reads %2 and gets %3.")
            .arg(name, variable(t, e), value(t, e));
    case EventKind::LocalWritten:
        return t.words.translate("Narration", "%1 now holds %2 = %3 for itself; the others can't see it.")
            .arg(name, variable(t, e), value(t, e));
    case EventKind::ThreadDone:
        return ofDone(e, t);
    case EventKind::ThreadCreated:
        if (e.value == trace::noThread)
            return t.words.translate("Narration", "The program starts with its main thread.");
        return t.words.translate("Narration", "%1 starts the thread %2.")
            .arg(who(t, static_cast<ThreadId>(e.value)), name);
    case EventKind::ThreadWaitGil:
        return ofWaitGil(e, t);
    case EventKind::GilTaken:
        return t.words.translate("Narration", "%1 takes the GIL and runs.").arg(name);
    case EventKind::GilReleased:
        return ofGilReleased(e, t);
    case EventKind::ThreadReady:
        return ofReady(e, t);
    case EventKind::ThreadRunning:
        return t.words.translate("Narration", "%1 runs on core %2.").arg(name, QString::number(e.value));
    case EventKind::LockWoken:
        return t.words.translate("Narration", "%1 is woken: %2 may be free.").arg(name, object(t, e));
    case EventKind::Line:
        return ofLine(e, t);
    default:
        if (e.kind >= EventKind::MessagePut)
            return ofMessage(e, t);
        return e.kind >= EventKind::FileOpened ? ofFile(e, t) : ofProcesses(e, t);
    }
}

} // namespace il::scene
