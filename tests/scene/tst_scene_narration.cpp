// What the caption strip says when the lesson says nothing.
#include "scene/narration.h"
#include "scene/parts.h"

#include "scene/handoff_trace.h"
#include "trace/sample_traces.h"

#include <QTest>

using namespace il;
using namespace il::scene;

namespace {

const Words& english = Words::of(Language::English);

struct Event {
    trace::EventKind kind;
    trace::ThreadId thread;
    std::uint32_t object = 0;
    std::int64_t value = 0;
    std::uint8_t flags = 0;
};

/// A run of two workers with a lock (object 0), a queue (1), a variable "counter" (0); all of `events` happen
/// in one step at 8 ms.
QString told(const std::vector<Event>& before, const std::vector<Event>& events)
{
    using trace::EventKind;
    trace::TraceBuilder b;
    b.addObject({trace::ObjectKind::Lock, b.intern("lock"), 0});
    b.addObject({trace::ObjectKind::Queue, b.intern("jobs"), 4});
    b.addVariable({b.intern("counter"), true});
    b.intern("ValueError: no"); // the test's strings are the ones interned after the names: see `text`
    b.intern("recv");
    b.addFile({trace::FileKind::Socket, 0, trace::none, 6});
    b.addFile({trace::FileKind::Epoll, 0, trace::none, 3});
    b.addFile({trace::FileKind::Listener, 0, trace::none, 4});
    for (const bool feeders : {true, false}) {
        const trace::ObjectId channel =
            b.addObject({trace::ObjectKind::Channel, b.intern(feeders ? "q" : "conn"), 0, false, feeders});
        b.addMessage({b.intern("'tea'"), channel});
    }
    b.add({{0}, EventKind::ThreadCreated, 0, 0, b.intern("MainThread"), trace::noThread});
    b.add({{0}, EventKind::FileOpened, 0, 0, 0, 6});
    b.add({{0}, EventKind::FileOpened, 0, 0, 2, 4});
    for (const trace::ThreadId t : {trace::ThreadId{1}, trace::ThreadId{2}})
        b.add({{0}, EventKind::ThreadCreated, 0, t, b.intern("Thread-" + std::to_string(t) + " (work)"), 0});
    for (const Event& e : before)
        b.add({trace::milliseconds(1), e.kind, e.flags, e.thread, e.object, e.value});
    for (const Event& e : events)
        b.add({trace::milliseconds(8), e.kind, e.flags, e.thread, e.object, e.value});
    const trace::Trace trace = b.finish({"a.py", "", "3.11", 2, trace::milliseconds(5), ""});
    const std::size_t last = trace.steps().size() - 1;
    return narration(trace, trace.atStep(last), last, english);
}

constexpr std::uint32_t valueErrorText = 4; ///< StringId of "ValueError: no" in told()
constexpr std::uint32_t recvText = 5;
constexpr auto selectModel = static_cast<std::uint8_t>(trace::PollModel::Select);
constexpr auto epollModel = static_cast<std::uint8_t>(trace::PollModel::Epoll);

constexpr std::int64_t both(std::int64_t high, std::int64_t low)
{
    return high << 32 | low;
}

} // namespace

