#include "scene/narration_sentences.h"

#include "scene/parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::scene {
namespace {

using trace::Event;
using trace::EventKind;
using trace::ObjectKind;
using trace::ThreadId;
using trace::ThreadState;

QString say(const Telling& t, const char* source)
{
    return t.words.translate("Narration", source);
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString who(const Telling& t, ThreadId thread)
{
    return threadLabel(t.trace, t.after, thread);
}

QString variable(const Telling& t, const Event& e)
{
    const auto variables = t.trace.variables();
    return e.object < variables.size() ? fromUtf8(t.trace.string(variables[e.object].name))
                                       : QStringLiteral("?");
}

QString value(const Telling& t, const Event& e)
{
    if (e.flags == static_cast<std::uint8_t>(trace::ValueKind::Int))
        return QString::number(e.value);
    return fromUtf8(t.trace.string(static_cast<trace::StringId>(e.value)));
}

ObjectKind kindOf(const Telling& t, const Event& e)
{
    const auto objects = t.trace.objects();
    return e.object < objects.size() ? objects[e.object].kind : ObjectKind::Other;
}

QString object(const Telling& t, const Event& e)
{
    const auto objects = t.trace.objects();
    if (e.object >= objects.size())
        return QStringLiteral("?");
    const std::string_view name = t.trace.string(objects[e.object].name);
    // A thread's end has the thread's name; it is called as the thread is everywhere.
    if (objects[e.object].kind == ObjectKind::ThreadEnd && name.substr(0, 7) == "Thread-")
        return threadLabel(name, 1);
    return fromUtf8(name);
}

/// The number that an event counts, for plural forms.
int count(const Event& e)
{
    return static_cast<int>(std::clamp<std::int64_t>(e.value, 0, INT32_MAX));
}

const Event* find(const Telling& t, EventKind kind, ThreadId thread)
{
    const auto found = std::find_if(t.events.begin(), t.events.end(),
                                    [&](const Event& e) { return e.kind == kind && e.thread == thread; });
    return found == t.events.end() ? nullptr : &*found;
}

ThreadState stateBefore(const Telling& t, ThreadId thread)
{
    const trace::View before = t.trace.atStep(t.step == 0 ? 0 : t.step - 1);
    return thread < before.threads.size() ? before.threads[thread].state : ThreadState::New;
}

/// One line of what was printed, short enough for a caption.
QString quoted(const QString& text)
{
    QString line = text.trimmed().section(QLatin1Char('\n'), 0, 0);
    if (line.size() > 60)
        line = line.left(59) + QChar(0x2026);
    return line;
}

QString ofEnd(const Event& e, const Telling& t)
{
    switch (static_cast<trace::EndReason>(e.object)) {
    case trace::EndReason::Finished:
        if (e.value == 0)
            return say(t, QT_TRANSLATE_NOOP("Narration", "The program has finished after %1."))
                .arg(timeText(e.time.ns));
        return say(t, QT_TRANSLATE_NOOP("Narration", "The program ends with exit status %1.")).arg(e.value);
    case trace::EndReason::Deadlock:
        return say(
            t, QT_TRANSLATE_NOOP(
                   "Narration",
                   "Nothing can happen any more: everybody who is left waits for somebody else who waits."));
    case trace::EndReason::StepLimit:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "The run was stopped here: it takes more steps than the limit."));
    case trace::EndReason::TimeLimit:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "The run was stopped here: it takes more time than the limit."));
    case trace::EndReason::MemoryLimit:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "The run was stopped here: it needs more memory than the limit."));
    case trace::EndReason::OutputLimit:
        return say(
            t, QT_TRANSLATE_NOOP("Narration", "The run was stopped here: it prints more than the limit."));
    case trace::EndReason::ThreadLimit:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "The run was stopped here: it starts more threads than the limit."));
    }
    return {};
}

QString ofException(const Event& e, const Telling& t)
{
    const QString text = quoted(fromUtf8(t.trace.string(e.object)));
    return (e.flags & 1
                ? say(t, QT_TRANSLATE_NOOP("Narration", "%1 ends with an error that nobody catches: %2"))
                : say(t, QT_TRANSLATE_NOOP("Narration", "%1 raises an exception: %2")))
        .arg(who(t, e.thread), text);
}

QString ofDropRequest(const Event& e, const Telling& t)
{
    const QString interval = timeText(t.trace.info().switchInterval.ns);
    return say(t, QT_TRANSLATE_NOOP("Narration",
                                    "%1 has waited %2 without a switch: it asks %3 to drop the GIL."))
        .arg(who(t, e.thread), interval, who(t, static_cast<ThreadId>(e.object)));
}

