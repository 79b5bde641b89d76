// The kernel through whole programs: the GIL's protocol in the trace, deadlocks, ends, limits, determinism.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/kernel/kernel.h"
#include "machine/machine_run.h"
#include "machine/modules/modules.h"
#include "trace/words.h"
#endif

#include <rapidcheck.h>

#include <QtTest>

using namespace il::machine;
using il::trace::EndReason;
using il::trace::Event;
using il::trace::EventKind;
using il::trace::noThread;
using il::trace::SimTime;
using il::trace::ThreadId;

class TestKernel : public QObject {
    Q_OBJECT

private slots:
    void cpuThreadsHoldForExactlyOneInterval();
    void freeThreadedRunsInParallel();
    void convoy_data();
    void convoy();
    void ticksMakeAStorm();
    void releaserBarges();
    void pyMutexHandsOver();
    void timeSlices();
    void deadlocks_data();
    void deadlocks();
    void ringsThatBreak();
    void uncaughtInThread();
    void uncaughtInMain();
    void systemExit_data();
    void systemExit();
    void daemonsAreAbandoned();
    void limits_data();
    void limits();
    void memoryLimit();
    void namesOfObjects();
    void parametersReplaceAssignments();
    void sameAgain();
    void replays();
    void invariantsOfAnyRun();
    void stateIsAValue();
    void cueOfADeadlock_data();
    void cueOfADeadlock();
};

namespace {

const char* const twoCrunchers = R"(
import threading
from sim import cpu
def crunch():
    cpu(ms=30)
ts = [threading.Thread(target=crunch) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
)";

/// Locks, a condition, a queue, sleeps and I/O: something of everything.
const char* const busy = R"(
import queue, threading, time
from sim import cpu, disk
c = 0
lock = threading.Lock()
cond = threading.Condition()
q = queue.Queue(2)
def f(n): return n
def producer():
    for n in range(6):
        cpu(ms=0.3)
        q.put(n)
    q.put(None)
def consumer():
    global c
    while True:
        n = q.get()
        if n is None:
            break
        with lock:
            c = f(c) + n
        disk(ms=0.2)
    with cond:
        cond.notify_all()
def waiter():
    with cond:
        cond.wait(0.01)
    for _ in range(300):
        with lock:
            pass
ts = [threading.Thread(target=x) for x in (producer, consumer, waiter, waiter)]
for t in ts: t.start()
for t in ts: t.join()
print(c)
)";

bool sameTrace(const Result& a, const Result& b)
{
    return std::equal(a.trace.events().begin(), a.trace.events().end(), b.trace.events().begin(),
                      b.trace.events().end());
}

