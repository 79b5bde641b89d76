// Chains of causes in runs of real programs, at moments at which the program leaves no doubt about them.
#include <QtTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "machine_run.h"

#include "trace/why.h"

#include <algorithm>

using namespace il;
using namespace il::trace;

namespace {

ThreadId threadOf(const Trace& trace, const View& view, std::string_view name)
{
    for (std::size_t i = 0; i < view.threads.size(); ++i)
        if (trace.string(view.threads[i].name) == name)
            return static_cast<ThreadId>(i);
    return noThread;
}

struct Chain {
    Trace trace;
    View view;
    std::vector<Cause> causes;

    ThreadId thread(std::string_view name) const { return threadOf(trace, view, name); }
};

/// Why that thread is where it is at `ms`; ms < 0: at the end of the run.
Chain chainOf(std::string_view program, std::int64_t ms, std::string_view name,
              std::string_view version = "3.11", int cores = 2)
{
    Chain chain;
    chain.trace = runText(program, configFor(version, cores)).trace;
    chain.view = chain.trace.at(ms < 0 ? chain.trace.duration() : milliseconds(ms));
    chain.causes = why(chain.trace, chain.view, chain.thread(name));
    return chain;
}

std::vector<CauseKind> kindsOf(const Chain& chain)
{
    std::vector<CauseKind> kinds;
    for (const Cause& cause : chain.causes)
        kinds.push_back(cause.kind);
    return kinds;
}

constexpr std::string_view lockChain = R"(from threading import Lock, Thread
from sim import disk
a = Lock()
b = Lock()
def one():
    with a:
        disk(ms=30)
def two():
    with b:
        with a:
            pass
def three():
    with b:
        pass
for name, f in (("T1", one), ("T2", two), ("T3", three)):
    Thread(target=f, name=name).start()
    disk(ms=2)
)";

constexpr std::string_view ring = R"(from threading import Lock, Thread
from sim import disk
locks = [Lock() for _ in range(3)]
def dine(i):
    with locks[i]:
        disk(ms=5)
        with locks[(i + 1) % 3]:
            pass
ts = [Thread(target=dine, args=(i,), name=f"P{i}") for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
)";

constexpr std::string_view busy = R"(from threading import Thread
from sim import cpu
def work(): cpu(ms=12)
for i in (1, 2): Thread(target=work, name=f"T{i}").start()
)";

} // namespace