QString ofGilReleased(const Event& e, const Telling& t)
{
    if (e.flags & 1)
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 was asked for the GIL and drops it."))
            .arg(who(t, e.thread));
    if (e.flags & 4)
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 has run for its number of ticks: it releases the "
                                                     "GIL and at once competes for it again."))
            .arg(who(t, e.thread));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 releases the GIL before something that may take long."))
        .arg(who(t, e.thread));
}

QString ofWaitGil(const Event& e, const Telling& t)
{
    switch (stateBefore(t, e.thread)) {
    case ThreadState::Io:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 has finished its I/O and wants the GIL back."))
            .arg(who(t, e.thread));
    case ThreadState::Sleeping:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 has slept long enough and wants the GIL back."))
            .arg(who(t, e.thread));
    case ThreadState::Blocked:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "%1 need not wait any more, but it can go on only with the GIL."))
            .arg(who(t, e.thread));
    case ThreadState::WaitGil:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "There was a switch while %1 waited: its timer starts again."))
            .arg(who(t, e.thread));
    default:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "%1 is ready to run, but somebody else holds the GIL: it waits."))
            .arg(who(t, e.thread));
    }
}

QString ofBlocked(const Event& e, const Telling& t)
{
    const ThreadId owner =
        e.object < t.after.objects.size() ? t.after.objects[e.object].owner : trace::noThread;
    switch (kindOf(t, e)) {
    case ObjectKind::ThreadEnd:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 waits until %2 has finished."))
            .arg(who(t, e.thread), object(t, e));
    case ObjectKind::Queue:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 can't go on with the queue %2 yet: it waits."))
            .arg(who(t, e.thread), object(t, e));
    case ObjectKind::Lock:
    case ObjectKind::RLock:
        if (owner != trace::noThread)
            return say(t, QT_TRANSLATE_NOOP("Narration", "%1 wants %2, but %3 holds it: %1 waits."))
                .arg(who(t, e.thread), object(t, e), who(t, owner));
        break;
    default:
        break;
    }
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 waits for %2.")).arg(who(t, e.thread), object(t, e));
}

QString ofReleased(const Event& e, const Telling& t)
{
    if (e.value > 0)
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 leaves %2 once; it still holds it (depth %3)."))
            .arg(who(t, e.thread), object(t, e), QString::number(e.value));
    for (const Event& other : t.events)
        if (other.kind == EventKind::LockWoken && other.object == e.object)
            return say(t, QT_TRANSLATE_NOOP("Narration",
                                            "%1 releases %2 and wakes %3, which now may try to take it."))
                .arg(who(t, e.thread), object(t, e), who(t, other.thread));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 releases %2.")).arg(who(t, e.thread), object(t, e));
}

QString ofAcquired(const Event& e, const Telling& t)
{
    if (e.value > 1)
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 holds %2 already and enters it again (depth %3)."))
            .arg(who(t, e.thread), object(t, e), QString::number(e.value));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 acquires %2: nobody else can hold it now."))
        .arg(who(t, e.thread), object(t, e));
}

QString ofValue(const Event& e, const Telling& t)
{
    switch (kindOf(t, e)) {
    case ObjectKind::Queue:
        return t.words.translate("Narration", "The queue %1 now holds %n item(s).", nullptr, count(e))
            .arg(object(t, e));
    case ObjectKind::Semaphore:
        return say(t, QT_TRANSLATE_NOOP("Narration", "The semaphore %1 now stands at %2."))
            .arg(object(t, e), QString::number(e.value));
    case ObjectKind::Event:
        return (e.value ? say(t, QT_TRANSLATE_NOOP("Narration",
                                                   "The event %1 is set: nobody waits for it any more."))
                        : say(t, QT_TRANSLATE_NOOP("Narration", "The event %1 is cleared.")))
            .arg(object(t, e));
    case ObjectKind::Barrier:
        return t.words
            .translate("Narration", "%n thread(s) have arrived at the barrier %1.", nullptr, count(e))
            .arg(object(t, e));
    default:
        return {};
    }
}

/// Somebody who read before this write and hasn't written since.
ThreadId staleHolder(const Event& write, const Telling& t)
{
    for (std::size_t i = 0; i < t.after.threads.size(); ++i)
        for (const trace::PrivateCopy& copy : t.after.threads[i].copies)
            if (copy.variable == write.object && copy.stale && i != write.thread)
                return static_cast<ThreadId>(i);
    return trace::noThread;
}

QString ofWritten(const Event& e, const Telling& t)
{
    if (losesUpdate(e, t.after))
        return say(t, QT_TRANSLATE_NOOP(
                          "Narration",
                          "%1 writes %2 = %3, made from an old value: what others wrote in between is lost."))
            .arg(who(t, e.thread), variable(t, e), value(t, e));
    const ThreadId stale = staleHolder(e, t);
    if (stale != trace::noThread)
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 writes %2 = %3. %4 has read the old value: if it "
                                                     "writes now, this update is lost."))
            .arg(who(t, e.thread), variable(t, e), value(t, e), who(t, stale));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 writes %2 = %3."))
        .arg(who(t, e.thread), variable(t, e), value(t, e));
}