QString quoted(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

/// Facts: CPU-only threads hold the GIL for exactly I once all of them take part; the next holder is another
/// one.
void TestKernel::cpuThreadsHoldForExactlyOneInterval()
{
    const Result result = runText(twoCrunchers, configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    SimTime since;
    int forced = 0;
    ThreadId lastForced = noThread;
    for (const Event& event : result.trace.events()) {
        if (event.kind == EventKind::GilTaken) {
            QVERIFY(event.thread != lastForced);
            lastForced = noThread;
            since = event.time;
        }
        if (event.kind == EventKind::GilReleased && (event.flags & 1) != 0) {
            lastForced = event.thread;
            QVERIFY(event.time - since >= il::trace::milliseconds(5));
            QVERIFY(event.time - since < il::trace::milliseconds(10));
            ++forced;
        }
    }
    QVERIFY(forced >= 8);
    QVERIFY(result.trace.duration() > il::trace::milliseconds(60));
    QVERIFY(result.trace.duration() < il::trace::milliseconds(62));
}

void TestKernel::freeThreadedRunsInParallel()
{
    const Result result = runText(twoCrunchers, configFor("3.13t"));
    QVERIFY(result.trace.duration() < il::trace::milliseconds(31));
    QVERIFY(!result.trace.hasGil());
    const Result oneCore = runText(twoCrunchers, configFor("3.13t", 1));
    QVERIFY(oneCore.trace.duration() > il::trace::milliseconds(60));
}

/// Facts: a 15 us answer takes one switch interval when a CPU hog is around; on 2.7 it doesn't, without GIL
/// neither.
void TestKernel::convoy_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("interval");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("3.11, 5 ms") << "3.11"
                                << "0.005" << qint64(5'000'000) << qint64(5'300'000);
    QTest::newRow("3.11, 1 ms") << "3.11"
                                << "0.001" << qint64(1'000'000) << qint64(1'300'000);
    QTest::newRow("3.11, 50 ms") << "3.11"
                                 << "0.05" << qint64(50'000'000) << qint64(50'300'000);
    QTest::newRow("2.7") << "2.7"
                         << "0.005" << qint64(0) << qint64(500'000);
    QTest::newRow("3.13t") << "3.13t"
                           << "0.005" << qint64(0) << qint64(200'000);
}

void TestKernel::convoy()
{
    QFETCH(QString, version);
    QFETCH(QString, interval);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const std::string text = "import sys, threading, time\n"
                             "from sim import cpu, disk\n"
                             "sys.setswitchinterval(" +
                             interval.toStdString() +
                             ")\n"
                             "waits = []\n"
                             "def serve():\n"
                             "    for _ in range(5):\n"
                             "        begin = time.perf_counter_ns()\n"
                             "        disk(ms=1)\n"
                             "        waits.append(time.perf_counter_ns() - begin - 1000000)\n"
                             "server = threading.Thread(target=serve)\n"
                             "hog = threading.Thread(target=cpu, args=(400,), daemon=True)\n"
                             "server.start()\n"
                             "hog.start()\n"
                             "server.join()\n"
                             "print(sorted(waits)[2])\n";
    auto config = configFor(version.toStdString());
    config.trace = false;
    const Result result = runText(text, config);
    QCOMPARE(quoted(result.err), QString());
    const qint64 median = QString::fromStdString(result.out).trimmed().toLongLong();
    QVERIFY2(median >= least && median <= most, result.out.c_str());
}

/// Facts: on two cores most wake-ups of 2.7's waiters are for nothing, and the work takes longer than one
/// thread's.
void TestKernel::ticksMakeAStorm()
{
    const std::string text = "import threading\n"
                             "def crunch():\n"
                             "    n = 100000\n"
                             "    while n > 0: n -= 1\n"
                             "ts = [threading.Thread(target=crunch) for _ in range(2)]\n"
                             "for t in ts: t.start()\n"
                             "for t in ts: t.join()\n";
    const auto lostWakes = [](const Result& result) {
        const auto events = result.trace.events();
        return std::count_if(events.begin(), events.end(),
                             [](const Event& event) { return event.kind == EventKind::GilWakeLost; });
    };
    const Result twoCores = runText(text, configFor("2.7", 2));
    const Result oneCore = runText(text, configFor("2.7", 1));
    QVERIFY(lostWakes(twoCores) > 20);
    QVERIFY(lostWakes(oneCore) < 5);
    QVERIFY(twoCores.trace.duration().ns > oneCore.trace.duration().ns * 5 / 4);
    QVERIFY(twoCores.trace.duration().ns < oneCore.trace.duration().ns * 5 / 2);
}

const char* const hog = R"(
import threading, time
lock = threading.Lock()
order = []
def greedy():
    for _ in range(20):
        with lock:
            order.append("g")
            time.sleep(0.002)
def polite():
    with lock:
        order.append("p")
g = threading.Thread(target=greedy)
p = threading.Thread(target=polite)
g.start()
p.start()
g.join()
p.join()
print(order.index("p"))
)";

/// Facts: a release wakes a waiter but doesn't hand over, so a thread that takes the lock right back wins.
void TestKernel::releaserBarges()
{
    const Result result = runText(hog, configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    QVERIFY(std::stoi(result.out) > 3);
}

/// Facts: PyMutex gives the lock to a waiter that has been blocked for more than 1 ms.
void TestKernel::pyMutexHandsOver()
{
    QCOMPARE(quoted(runText(hog, configFor("3.13")).out), QString("1\n"));
    QCOMPARE(quoted(runText(hog, configFor("3.13t")).out), QString("1\n"));
}

/// Without a GIL more threads than cores share the cores by time slices of 4 ms.
void TestKernel::timeSlices()
{
    const std::string text = "import threading\n"
                             "from sim import cpu\n"
                             "ts = [threading.Thread(target=cpu, args=(20,)) for _ in range(4)]\n"
                             "for t in ts: t.start()\n"
                             "for t in ts: t.join()\n";
    const Result result = runText(text, configFor("3.13t", 2));
    QVERIFY(result.trace.duration() > il::trace::milliseconds(40));
    QVERIFY(result.trace.duration() < il::trace::milliseconds(46)); // main waits for its turn as well
    const auto events = result.trace.events();
    const auto preempted = std::count_if(events.begin(), events.end(), [](const Event& event) {
        return event.kind == EventKind::ThreadReady && event.flags == 1;
    });
    QVERIFY(preempted >= 8 && preempted <= 20);
}

void TestKernel::deadlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cycle"); ///< as the Deadlock event has it
    QTest::addColumn<QString>("left");  ///< everybody who is left
    QTest::newRow("two locks") << R"(
import threading, time
a = threading.Lock()
b = threading.Lock()
def one():
    with a:
        time.sleep(0.01)
        with b: pass
def two():
    with b:
        time.sleep(0.02)
        with a: pass
t1 = threading.Thread(target=one, name="T1")
t2 = threading.Thread(target=two, name="T2")
t1.start()
t2.start()
t1.join()
)"
                               << "T2@12 lock a of T1@6, T1@8 lock b of T2@10"
                               << "MainThread@17 thread-end T1 of T1, T1@8 lock b of T2@10, T2@12 lock a of "
                                  "T1@6";
    QTest::newRow("a lock twice") << R"(
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
)"
                                  << "MainThread@5 lock lock of MainThread@4"
                                  << "MainThread@5 lock lock of MainThread@4";
    QTest::newRow("a method's lock twice") << R"(
import threading
class Account:
    def __init__(self):
        self.guard = threading.Lock()
    def read(self):
        with self.guard:
            return 1
    def twice(self):
        with self.guard:
            return 2 * self.read()
Account().twice()
)"
                                           << "MainThread@7 lock self.guard of MainThread@10"
                                           << "MainThread@7 lock self.guard of MainThread@10";
    QTest::newRow("another's RLock and a join")
        << R"(