class TestWhy : public QObject {
    Q_OBJECT

private slots:
    void aChainOfThree()
    {
        const Chain chain = chainOf(lockChain, 20, "T3");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Waits, CauseKind::Waits, CauseKind::Io}));
        const auto& [first, second, last] = std::tie(chain.causes[0], chain.causes[1], chain.causes[2]);
        QCOMPARE(first.reason, WaitReason::Lock);
        QCOMPARE(first.other, chain.thread("T2"));
        QCOMPARE(first.line, 13u);
        QCOMPARE(first.takenLine, 9u);
        QVERIFY(first.takenAt < first.since);
        QCOMPARE(second.thread, chain.thread("T2"));
        QCOMPARE(second.other, chain.thread("T1"));
        QCOMPARE(second.line, 10u);
        QCOMPARE(second.takenLine, 6u);
        QCOMPARE(last.thread, chain.thread("T1"));
        QVERIFY(last.until >= milliseconds(30) && last.until < milliseconds(32));
    }

    void aRing_data()
    {
        QTest::addColumn<int>("of");
        for (int i = 0; i < 3; ++i)
            QTest::addRow("P%d", i) << i;
    }

    void aRing()
    {
        QFETCH(int, of);
        const Chain chain = chainOf(ring, -1, "P" + std::to_string(of));
        QCOMPARE(kindsOf(chain),
                 (std::vector{CauseKind::Waits, CauseKind::Waits, CauseKind::Waits, CauseKind::Circle}));
        for (std::size_t k = 0; k < 3; ++k) {
            const auto next = "P" + std::to_string((static_cast<std::size_t>(of) + k + 1) % 3);
            QCOMPARE(chain.causes[k].other, chain.thread(next));
            QCOMPARE(chain.causes[k].takenLine, 5u);
        }
        QCOMPARE(chain.causes.back().thread, chain.causes.front().thread);
    }

    void whoWaitsForARingIsNotInIt()
    {
        const Chain chain = chainOf(ring, -1, "MainThread");
        QCOMPARE(chain.causes.size(), std::size_t{5}); // joins P0, round, and back at P0
        QCOMPARE(chain.causes[0].reason, WaitReason::ThreadEnd);
        QCOMPARE(chain.causes[0].other, chain.thread("P0"));
        QCOMPARE(chain.causes.back().kind, CauseKind::Circle);
        QCOMPARE(chain.causes.back().thread, chain.thread("P0"));
    }

    void itself()
    {
        const Chain chain =
            chainOf("from threading import Lock\na = Lock()\na.acquire()\na.acquire()\n", -1, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Waits, CauseKind::Circle}));
        QCOMPARE(chain.causes[0].other, chain.causes[0].thread);
        QCOMPARE(chain.causes[0].takenLine, 3u);
    }

    void aLockThatWasNeverReleased()
    {
        const Chain chain = chainOf(R"(from threading import Lock, Thread
a = Lock()
t = Thread(target=a.acquire, name="T1")
t.start()
t.join()
a.acquire()
)",
                                    -1, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Waits, CauseKind::Done, CauseKind::Never}));
        QVERIFY(chain.causes[1].holds);
        QCOMPARE(chain.causes[2].thread, chain.causes[0].thread);
    }

    /// T1 has the only GIL, or the only core, before its creator can start anybody else.
    void theGil()
    {
        const Chain chain = chainOf(busy, 3, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::WaitsForGil, CauseKind::Runs}));
        QCOMPARE(chain.causes[0].other, chain.thread("T1"));
        QVERIFY(chain.causes[0].takenAt <= chain.causes[0].since);
        QVERIFY(chain.causes[0].until > chain.view.now);
        QVERIFY(chain.causes[1].hasGil);
        QVERIFY(chain.causes[1].core >= 0);
    }

    void noCoreIsFree()
    {
        const Chain chain = chainOf(busy, 3, "MainThread", "3.13t", 1);
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::WaitsForCore}));
        QCOMPARE(chain.causes[0].threads, (std::vector{chain.thread("T1")}));
    }

    void joinGoesOnToWhoIsJoined()
    {
        const Chain chain = chainOf(R"(from threading import Thread
from time import sleep
t = Thread(target=sleep, args=(0.01,), name="T1")
t.start()
t.join()
)",
                                    5, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Waits, CauseKind::Sleeps}));
        QCOMPARE(chain.causes[0].reason, WaitReason::ThreadEnd);
        QVERIFY(chain.causes[1].until >= milliseconds(10) && chain.causes[1].until < milliseconds(12));
    }

    void waitsForNobodyInParticular_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("reason");
        const auto row = [](const char* statement, WaitReason reason) {
            QTest::newRow(statement) << statement << static_cast<int>(reason);
        };
        row("q.get()", WaitReason::Item);
        row("full.put(2)", WaitReason::Room);
        row("full.join()", WaitReason::TasksDone);
        row("Event().wait()", WaitReason::Event);
        row("Semaphore(0).acquire()", WaitReason::Semaphore);
        row("Barrier(2).wait()", WaitReason::Barrier);
        row("c.wait()", WaitReason::Notify);
    }

    /// While another thread sleeps somebody might still help; at the end nobody is left.
    void waitsForNobodyInParticular()
    {
        QFETCH(QString, statement);
        QFETCH(int, reason);
        const std::string program = R"(from threading import *
from queue import Queue
from time import sleep
q = Queue()
full = Queue(1)
full.put(1)
c = Condition()
c.acquire()
Thread(target=sleep, args=(0.01,), name="T1").start()
)" + statement.toStdString() + "\n";
        const Chain meanwhile = chainOf(program, 5, "MainThread");
        QCOMPARE(kindsOf(meanwhile), (std::vector{CauseKind::Waits}));
        QCOMPARE(static_cast<int>(meanwhile.causes[0].reason), reason);
        QCOMPARE(meanwhile.causes[0].other, noThread);
        const Chain end = chainOf(program, -1, "MainThread");
        QCOMPARE(kindsOf(end), (std::vector{CauseKind::Waits, CauseKind::Never}));
        QCOMPARE(static_cast<int>(end.causes[0].reason), reason);
    }

    void aTimeoutEndsTheWait()
    {
        const Chain chain = chainOf(R"(from threading import Lock
a = Lock()
a.acquire()
a.acquire(timeout=0.02)
)",
                                    10, "MainThread");
        QVERIFY(chain.causes[0].until >= milliseconds(20) && chain.causes[0].until < milliseconds(21));
    }

    void aSystemCall()
    {
        const Chain chain = chainOf(R"(import os
from threading import Thread
from time import sleep
r, w = os.pipe()
def late():
    sleep(0.01)
    os.write(w, b"x")
Thread(target=late).start()
os.read(r, 1)
)",
                                    5, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Io}));
        QCOMPARE(chain.trace.string(chain.causes[0].call), std::string_view("read"));
    }

    void aProcess()
    {
        const Chain chain = chainOf(R"(import os
from time import sleep
pid = os.fork()
if pid == 0:
    sleep(0.02)
    os._exit(0)
os.waitpid(pid, 0)
)",
                                    15, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Waits, CauseKind::Sleeps}));
        QCOMPARE(chain.causes[0].reason, WaitReason::ProcessEnd);
        QCOMPARE(chain.causes[1].thread, chain.view.processes[1].main);
    }

    void afterTheEnd()
    {
        const Chain chain = chainOf("1 // 0\n", -1, "MainThread");
        QCOMPARE(kindsOf(chain), (std::vector{CauseKind::Done}));
        QVERIFY(chain.causes[0].failed);
    }

    void whoIsNotThereHasNoCauses()
    {
        const Trace trace = runText("pass\n", configFor("3.11")).trace;
        const View view = trace.atStep(0);
        QVERIFY(why(trace, view, static_cast<ThreadId>(view.threads.size())).empty());
        QVERIFY(why(trace, view, noThread).empty());
    }

    /// At every step of every thread: a chain, and none that goes round for ever.
    void alwaysEnds()
    {
        for (const std::string_view program : {lockChain, ring}) {
            const Trace trace = runText(program, configFor("3.11")).trace;
            for (std::size_t step = 0; step < trace.steps().size(); ++step) {
                const View view = trace.atStep(step);
                for (std::size_t i = 0; i < view.threads.size(); ++i) {
                    const auto chain = why(trace, view, static_cast<ThreadId>(i));
                    QVERIFY(!chain.empty() && chain.size() <= view.threads.size() + 2);
                    QCOMPARE(chain.front().thread, static_cast<ThreadId>(i));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWhy)
#include "tst_why.moc"