class TestSceneNarration : public QObject {
    Q_OBJECT

private slots:
    void tells_data()
    {
        using K = trace::EventKind;
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const std::vector<Event>& before,
                            const std::vector<Event>& events, const char* expected) {
            QTest::newRow(name) << told(before, events) << QString::fromUtf8(expected);
        };
        row("drop request", {}, {{K::GilDropRequested, 1, 2}},
            "T1 has waited 5 ms without a switch: it asks T2 to drop the GIL.");
        row("forced drop", {},
            {{K::GilReleased, 2, 0, 0, 1}, {K::GilForcedWait, 2}, {K::ThreadWaitGil, 2, 0, -1}},
            "T2 drops the GIL at a switch point and waits until another thread has taken it.");
        row("tick check", {}, {{K::GilReleased, 1, 0, 0, 4}},
            "T1 has run for its number of ticks: it releases the GIL and at once competes for it again.");
        row("woken too late", {}, {{K::GilTaken, 1}, {K::GilWakeLost, 2}},
            "T2 was woken for the GIL, but another thread was faster: it waits again.");
        row("I/O begins", {}, {{K::GilReleased, 1, 0, 0, 2}, {K::ThreadIo, 1, 0, 20'000'000}},
            "T1 starts I/O. It needs no GIL for that, so it releases it.");
        row("I/O without a GIL", {}, {{K::ThreadIo, 1, 0, 20'000'000}}, "T1 starts I/O and waits for it.");
        row("I/O has ended", {{K::ThreadIo, 1, 0, 8'000'000}}, {{K::ThreadWaitGil, 1, 0, -1}},
            "T1 has finished its I/O and wants the GIL back.");
        row("sleep", {}, {{K::ThreadSleeping, 1, 0, 20'000'000}}, "T1 sleeps until 20 ms.");
        row("waits for a lock", {{K::LockAcquired, 2, 0, 1}},
            {{K::LockRequested, 1, 0, 1}, {K::ThreadBlocked, 1, 0, -1}},
            "T1 wants lock, but T2 holds it: T1 waits.");
        row("acquires", {}, {{K::LockAcquired, 1, 0, 1}}, "T1 acquires lock: nobody else can hold it now.");
        row("re-enters", {}, {{K::LockAcquired, 1, 0, 2}},
            "T1 holds lock already and enters it again (depth 2).");
        row("releases", {{K::LockAcquired, 1, 0, 1}}, {{K::LockReleased, 1, 0, 0}}, "T1 releases lock.");
        row("releases and wakes", {{K::LockAcquired, 1, 0, 1}, {K::ThreadBlocked, 2, 0, -1}},
            {{K::LockReleased, 1, 0, 0}, {K::LockWoken, 2, 0}},
            "T1 releases lock and wakes T2, which now may try to take it.");
        row("queue", {}, {{K::ObjectValue, 1, 1, 1}}, "The queue jobs now holds 1 item.");
        row("queue, many", {}, {{K::ObjectValue, 1, 1, 3}}, "The queue jobs now holds 3 items.");
        row("reads", {}, {{K::VariableRead, 1, 0, 41}}, "T1 reads counter and gets 41.");
        row("writes", {}, {{K::VariableWritten, 1, 0, 42}}, "T1 writes counter = 42.");
        row("writes under somebody's feet", {{K::VariableRead, 2, 0, 41}}, {{K::VariableWritten, 1, 0, 42}},
            "T1 writes counter = 42. T2 has read the old value: if it writes now, this update is lost.");
        row("loses an update", {{K::VariableRead, 2, 0, 41}, {K::VariableWritten, 1, 0, 42}},
            {{K::VariableWritten, 2, 0, 42}},
            "T2 writes counter = 42, made from an old value: what others wrote in between is lost.");
        row("exception beats output", {},
            {{K::Output, 1, valueErrorText}, {K::Exception, 1, valueErrorText, 0, 1}},
            "T1 ends with an error that nobody catches: ValueError: no");
        row("output beats a line", {}, {{K::Line, 2, 7}, {K::Output, 1, valueErrorText}},
            "T1 prints: ValueError: no");
        row("line", {}, {{K::Line, 2, 7}}, "T2 comes to line 7.");
        row("done", {}, {{K::ThreadDone, 1}}, "T1 has finished.");
        row("daemon", {}, {{K::ThreadDone, 1, 0, 0, 2}},
            "The program ends and doesn't wait for the daemon thread T1: it is cut off.");
        row("preempted", {}, {{K::ThreadReady, 1, 0, 0, 1}},
            "The operating system takes the core away from T1: its time slice is over.");
        row("deadlock beats the end", {}, {{K::Deadlock, 1, 0, 2}, {K::RunEnded, trace::noThread, 1, 1}},
            "Deadlock: 2 threads wait for each other. None of them can ever go on.");
        row("end", {}, {{K::ThreadDone, 0}, {K::RunEnded, trace::noThread, 0, 0}},
            "The program has finished after 8 ms.");
        row("exit status", {}, {{K::RunEnded, trace::noThread, 0, 3}},
            "The program ends with exit status 3.");
        row("tries in vain", {{K::LockAcquired, 2, 0, 1}}, {{K::LockRequested, 1, 0, 0}},
            "T1 tries to take lock, but T2 holds it. T1 doesn't wait: it goes without.");
        row("a free one", {}, {{K::LockRequested, 1, 0, 0}}, "T1 wants lock, which is free.");
        row("message put", {}, {{K::MessagePut, 1, 0}},
            "T1 puts 'tea' into q: it lies in a buffer of the process, and a thread there will write it into "
            "the pipe.");
        row("message sent", {}, {{K::BytesSent, 1, 0, both(9, 0)}, {K::MessageSent, 1, 0}},
            "'tea' is in the pipe of q now, where others can see it.");
        row("message can't be sent", {}, {{K::MessageSent, 1, 0, 0, 1}}, "'tea' can't be sent: it is lost.");
        row("message over a pipe", {}, {{K::MessagePut, 1, 1}}, "T1 sends 'tea' over conn.");
        row("message taken", {}, {{K::BytesRead, 2, 0, both(9, 0)}, {K::MessageTaken, 2, 0}},
            "T2 takes 'tea' out of q.");
        row("arrival", {}, {{K::BytesArrived, trace::noThread, 0, both(12, 12)}}, "12 bytes arrive on fd 6.");
        row("arrival beats sleep", {}, {{K::ThreadIo, 1, 0, -1}, {K::BytesArrived, 2, 0, both(3, 7)}},
            "3 bytes arrive on fd 6; 7 wait in its buffer now.");
        row("arrival for epoll", {}, {{K::BytesArrived, 2, 0, both(2, 2)}, {K::ReadyListed, 2, 0, 1}},
            "2 bytes arrive on fd 6: the kernel puts it on epoll’s ready list.");
        row("connection", {}, {{K::BytesArrived, trace::noThread, 2, both(1, 3)}},
            "A client has connected: 3 connections at fd 4 to be accepted.");
        row("read beats its call", {}, {{K::BytesRead, 1, 0, both(4, 6)}, {K::CallReturned, 1, recvText, 4}},
            "T1 reads 4 bytes from fd 6; 6 stay in its buffer.");
        row("would block", {}, {{K::CallEntered, 1, recvText, 6}, {K::CallReturned, 1, recvText, -11}},
            "T1: recv would have to wait. The descriptor doesn’t block, so it says so at once.");
        row("end of data", {}, {{K::CallReturned, 1, recvText, 0}},
            "T1: recv returns nothing: the other end has closed.");
        row("blocks", {}, {{K::CallEntered, 1, recvText, 6}, {K::ThreadIo, 1, 0, -1}},
            "T1 sleeps in recv on fd 6: it can’t do anything else meanwhile.");
        row("select called", {}, {{K::PollCalled, 1, 0, 8, selectModel}},
            "T1 calls select and passes its whole set: 8 descriptors.");
        row("scan beats call", {},
            {{K::PollCalled, 1, 0, 8, selectModel}, {K::PollScanned, 1, 0, 8, selectModel}},
            "select examines its descriptors one after the other: 8 of them.");
        row("sleep beats scan", {},
            {{K::PollCalled, 1, 0, 8, selectModel},
             {K::PollScanned, 1, 0, 8, selectModel},
             {K::ThreadIo, 1, 0, -1}},
            "Nothing is ready: T1 sleeps, and costs nothing until something is.");
        row("return beats all", {{K::PollCalled, 1, 0, 8, selectModel}},
            {{K::PollScanned, 1, 0, 8, selectModel},
             {K::PollReported, 1, 0, 1},
             {K::PollReturned, 1, 0, 1, selectModel}},
            "T1: select returns and reports fd 6.");
        row("nothing ready", {}, {{K::PollReturned, 1, 0, 0, epollModel}},
            "T1: epoll returns with nothing: none is ready.");
        row("watched by edge", {}, {{K::WatchChanged, 1, 0, both(1, 1), 1}},
            "epoll watches fd 6, edge-triggered: it will tell of new arrivals only, and once.");
        row("closed", {}, {{K::FileClosed, 1, 0, 6, 1}}, "T1 closes fd 6.");
        row("damaged ids", {}, {{K::LockAcquired, 1, 99, 1}}, "T1 acquires ?: nobody else can hold it now.");
    }

    void tells()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, expected);
        QCOMPARE(sentence, expected);
    }

    void everyStepSaysSomething()
    {
        for (const trace::Trace& trace :
             {trace::Trace(), samples::gilHandoff(), samples::lostUpdate(), samples::mutexContention(),
              samples::deadlock(), tests::handoffTrace()})
            for (std::size_t step = 0; step < trace.steps().size() + 2; ++step) {
                const QString sentence = narration(trace, trace.atStep(step), step, english);
                QVERIFY(!sentence.isEmpty());
                QVERIFY2(!sentence.contains(QLatin1String("%1")) && !sentence.contains(QLatin1String("%2")),
                         qPrintable(sentence));
            }
    }

    void namesThreads()
    {
        const trace::Trace trace = tests::handoffTrace();
        QCOMPARE(threadLabel(trace, 0), QStringLiteral("main"));
        QCOMPARE(threadLabel(trace, 2), QStringLiteral("T2"));
        QCOMPARE(threadLabel(trace, 77), QStringLiteral("T77"));
    }
};

QTEST_MAIN(TestSceneNarration)
#include "tst_scene_narration.moc"