import threading
lock = threading.RLock()
def work():
    with lock: pass
t = threading.Thread(target=work, name="T")
with lock:
    with lock:
        t.start()
        t.join()
)"
        << "MainThread@10 thread-end T of T, T@5 lock lock of MainThread@7"
        << "MainThread@10 thread-end T of T, T@5 lock lock of "
           "MainThread@7";
    QTest::newRow("join each other") << R"(
import threading, time
def one():
    time.sleep(0.01)
    t2.join()
def two():
    time.sleep(0.02)
    t1.join()
t1 = threading.Thread(target=one, name="T1")
t2 = threading.Thread(target=two, name="T2")
t1.start()
t2.start()
)"
                                     << "T2@8 thread-end T1 of T1, T1@5 thread-end T2 of T2"
                                     << "MainThread thread-end T1 of T1, T1@5 thread-end T2 of T2, T2@8 "
                                        "thread-end T1 of T1";
    QTest::newRow("never released") << R"(
import threading
lock = threading.Lock()
t = threading.Thread(target=lock.acquire, name="T")
t.start()
t.join()
lock.acquire()
)"
                                    << ""
                                    << "MainThread@7 lock lock of T";
    QTest::newRow("no item ever") << R"(
import queue
jobs = queue.Queue()
jobs.get()
)"
                                  << ""
                                  << "MainThread@4 item jobs";
    QTest::newRow("no room ever") << R"(
import queue
jobs = queue.Queue(1)
jobs.put(1)
jobs.put(2)
)"
                                  << ""
                                  << "MainThread@5 room jobs";
    QTest::newRow("tasks not done") << R"(
import queue
jobs = queue.Queue()
jobs.put(1)
jobs.get()
jobs.join()
)"
                                    << ""
                                    << "MainThread@6 tasks-done jobs";
    QTest::newRow("no event, no thread left") << R"(
import threading
ready = threading.Event()
def work():
    ready.wait()
threading.Thread(target=work, name="W").start()
)"
                                              << ""
                                              << "MainThread thread-end W of W, W@5 event ready";
    QTest::newRow("barrier") << R"(
