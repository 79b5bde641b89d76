#include "event_text.h"

#include "scene/parts.h"
#include "trace/census.h"
#include "trace/view.h"
#include "trace/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::app {
using namespace trace;

namespace {

struct EventTr {
    Q_DECLARE_TR_FUNCTIONS(Events)
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString string(const Trace& trace, std::uint32_t id)
{
    return fromUtf8(trace.string(id));
}

/// One line of it, short.
QString brief(QString text)
{
    constexpr qsizetype most = 100;
    text = text.trimmed().replace(QLatin1Char('\n'), QStringLiteral(" ⏎ "));
    return text.size() <= most ? text : text.left(most - 1) + QChar(u'…');
}

template <typename Table>
QString nameIn(const Trace& trace, const Table& table, std::uint32_t id, const QString& otherwise)
{
    const QString name = id < table.size() ? string(trace, table[id].name) : QString();
    return name.isEmpty() ? otherwise : name;
}

QString numbered(const char* what, std::int64_t number)
{
    return QStringLiteral("%1 %2").arg(EventTr::tr(what)).arg(number);
}

QString object(const Trace& trace, const Event& e)
{
    return nameIn(trace, trace.objects(), e.object, QStringLiteral("?"));
}

QString file(const Trace& trace, std::uint32_t id)
{
    const auto files = trace.files();
    if (id >= files.size())
        return QStringLiteral("?");
    return nameIn(trace, files, id,
                  numbered(QT_TRANSLATE_NOOP("Events", "descriptor"), files[id].descriptor));
}

QString process(const Trace& trace, const Event& e)
{
    const auto processes = trace.processes();
    if (e.object >= processes.size())
        return QStringLiteral("?");
    return QStringLiteral("pid %1").arg(processes[e.object].pid);
}

QString task(const Trace& trace, const Event& e)
{
    return nameIn(trace, trace.tasks(), e.object, QStringLiteral("?"));
}

QString assignment(const Trace& trace, const Event& e)
{
    const QString name = nameIn(trace, trace.variables(), e.object, QStringLiteral("?"));
    const bool isText = e.flags == static_cast<std::uint8_t>(ValueKind::Text);
    const QString value =
        isText ? brief(string(trace, static_cast<StringId>(e.value))) : QString::number(e.value);
    return QStringLiteral("%1 = %2").arg(name, value);
}

QString threadOf(const Trace& trace, std::int64_t id)
{
    const auto& names = trace.census().threadNames;
    const auto index = static_cast<std::size_t>(id);
    return index < names.size() ? scene::threadLabel(trace.string(names[index]), static_cast<ThreadId>(id))
                                : QStringLiteral("?");
}

std::int64_t high(const Event& e)
{
    return e.value >> 32;
}

QString ofState(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::ThreadCreated:
        return EventTr::tr("is created");
    case EventKind::ThreadReady:
        return (e.flags & 1) != 0 ? EventTr::tr("is preempted, waits for a core")
                                  : EventTr::tr("is ready, waits for a core");
    case EventKind::ThreadRunning:
        return (e.flags & 1) != 0 ? EventTr::tr("runs outside the interpreter on core %1").arg(e.value)
                                  : EventTr::tr("runs on core %1").arg(e.value);
    case EventKind::ThreadWaitGil:
        return EventTr::tr("waits for the GIL");
    case EventKind::ThreadBlocked:
        return EventTr::tr("waits for %1").arg(object(trace, e));
    case EventKind::ThreadIo:
        return EventTr::tr("waits for I/O");
    case EventKind::ThreadSleeping:
        return EventTr::tr("sleeps");
    default:
        return (e.flags & 1) != 0 ? EventTr::tr("ends by an exception") : EventTr::tr("ends");
    }
}

QString ofPlace(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::Line:
        return EventTr::tr("reaches line %1").arg(e.object);
    case EventKind::Call:
        return EventTr::tr("calls %1").arg(string(trace, e.object));
    case EventKind::Return:
        return EventTr::tr("returns from %1").arg(string(trace, e.object));
    default:
        return EventTr::tr("executes an instruction");
    }
}