QString ofDone(const Event& e, const Telling& t)
{
    if (e.flags & 2)
        return say(t, QT_TRANSLATE_NOOP(
                          "Narration",
                          "The program ends and doesn't wait for the daemon thread %1: it is cut off."))
            .arg(who(t, e.thread));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 has finished.")).arg(who(t, e.thread));
}

QString ofReady(const Event& e, const Telling& t)
{
    if (e.flags & 1)
        return say(t, QT_TRANSLATE_NOOP(
                          "Narration",
                          "The operating system takes the core away from %1: its time slice is over."))
            .arg(who(t, e.thread));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 is ready and waits for a core.")).arg(who(t, e.thread));
}

/// "%1 sleeps until 12 ms." with or without a GIL to release.
QString ofPause(const Event& e, const Telling& t)
{
    const bool releases = find(t, EventKind::GilReleased, e.thread) != nullptr;
    const QString end = timeText(e.value);
    if (e.kind == EventKind::ThreadSleeping)
        return (releases ? say(t, QT_TRANSLATE_NOOP("Narration",
                                                    "%1 sleeps until %2 and releases the GIL meanwhile."))
                         : say(t, QT_TRANSLATE_NOOP("Narration", "%1 sleeps until %2.")))
            .arg(who(t, e.thread), end);
    if (releases)
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "%1 starts I/O. It needs no GIL for that, so it releases it."))
            .arg(who(t, e.thread));
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 starts I/O and waits for it.")).arg(who(t, e.thread));
}

QString ofLine(const Event& e, const Telling& t)
{
    return say(t, QT_TRANSLATE_NOOP("Narration", "%1 comes to line %2."))
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
        return t.words.translate(
            "Narration",
            "Deadlock: %n thread(s) wait for each other in a circle. None of them can ever go on.", nullptr,
            count(e));
    case EventKind::RunEnded:
        return ofEnd(e, t);
    case EventKind::Exception:
        return ofException(e, t);
    case EventKind::GilForcedWait:
        return say(t, QT_TRANSLATE_NOOP(
                          "Narration",
                          "%1 drops the GIL at a switch point and waits until another thread has taken it."))
            .arg(name);
    case EventKind::GilDropRequested:
        return ofDropRequest(e, t);
    case EventKind::GilWakeLost:
        return say(t, QT_TRANSLATE_NOOP(
                          "Narration",
                          "%1 was woken for the GIL, but another thread was faster: it waits again."))
            .arg(name);
    case EventKind::WaitTimedOut:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 has waited long enough for %2 and gives up."))
            .arg(name, object(t, e));
    case EventKind::VariableWritten:
        return ofWritten(e, t);
    case EventKind::Output:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 prints: %2"))
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
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 waits for %2.")).arg(name, object(t, e));
    case EventKind::LockRequested:
        return (e.value ? say(t, QT_TRANSLATE_NOOP("Narration", "%1 wants %2, which is taken."))
                        : say(t, QT_TRANSLATE_NOOP("Narration", "%1 wants %2, which is free.")))
            .arg(name, object(t, e));
    case EventKind::ObjectValue:
        return ofValue(e, t);
    case EventKind::VariableRead:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 reads %2 and gets %3."))
            .arg(name, variable(t, e), value(t, e));
    case EventKind::LocalWritten:
        return say(t, QT_TRANSLATE_NOOP("Narration",
                                        "%1 now holds %2 = %3 for itself; the others can't see it."))
            .arg(name, variable(t, e), value(t, e));
    case EventKind::ThreadDone:
        return ofDone(e, t);
    case EventKind::ThreadCreated:
        if (e.value == trace::noThread)
            return say(t, QT_TRANSLATE_NOOP("Narration", "The program starts with its main thread."));
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 starts the thread %2."))
            .arg(who(t, static_cast<ThreadId>(e.value)), name);
    case EventKind::ThreadWaitGil:
        return ofWaitGil(e, t);
    case EventKind::GilTaken:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 takes the GIL and runs.")).arg(name);
    case EventKind::GilReleased:
        return ofGilReleased(e, t);
    case EventKind::ThreadReady:
        return ofReady(e, t);
    case EventKind::ThreadRunning:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 runs on core %2."))
            .arg(name, QString::number(e.value));
    case EventKind::LockWoken:
        return say(t, QT_TRANSLATE_NOOP("Narration", "%1 is woken: %2 may be free.")).arg(name, object(t, e));
    case EventKind::Line:
        return ofLine(e, t);
    default:
        return {};
    }
}

} // namespace il::scene