import threading
meet = threading.Barrier(3)
t = threading.Thread(target=meet.wait, name="T")
t.start()
meet.wait()
)"
                             << ""
                             << "MainThread@6 barrier meet, T barrier meet";
    QTest::newRow("lost notification") << R"(
import threading
cond = threading.Condition()
with cond:
    cond.notify()
with cond:
    cond.wait()
)"
                                       << ""
                                       << "MainThread@7 notify cond";
    QTest::newRow("semaphore") << R"(
import threading
s = threading.Semaphore(0)
s.acquire()
)"
                               << ""
                               << "MainThread@4 semaphore s";
    QTest::newRow("exhausted pool") << R"(
from concurrent.futures import ThreadPoolExecutor
def outer():
    return pool.submit(print, "inner").result()
with ThreadPoolExecutor(1, thread_name_prefix="W") as pool:
    print(pool.submit(outer).result())
)"
                                    << ""
                                    << "MainThread@6 result outer(), W_0@4 result print('inner')";
    QTest::newRow("a future that nobody settles") << R"(
from concurrent.futures import Future
f = Future()
f.result()
)"
                                                  << ""
                                                  << "MainThread@4 result f";
}

/// "T1@8 lock b of T2@10, ..."
QString textOf(const il::trace::Trace& trace, const il::trace::DeadlockInfo& info)
{
    const auto view = trace.at(trace.duration());
    const auto at = [&](il::trace::ThreadId thread, std::uint32_t line) {
        return QString::fromStdString(il::trace::threadName(trace, view, thread)) +
               (line > 0 ? "@" + QString::number(line) : QString());
    };
    QStringList edges;
    for (const il::trace::WaitEdge& edge : info.edges) {
        QString text = at(edge.thread, edge.waitLine) + ' ';
        text += quoted(std::string(il::trace::name(edge.reason))) + ' ';
        text += quoted(std::string(trace.string(trace.objects()[edge.object].name)));
        edges << (edge.holder == il::trace::noThread ? text
                                                     : text + " of " + at(edge.holder, edge.takenLine));
    }
    return edges.join(", ");
}

void TestKernel::deadlocks()
{
    QFETCH(QString, text);
    QFETCH(QString, cycle);
    QFETCH(QString, left);
    for (const char* version : {"3.11", "2.7", "3.13t"}) {
        const Result result = runText(text.toStdString(), configFor(version));
        QCOMPARE(quoted(result.err), QString());
        QCOMPARE(int(result.reason), int(EndReason::Deadlock));
        const auto events = result.trace.events();
        const auto isDeadlock = [](const Event& event) { return event.kind == EventKind::Deadlock; };
        QCOMPARE(std::count_if(events.begin(), events.end(), isDeadlock), 1);
        const auto event = std::find_if(events.begin(), events.end(), isDeadlock);
        const auto deadlocks = result.trace.deadlocks();
        QCOMPARE(deadlocks[event->object].cycle, !cycle.isEmpty());
        QCOMPARE(event->value, std::int64_t(deadlocks[event->object].edges.size()));
        QCOMPARE(textOf(result.trace, deadlocks[event->object]), cycle.isEmpty() ? left : cycle);
        QVERIFY(!deadlocks.back().cycle);
        QCOMPARE(textOf(result.trace, deadlocks.back()), left);
    }
}

/// A Lock may be released by anybody, so a circle of waiting threads need not be the end. Two threads that
/// take turns with two locks are usual in textbooks.
void TestKernel::ringsThatBreak()
{
    const Result result = runText(R"(
import threading, time
a = threading.Lock()
b = threading.Lock()
b.acquire()
def ping():
    for n in range(2):
        a.acquire()
        time.sleep(0.001)
        print("ping")
        b.release()
def pong():
    for n in range(2):
        b.acquire()
        print("pong")
        a.release()
t1 = threading.Thread(target=ping)
t2 = threading.Thread(target=pong)
t1.start()
t2.start()
t2.join()
)",
                                  configFor("3.11"));
    QCOMPARE(int(result.reason), int(EndReason::Finished));
    QCOMPARE(quoted(result.out), QString("ping\npong\nping\npong\n"));
    const auto events = result.trace.events();
    QVERIFY(std::none_of(events.begin(), events.end(),
                         [](const Event& event) { return event.kind == EventKind::Deadlock; }));
    QVERIFY(!result.trace.deadlocks().empty());
    for (const il::trace::DeadlockInfo& info : result.trace.deadlocks())
        QVERIFY(info.edges.empty());
}