QString ofGil(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::GilTaken:
        return EventTr::tr("takes the GIL");
    case EventKind::GilReleased:
        return (e.flags & 1) != 0 ? EventTr::tr("hands the GIL over on request")
                                  : EventTr::tr("releases the GIL");
    case EventKind::GilDropRequested:
        return EventTr::tr("asks %1 for the GIL").arg(threadOf(trace, e.object));
    case EventKind::GilForcedWait:
        return EventTr::tr("waits until another has taken the GIL");
    default:
        return EventTr::tr("is woken too late: the GIL is taken");
    }
}

QString ofObject(const Trace& trace, const Event& e)
{
    const QString name = object(trace, e);
    switch (e.kind) {
    case EventKind::LockRequested:
        return (e.value == 1 ? EventTr::tr("wants %1, must wait") : EventTr::tr("wants %1")).arg(name);
    case EventKind::LockAcquired:
        return EventTr::tr("acquires %1").arg(name);
    case EventKind::LockReleased:
        return EventTr::tr("releases %1").arg(name);
    case EventKind::LockWoken:
        return EventTr::tr("is woken for %1").arg(name);
    case EventKind::ObjectWait:
        return EventTr::tr("begins to wait for %1").arg(name);
    case EventKind::ObjectNotify:
        return EventTr::tr("notifies those who wait for %1: %2").arg(name).arg(e.value);
    case EventKind::ObjectValue:
        return EventTr::tr("%1 is now %2").arg(name).arg(e.value);
    default:
        return EventTr::tr("has waited for %1 long enough: timeout").arg(name);
    }
}

QString ofData(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::VariableRead:
        return EventTr::tr("reads %1").arg(assignment(trace, e));
    case EventKind::VariableWritten:
        return EventTr::tr("writes %1").arg(assignment(trace, e));
    default:
        return EventTr::tr("sets its %1").arg(assignment(trace, e));
    }
}

QString ofWorld(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::Output:
        return ((e.flags & 2) != 0 ? EventTr::tr("prints “%1”, which is lost in its buffer")
                                   : EventTr::tr("prints “%1”"))
            .arg(brief(string(trace, e.object)));
    case EventKind::Exception:
        return EventTr::tr("raises %1").arg(brief(string(trace, e.object)));
    case EventKind::Cue:
        return EventTr::tr("reaches the cue %1").arg(string(trace, e.object));
    case EventKind::Deadlock:
        return EventTr::tr("deadlock; threads in it: %1").arg(e.value);
    default:
        return EventTr::tr("the run ends with exit status %1").arg(e.value);
    }
}

QString ofProcess(const Trace& trace, const Event& e)
{
    const QString name = process(trace, e);
    switch (e.kind) {
    case EventKind::ProcessCreated:
        return EventTr::tr("%1 is created").arg(name);
    case EventKind::ProcessExited:
        return EventTr::tr("%1 ends with %2").arg(name).arg(e.value);
    case EventKind::ProcessReaped:
        return EventTr::tr("%1 is reaped").arg(name);
    case EventKind::ProcessAdopted:
        return EventTr::tr("%1 is adopted by pid %2").arg(name).arg(e.value);
    case EventKind::SignalSent:
        return EventTr::tr("signal %1 to %2").arg(e.value).arg(name);
    default:
        return EventTr::tr("%1 has copied pages: %2").arg(name).arg(e.value);
    }
}

QString ofPool(const Trace& trace, const Event& e)
{
    switch (e.kind) {
    case EventKind::WorkerJoined:
        return EventTr::tr("becomes a worker of %1").arg(object(trace, e));
    case EventKind::WorkerLeft:
        return EventTr::tr("leaves %1").arg(object(trace, e));
    case EventKind::TaskQueued:
        return EventTr::tr("submits %1").arg(task(trace, e));
    case EventKind::TaskStarted:
        return EventTr::tr("begins %1").arg(task(trace, e));
    case EventKind::TaskFinished:
        return EventTr::tr("finishes %1: %2")
            .arg(task(trace, e), brief(string(trace, static_cast<StringId>(e.value))));
    default:
        return EventTr::tr("the result of %1 is back").arg(task(trace, e));
    }
}

