#include "scene/narration_terms.h"

#include <algorithm>

namespace il::scene::telling {
namespace {

QString pid(const Telling& t, std::uint32_t process)
{
    const auto processes = t.trace.processes();
    return process < processes.size() ? QString::number(processes[process].pid) : QStringLiteral("?");
}

QString task(const Telling& t, const Event& e)
{
    const auto tasks = t.trace.tasks();
    return e.object < tasks.size() ? fromUtf8(t.trace.string(tasks[e.object].name)) : QStringLiteral("?");
}

/// How many events of that kind the step has.
int countOf(const Telling& t, EventKind kind)
{
    return static_cast<int>(
        std::count_if(t.events.begin(), t.events.end(), [&](const Event& e) { return e.kind == kind; }));
}

QString signal(std::int64_t number)
{
    switch (number) {
    case 2:
        return QStringLiteral("SIGINT");
    case 9:
        return QStringLiteral("SIGKILL");
    case 15:
        return QStringLiteral("SIGTERM");
    default:
        return QString::number(number);
    }
}

QString ofCreated(const Event& e, const Telling& t)
{
    if (e.thread == trace::noThread || e.object >= t.trace.processes().size())
        return {};
    if (t.trace.processes()[e.object].start == trace::StartMethod::Fork)
        return t.words
            .translate("Narration",
                       "%1 forks: process %2 begins as a copy of it. fork() returns %2 to the parent "
                       "and 0 in the child.")
            .arg(who(t, e.thread), pid(t, e.object));
    return t.words.translate("Narration", "%1 starts process %2, a fresh interpreter that shares nothing.")
        .arg(who(t, e.thread), pid(t, e.object));
}

QString ofExited(const Event& e, const Telling& t)
{
    if (e.value < 0)
        return t.words
            .translate("Narration", "Signal %2 ends process %1 at once: no finally, no atexit. It is a "
                                    "zombie until somebody waits for it.")
            .arg(pid(t, e.object), signal(-e.value));
    return t.words
        .translate("Narration",
                   "Process %1 has ended with exit code %2. It is a zombie until somebody waits for it.")
        .arg(pid(t, e.object), QString::number(e.value));
}

QString ofReaped(const Event& e, const Telling& t)
{
    if (e.thread == trace::noThread || e.object >= t.after.processes.size())
        return {};
    return t.words.translate("Narration", "%1 has waited for process %2 and knows its exit code now: %3.")
        .arg(who(t, e.thread), pid(t, e.object), QString::number(t.after.processes[e.object].exitCode));
}

QString ofSignal(const Event& e, const Telling& t)
{
    if (e.thread == trace::noThread)
        return t.words.translate("Narration", "The kernel sends signal %1 to process %2.")
            .arg(signal(e.value), pid(t, e.object));
    return t.words
        .translate("Narration",
                   "%1 sends %2 to process %3. That is a message: the process has not ended yet.")
        .arg(who(t, e.thread), signal(e.value), pid(t, e.object));
}

QString ofQueued(const Event& e, const Telling& t)
{
    const int count = countOf(t, EventKind::TaskQueued);
    if (count == 1)
        return t.words.translate("Narration", "%1 submits %2.").arg(who(t, e.thread), task(t, e));
    return t.words.translate("Narration", "%1 submits %n task(s), from %2 on.", nullptr, count)
        .arg(who(t, e.thread), task(t, e));
}

QString ofFinished(const Event& e, const Telling& t)
{
    const QString result = quoted(fromUtf8(t.trace.string(static_cast<trace::StringId>(e.value))));
    if (e.flags & 1)
        return t.words
            .translate("Narration", "%1 has failed with %2. %3 catches it and stays: who asks for the "
                                    "result will get the error.")
            .arg(task(t, e), result, who(t, e.thread));
    return t.words.translate("Narration", "%1 has finished %2. The result: %3.")
        .arg(who(t, e.thread), task(t, e), result);
}

QString ofCollected(const Event& e, const Telling& t)
{
    if (e.flags & 2)
        return t.words.translate("Narration", "%1 is cancelled before a worker has begun it.")
            .arg(task(t, e));
    if (e.flags & 4)
        return t.words.translate("Narration", "The result of %1 is lost: its worker is dead.")
            .arg(task(t, e));
    const int count = countOf(t, EventKind::TaskCollected);
    if (count == 1)
        return t.words.translate("Narration", "The result of %1 is back where it was asked for.")
            .arg(task(t, e));
    return t.words.translate("Narration", "%n result(s) are back where they were asked for.", nullptr, count);
}

QString ofWorker(const Event& e, const Telling& t)
{
    if (e.kind == EventKind::WorkerJoined)
        return t.words
            .translate("Narration", "%1 is a worker of %2 now: it will take one task after another.")
            .arg(who(t, e.thread), object(t, e));
    return t.words.translate("Narration", "%1 is no worker of %2 any more.")
        .arg(who(t, e.thread), object(t, e));
}

} // namespace

QString ofProcesses(const Event& e, const Telling& t)
{
    switch (e.kind) {
    case EventKind::ProcessCreated:
        return ofCreated(e, t);
    case EventKind::ProcessExited:
        return ofExited(e, t);
    case EventKind::ProcessReaped:
        return ofReaped(e, t);
    case EventKind::ProcessAdopted:
        return t.words.translate("Narration", "The parent of process %1 has ended: %2 adopts the orphan.")
            .arg(pid(t, e.object), QString::number(e.value));
    case EventKind::SignalSent:
        return ofSignal(e, t);
    case EventKind::WorkerJoined:
    case EventKind::WorkerLeft:
        return ofWorker(e, t);
    case EventKind::TaskQueued:
        return ofQueued(e, t);
    case EventKind::TaskStarted:
        return t.words.translate("Narration", "%1 takes %2 from the queue.")
            .arg(who(t, e.thread), task(t, e));
    case EventKind::TaskFinished:
        return ofFinished(e, t);
    case EventKind::TaskCollected:
        return ofCollected(e, t);
    default:
        return {};
    }
}

} // namespace il::scene::telling