void TestKernel::uncaughtInThread()
{
    const Result result = runText("import threading\n"
                                  "def worker():\n"
                                  "    raise ValueError('no')\n"
                                  "t = threading.Thread(target=worker)\n"
                                  "t.start()\n"
                                  "t.join()\n"
                                  "print('main goes on', t.is_alive())\n",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.out), QString("main goes on False\n"));
    QVERIFY2(quoted(result.err)
                 .startsWith("Exception in thread Thread-1 (worker):\nTraceback (most recent call last):\n"),
             result.err.c_str());
    QVERIFY2(quoted(result.err).endsWith("in worker\n    raise ValueError('no')\nValueError: no\n"),
             result.err.c_str());
    QCOMPARE(result.exitStatus, 0);
    QVERIFY(result.trace.at(result.trace.duration()).threads[1].failed);
}

void TestKernel::uncaughtInMain()
{
    const Result result = runText("import atexit, threading, time\n"
                                  "def worker():\n"
                                  "    time.sleep(0.01)\n"
                                  "    print('worker done')\n"
                                  "atexit.register(print, 'atexit')\n"
                                  "threading.Thread(target=worker).start()\n"
                                  "1 / 0\n",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.out), QString("worker done\natexit\n"));
    QVERIFY2(quoted(result.err).endsWith("ZeroDivisionError: division by zero\n"), result.err.c_str());
    QCOMPARE(result.exitStatus, 1);
}

void TestKernel::systemExit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("err");
    QTest::newRow("none") << "import sys\nsys.exit()\n" << 0 << "";
    QTest::newRow("number") << "import sys\nsys.exit(3)\n" << 3 << "";
    QTest::newRow("text") << "import sys\nsys.exit('bye')\n" << 1 << "bye\n";
    QTest::newRow("in a thread") << "import sys, threading\n"
                                    "t = threading.Thread(target=sys.exit, args=(5,))\n"
                                    "t.start()\nt.join()\n"
                                 << 0 << "";
}

void TestKernel::systemExit()
{
    QFETCH(QString, text);
    QFETCH(int, status);
    QFETCH(QString, err);
    const Result result = runText(text.toStdString(), configFor("3.11"));
    QCOMPARE(result.exitStatus, status);
    QCOMPARE(quoted(result.err), err);
}

void TestKernel::daemonsAreAbandoned()
{
    const Result result = runText("import threading, time\n"
                                  "def tick():\n"
                                  "    while True:\n"
                                  "        time.sleep(0.01)\n"
                                  "threading.Thread(target=tick, daemon=True).start()\n"
                                  "time.sleep(0.025)\n",
                                  configFor("3.11"));
    QCOMPARE(int(result.reason), int(EndReason::Finished));
    const auto view = result.trace.at(result.trace.duration());
    QVERIFY(view.threads[1].abandoned);
    QVERIFY(!view.threads[0].abandoned);
    QVERIFY(view.ended);
}

void TestKernel::limits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("reason");
    QTest::newRow("endless loop") << "while True: pass\n" << int(EndReason::StepLimit);
    QTest::newRow("endless computing") << "from sim import cpu\ncpu(ms=10**9)\n" << int(EndReason::TimeLimit);
    QTest::newRow("endless sleep") << "import time\ntime.sleep(10**9)\n" << int(EndReason::TimeLimit);
    QTest::newRow("output") << "while True: print('x' * 1000)\n" << int(EndReason::OutputLimit);
    QTest::newRow("threads") << "import threading, time\n"
                                "while True: threading.Thread(target=time.sleep, args=(1000,)).start()\n"
                             << int(EndReason::ThreadLimit);
    QTest::newRow("two endless loops") << "import threading\n"
                                          "def f():\n"
                                          "    while True: pass\n"
                                          "threading.Thread(target=f).start()\nf()\n"
                                       << int(EndReason::StepLimit);
}

void TestKernel::limits()
{
    QFETCH(QString, text);
    QFETCH(int, reason);
    for (const char* version : {"3.11", "2.7", "3.13t"}) {
        auto config = configFor(version);
        config.limits.instructions = 2'000'000;
        config.limits.outputBytes = 1 << 16;
        config.limits.threads = 50;
        const Result result = runText(text.toStdString(), config);
        QCOMPARE(int(result.reason), reason);
        QVERIFY(result.trace.at(result.trace.duration()).ended);
    }
}