QString ofFile(const Trace& trace, const Event& e)
{
    const QString name = file(trace, e.object);
    switch (e.kind) {
    case EventKind::FileOpened:
        return EventTr::tr("opens %1").arg(name);
    case EventKind::FileClosed:
        return EventTr::tr("closes %1").arg(name);
    case EventKind::BytesArrived:
        return EventTr::tr("%1 receives: %2").arg(name).arg(high(e));
    case EventKind::BytesRead:
        return EventTr::tr("reads from %1: %2").arg(name).arg(high(e));
    case EventKind::BytesSent:
        return EventTr::tr("sends to %1: %2").arg(name).arg(high(e));
    case EventKind::FileReady:
        return e.value == 0 ? EventTr::tr("%1 is no longer ready").arg(name)
                            : EventTr::tr("%1 is ready").arg(name);
    case EventKind::WatchChanged:
        return EventTr::tr("epoll_ctl for %1").arg(name);
    case EventKind::ReadyListed:
        return EventTr::tr("%1 goes onto the ready list").arg(name);
    default:
        return EventTr::tr("%1 leaves the ready list").arg(name);
    }
}

QString ofCall(const Trace& trace, const Event& e)
{
    const auto model = e.flags < pollModels ? fromUtf8(name(static_cast<PollModel>(e.flags))) : QString();
    switch (e.kind) {
    case EventKind::PollCalled:
        return EventTr::tr("calls %1 on %2 descriptors").arg(model).arg(e.value);
    case EventKind::PollScanned:
        return EventTr::tr("%1 looks at %2 descriptors").arg(model).arg(e.value);
    case EventKind::PollReported:
        return EventTr::tr("%1 is reported").arg(file(trace, e.object));
    case EventKind::PollReturned:
        return EventTr::tr("%1 returns: %2").arg(model).arg(e.value);
    case EventKind::CallEntered:
        return EventTr::tr("enters %1").arg(string(trace, e.object));
    default:
        return EventTr::tr("%1 returns %2").arg(string(trace, e.object)).arg(e.value);
    }
}

QString ofMessage(const Trace& trace, const Event& e)
{
    const QString text = e.object < trace.messages().size()
                             ? brief(string(trace, trace.messages()[e.object].text))
                             : QStringLiteral("?");
    switch (e.kind) {
    case EventKind::MessagePut:
        return EventTr::tr("puts %1").arg(text);
    case EventKind::MessageSent:
        return (e.flags & 1) != 0 ? EventTr::tr("%1 can't be sent").arg(text)
                                  : EventTr::tr("%1 is in the pipe").arg(text);
    default:
        return EventTr::tr("takes %1").arg(text);
    }
}

} // namespace

QString eventText(const Trace& trace, const Event& event)
{
    using Wording = QString (*)(const Trace&, const Event&);
    struct Range {
        EventKind last;
        Wording wording;
    };
    static constexpr Range ranges[]{
        {EventKind::ThreadDone, ofState},     {EventKind::Instruction, ofPlace},
        {EventKind::GilWakeLost, ofGil},      {EventKind::WaitTimedOut, ofObject},
        {EventKind::LocalWritten, ofData},    {EventKind::RunEnded, ofWorld},
        {EventKind::PagesCopied, ofProcess},  {EventKind::TaskCollected, ofPool},
        {EventKind::ReadyUnlisted, ofFile},   {EventKind::CallReturned, ofCall},
        {EventKind::MessageTaken, ofMessage},
    };
    for (const Range& range : ranges)
        if (event.kind <= range.last)
            return range.wording(trace, event);
    return QStringLiteral("?");
}

QString eventThread(const Trace& trace, const Event& event)
{
    return event.thread == noThread ? QString() : threadOf(trace, event.thread);
}

std::uint32_t eventLine(const Trace& trace, std::uint32_t index)
{
    constexpr std::uint32_t near = 512;
    const auto events = trace.events();
    const ThreadId thread = events[index].thread;
    if (thread == noThread)
        return 0;
    const std::uint32_t stop = index > near ? index - near : 0;
    for (std::uint32_t i = index + 1; i-- > stop;)
        if (events[i].kind == EventKind::Line && events[i].thread == thread)
            return events[i].object;
    if (stop == 0)
        return 0;
    // It has been in that line for long: the state then knows it, and nothing has changed it since.
    const View view = trace.atStep(trace.stepOf(stop));
    return thread < view.threads.size() ? view.threads[thread].line : 0;
}

} // namespace il::app