/// As in CPython, the program gets a MemoryError, which it may catch.
void TestKernel::memoryLimit()
{
    auto config = configFor("3.11");
    config.limits.heapBytes = 4 << 20;
    const Result result = runText("x = []\nwhile True: x.append('y' * 10000 + str(len(x)))\n", config);
    QVERIFY2(quoted(result.err).endsWith("MemoryError\n") || result.reason == EndReason::MemoryLimit,
             result.err.c_str());
    QVERIFY(result.trace.at(result.trace.duration()).ended);
}

void TestKernel::namesOfObjects()
{
    const Result result = runText("import queue, threading\n"
                                  "class Account:\n"
                                  "    def __init__(self):\n"
                                  "        self.guard = threading.Lock()\n"
                                  "account = Account()\n"
                                  "jobs = queue.Queue(3)\n"
                                  "with threading.Lock(): pass\n"
                                  "forks = [threading.Lock() for _ in range(2)]\n"
                                  "left = forks[1]\n"
                                  "doors = {'in': threading.Lock()}\n"
                                  "doors['out'] = threading.Lock()\n",
                                  configFor("3.11"));
    QStringList names;
    for (const auto& object : result.trace.objects())
        names << QString::fromUtf8(result.trace.string(object.name).data(),
                                   static_cast<int>(result.trace.string(object.name).size()));
    QVERIFY2(names.contains("account.guard"), qPrintable(names.join(' ')));
    QVERIFY2(names.contains("jobs"), qPrintable(names.join(' ')));
    QVERIFY2(names.contains("Lock-2"), qPrintable(names.join(' ')));
    for (const char* item : {"forks[0]", "forks[1]", "doors['in']", "doors['out']"})
        QVERIFY2(names.contains(item), qPrintable(names.join(' ')));
}

void TestKernel::parametersReplaceAssignments()
{
    auto config = configFor("3.11");
    config.parameters["n"] = std::int64_t{7};
    QCOMPARE(quoted(runText("n = 3\nprint(n)\n", config).out), QString("7\n"));
    QCOMPARE(quoted(runText("n = 3\ndef f():\n    global n\n    n += 1\nf()\nprint(n)\n", config).out),
             QString("8\n"));
}

void TestKernel::sameAgain()
{
    for (const char* version : {"3.11", "2.7", "3.13t"})
        for (const char* schedule : {"default", "seed:9"}) {
            const Result a = runText(busy, configFor(version), schedule);
            const Result b = runText(busy, configFor(version), schedule);
            QCOMPARE(quoted(a.err), QString());
            QVERIFY(a.trace.events().size() > 100);
            QVERIFY(sameTrace(a, b));
            QCOMPARE(a.schedule, b.schedule);
        }
}

void TestKernel::replays()
{
    QVERIFY(rc::check("the recorded schedule of a run replays it", [](std::uint64_t seed) {
        const char* version = *rc::gen::element("2.7", "3.9", "3.11", "3.13", "3.13t");
        const int cores = *rc::gen::inRange(1, 5);
        const Result first = runText(busy, configFor(version, cores), "seed:" + std::to_string(seed));
        const Result again = runText(busy, configFor(version, cores), first.schedule);
        RC_ASSERT(sameTrace(first, again));
        RC_ASSERT(first.out == again.out);
        RC_ASSERT(first.schedule == again.schedule);
    }));
}

void TestKernel::invariantsOfAnyRun()
{
    QVERIFY(
        rc::check("one holder per lock and GIL, one thread per core, time goes on", [](std::uint64_t seed) {
            const char* version = *rc::gen::element("2.7", "3.9", "3.11", "3.13", "3.13t");
            const int cores = *rc::gen::inRange(1, 5);
            const Result result = runText(busy, configFor(version, cores), "seed:" + std::to_string(seed));
            RC_ASSERT(result.reason == EndReason::Finished);
            std::map<std::uint32_t, ThreadId> owners;
            std::map<std::int64_t, ThreadId> running;
            ThreadId gil = noThread;
            SimTime now;
            for (const Event& event : result.trace.events()) {
                RC_ASSERT(event.time >= now);
                now = event.time;
                if (event.kind == EventKind::LockAcquired) {
                    RC_ASSERT(owners.count(event.object) == 0 || owners[event.object] == event.thread);
                    owners[event.object] = event.thread;
                } else if (event.kind == EventKind::LockReleased && event.value == 0) {
                    RC_ASSERT(owners.erase(event.object) == 1);
                } else if (event.kind == EventKind::GilTaken) {
                    RC_ASSERT(gil == noThread);
                    gil = event.thread;
                } else if (event.kind == EventKind::GilReleased) {
                    RC_ASSERT(gil == event.thread);
                    gil = noThread;
                }
                if (event.kind <= EventKind::ThreadDone)
                    for (auto it = running.begin(); it != running.end();)
                        it = it->second == event.thread ? running.erase(it) : std::next(it);
                if (event.kind == EventKind::ThreadRunning) {
                    RC_ASSERT(event.value >= 0 && event.value < cores);
                    RC_ASSERT(running.count(event.value) == 0);
                    RC_ASSERT(gil == event.thread || std::string_view(version) == "3.13t");
                    running[event.value] = event.thread;
                }
            }
            RC_ASSERT(owners.empty() && gil == noThread);
        }));
}

/// A copy of the state, made anywhere in a run, goes on as the original does.
void TestKernel::stateIsAValue()
{
    const auto program = std::make_shared<const il::script::Program>(*il::script::compile(busy, "busy.py"));
    QVERIFY(rc::check("a copied state goes on alike", [&](std::uint64_t seed) {
        const char* version = *rc::gen::element("2.7", "3.11", "3.13t");
        Config config = configFor(version);
        config.trace = false;
        KernelState state(config, Schedule::seeded(seed));
        Image::Parts parts;
        parts.script = program;
        parts.modules = kernelModules();
        parts.pythonVersion = version;
        const auto image = Image::build(std::move(parts), state.processes.front().memory);
        Kernel original(*image, config, std::move(state), nullptr);
        original.boot();
        const int steps = *rc::gen::inRange(0, 400);
        for (int i = 0; i < steps && !original.ended(); ++i)
            original.step();
        Kernel copy(*image, config, original.state(), nullptr);
        while (!original.ended())
            original.step();
        while (!copy.ended())
            copy.step();
        RC_ASSERT(copy.state().now == original.state().now);
        RC_ASSERT(copy.state().out == original.state().out);
        RC_ASSERT(copy.state().instructions == original.state().instructions);
        RC_ASSERT(copy.state().schedule.text() == original.state().schedule.text());
    }));
}

void TestKernel::cueOfADeadlock_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<int>("cues");
    QTest::newRow("finished") << QByteArray("print(1)") << 0;
    QTest::newRow("an exception") << QByteArray("1 / 0") << 0;
    QTest::newRow("a limit") << QByteArray("while True: pass") << 0;
    QTest::newRow("the main thread alone")
        << QByteArray("import threading\nk = threading.Lock()\nk.acquire()\nk.acquire()") << 1;
    QTest::newRow("a thread that it waits for at its end")
        << QByteArray("import threading\nthreading.Thread(target=threading.Event().wait).start()") << 1;
}

void TestKernel::cueOfADeadlock()
{
    QFETCH(QByteArray, program);
    QFETCH(int, cues);
    Config config = configFor("3.11");
    config.limits.instructions = 10'000;
    const Result result = runText((program + "\n\n#: stuck\n").toStdString(), config);
    const auto& events = result.trace.events();
    QCOMPARE(int(std::count_if(events.begin(), events.end(),
                               [](const Event& event) { return event.kind == EventKind::Cue; })),
             cues);
    if (cues == 0)
        return;
    const std::size_t index = events.size() - 2;
    QCOMPARE(events[index].kind, EventKind::Cue);
    QCOMPARE(result.trace.string(events[index].object), "stuck");
    QCOMPARE(events[index].thread, noThread);
    QCOMPARE(std::size_t{result.trace.stepOf(static_cast<std::uint32_t>(index))} + 1,
             result.trace.steps().size());
}

QTEST_GUILESS_MAIN(TestKernel)
#include "tst_kernel.moc"
