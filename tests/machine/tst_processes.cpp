// Processes through whole programs: what the trace tells of them, when they run, how a run with several ends.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine_run.h"
#include "trace/view.h"
#endif

#include <QtTest>

#include <algorithm>
#include <set>

using namespace il::machine;
using il::trace::EndReason;
using il::trace::Event;
using il::trace::EventKind;
using il::trace::milliseconds;
using il::trace::noThread;
using il::trace::ProcessId;
using il::trace::SimTime;
using il::trace::ThreadId;

class TestProcesses : public QObject {
    Q_OBJECT

private slots:
    void lifeOfAChild();
    void killedChild();
    void eachProcessHasItsGil();
    void twoProcessesComputeInParallel();
    void aChildRunsWhileItsParentForksAgain();
    void pages_data();
    void pages();
    void daemons();
    void lockLeftBehind();
    void deadlocks_data();
    void deadlocks();
    void sharedLockIsALock();
    void sharedMemoryRaces();
    void namesOfWhatIsShared();
    void childrenHaveVariablesOfTheirOwn();
    void ends_data();
    void ends();
    void output_data();
    void output();
    void openLines();
    void spawnStartsAfresh();
    void tooManyProcesses();
    void sameAgain_data();
    void sameAgain();
};

namespace {

QString quoted(const std::string& text)
{
    return QString::fromStdString(text);
}

std::vector<Event> ofKind(const Result& result, EventKind kind)
{
    std::vector<Event> found;
    std::copy_if(result.trace.events().begin(), result.trace.events().end(), std::back_inserter(found),
                 [kind](const Event& event) { return event.kind == kind; });
    return found;
}

std::string nameOf(const Result& result, const Event& event)
{
    return std::string(result.trace.string(event.object));
}

const char* const forkAndWait = R"(
import os, time
pid = os.fork()
if pid == 0:
    time.sleep(0.01)
    os._exit(3)
print(os.waitpid(pid, 0)[0] == pid)
)";

} // namespace

void TestProcesses::lifeOfAChild()
{
    const Result result = runText(forkAndWait, configFor("3.11"));
    QCOMPARE(quoted(result.out), QStringLiteral("True\n"));
    const auto processes = result.trace.processes();
    QCOMPARE(processes.size(), 2u);
    QCOMPARE(processes[1].pid, processes[0].pid + 1);
    QCOMPARE(int(processes[1].parent), 0);
    QCOMPARE(int(processes[1].start), int(il::trace::StartMethod::Fork));
    QVERIFY(processes[1].pages > 10);

    const auto created = ofKind(result, EventKind::ProcessCreated);
    QCOMPARE(created.size(), 1u);
    QCOMPARE(created[0].thread, ThreadId(0));
    QCOMPARE(created[0].object, 1u);
    QCOMPARE(created[0].value, processes[1].pid);
    const auto threads = ofKind(result, EventKind::ThreadCreated);
    QCOMPARE(threads.size(), 2u);
    QCOMPARE(threads[1].value, std::int64_t(1) << 16); // process 1, created by thread 0
    QVERIFY(threads[1].time >= created[0].time);

    std::vector<std::pair<ThreadId, std::int64_t>> forks;
    for (const Event& event : ofKind(result, EventKind::CallReturned))
        if (nameOf(result, event) == "fork")
            forks.emplace_back(event.thread, event.value);
    const std::vector<std::pair<ThreadId, std::int64_t>> twice{{ThreadId(0), processes[1].pid},
                                                               {ThreadId(1), 0}};
    QCOMPARE(forks, twice);

    const auto exited = ofKind(result, EventKind::ProcessExited);
    QCOMPARE(exited[0].object, 1u);
    QCOMPARE(exited[0].value, std::int64_t(3));
    const auto reaped = ofKind(result, EventKind::ProcessReaped);
    QCOMPARE(reaped[0].object, 1u);
    QCOMPARE(reaped[0].thread, ThreadId(0));
    // It has slept, and is a zombie until its parent has been woken.
    QVERIFY(exited[0].time - created[0].time > milliseconds(10));
    QVERIFY(reaped[0].time > exited[0].time);
}

void TestProcesses::killedChild()
{
    const Result result = runText(R"(
import os, signal, time
pid = os.fork()
if pid == 0:
    time.sleep(10)
time.sleep(0.01)
os.kill(pid, signal.SIGTERM)
print(os.waitpid(pid, os.WNOHANG))
print(os.waitpid(pid, 0)[1])
)",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.out), QStringLiteral("(0, 0)\n15\n")); // the signal is sent, the child still there
    const auto sent = ofKind(result, EventKind::SignalSent);
    QCOMPARE(sent.size(), 1u);
    QCOMPARE(sent[0].object, 1u);
    QCOMPARE(sent[0].value, std::int64_t(15));
    QCOMPARE(ofKind(result, EventKind::ProcessExited)[0].value, std::int64_t(-15));
    QVERIFY(result.trace.duration() < milliseconds(100));
}

void TestProcesses::eachProcessHasItsGil()
{
    const Result result = runText(R"(
import os, threading
from sim import cpu
pid = os.fork()
ts = [threading.Thread(target=cpu, args=(20,)) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
)",
                                  configFor("3.11", 4));
    // At no moment do two threads of one process hold the GIL; two of different processes do.
    std::vector<ProcessId> processOf;
    std::map<ProcessId, ThreadId> holders;
    std::size_t most = 0;
    for (const Event& event : result.trace.events()) {
        if (event.kind == EventKind::ThreadCreated) {
            processOf.resize(std::max<std::size_t>(processOf.size(), event.thread + 1u));
            processOf[event.thread] = static_cast<ProcessId>(event.value >> 16);
        } else if (event.kind == EventKind::GilTaken) {
            QCOMPARE(holders.count(processOf[event.thread]), 0u);
            holders[processOf[event.thread]] = event.thread;
            most = std::max(most, holders.size());
        } else if (event.kind == EventKind::GilReleased) {
            QCOMPARE(holders[processOf[event.thread]], event.thread);
            holders.erase(processOf[event.thread]);
        }
    }
    QCOMPARE(most, 2u);
    QVERIFY(!ofKind(result, EventKind::GilDropRequested).empty());
}

/// Twice the work in hardly more time on two cores, in twice the time on one.
/// What a process does on its core isn't put off to the end of a long call on another one.
void TestProcesses::aChildRunsWhileItsParentForksAgain()
{
    const Result result = runText(R"(
import multiprocessing
import os

def work():
    lock = multiprocessing.Lock()
    with lock:
        os.getpid()
    os.write(1, b'at work')

if __name__ == '__main__':
    children = [multiprocessing.Process(target=work) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
)",
                                  configFor("3.11"));
    const auto created = ofKind(result, EventKind::ProcessCreated);
    const auto taken = ofKind(result, EventKind::LockAcquired);
    QVERIFY(created.size() == 2 && !taken.empty());
    QVERIFY(created[1].time - created[0].time >= milliseconds(1));
    QVERIFY2(taken[0].time < created[1].time - il::trace::microseconds(500),
             qPrintable(QString::number(taken[0].time.ns)));
}

void TestProcesses::twoProcessesComputeInParallel()
{
    const char* const text = R"(
import os
from sim import cpu
pid = os.fork()
cpu(ms=50)
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
)";
    const SimTime two = runText(text, configFor("3.11", 2)).trace.duration();
    const SimTime one = runText(text, configFor("3.11", 1)).trace.duration();
    QVERIFY(two > milliseconds(50) && two < milliseconds(55));
    QVERIFY(one > milliseconds(100) && one < milliseconds(105));
}

void TestProcesses::pages_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("use");
    QTest::addColumn<int>("least"); // per cent of the pages that are copied
    QTest::addColumn<int>("most");
    QTest::newRow("nothing") << "data = [str(i) for i in range(30000)]"
                             << "pass" << 0 << 2;
    QTest::newRow("objects") << "data = [str(i) for i in range(30000)]"
                             << "for x in data: pass" << 50 << 100;
    QTest::newRow("floats") << "data = [i / 3 for i in range(60000)]"
                            << "for x in data: pass" << 50 << 100;
    QTest::newRow("natively") << "data = list(range(60000))"
                              << "print(sum(data))" << 50 << 100;
    QTest::newRow("length") << "data = list(range(60000))"
                            << "print(len(data))" << 0 << 2;
    QTest::newRow("buffer") << "data = bytes(1000000)"
                            << "for i in range(0, 1000000, 999): data[i]" << 0 << 2;
    QTest::newRow("one item") << "data = list(range(60000))"
                              << "data[40000] = 1" << 0 << 3;
}

/// Facts M9: reading a big buffer copies next to nothing, iterating over objects nearly all.
void TestProcesses::pages()
{
    QFETCH(QString, make);
    QFETCH(QString, use);
    QFETCH(int, least);
    QFETCH(int, most);
    const QString text = QStringLiteral("import os\n%1\nif os.fork() == 0:\n    %2\n").arg(make, use);
    const Result result = runText(text.toStdString(), configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    std::int64_t copied = 0;
    for (const Event& event : ofKind(result, EventKind::PagesCopied))
        if (event.object == 1)
            copied = std::max(copied, event.value);
    const std::int64_t total = result.trace.processes()[1].pages;
    QVERIFY(total > 200);
    QVERIFY2(copied * 100 >= least * total && copied * 100 <= most * total,
             qPrintable(QStringLiteral("%1 of %2").arg(copied).arg(total)));
}

/// What its end waits for and what it doesn't: of threads and of multiprocessing's processes.
void TestProcesses::daemons()
{
    const Result result = runText(R"(
import multiprocessing, threading, time
for daemon in (False, True):
    threading.Thread(target=time.sleep, args=(0.001,), daemon=daemon).start()
    multiprocessing.Process(target=time.sleep, args=(0.001,), daemon=daemon).start()
time.sleep(1)
)",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    const auto view = result.trace.at(result.trace.duration());
    std::vector<bool> threads, processes;
    for (const auto& thread : view.threads)
        threads.push_back(thread.daemon);
    for (const auto& process : result.trace.processes())
        processes.push_back(process.daemon);
    // threads in order: the main one, a thread, the first child's, the daemon thread, the daemon child's
    QCOMPARE(threads, (std::vector<bool>{false, false, false, true, false}));
    QCOMPARE(processes, (std::vector<bool>{false, false, true}));
}

void TestProcesses::lockLeftBehind()
{
    const Result result = runText(R"(
import os, threading, time
lock = threading.Lock()
def hold():
    with lock:
        time.sleep(0.02)
t = threading.Thread(target=hold)
t.start()
if os.fork() == 0:
    lock.acquire()
)",
                                  configFor("3.11"));
    QCOMPARE(int(result.reason), int(EndReason::Deadlock));
    QCOMPARE(result.exitStatus, 0); // the first process has ended normally
    const auto deadlocks = result.trace.deadlocks();
    QCOMPARE(deadlocks.size(), 1u);
    QVERIFY(!deadlocks[0].cycle); // no circle: the holder isn't there any more
    QCOMPARE(deadlocks[0].edges.size(), 1u);
    const auto& edge = deadlocks[0].edges[0];
    QCOMPARE(int(edge.reason), int(il::trace::WaitReason::Lock));
    QCOMPARE(edge.holder, ThreadId(1)); // the parent's thread, which had it at the fork
    QCOMPARE(std::string(result.trace.string(result.trace.objects()[edge.object].name)),
             std::string("lock (4243)"));
}

void TestProcesses::deadlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("cycle");
    QTest::addColumn<int>("threads");
    QTest::newRow("two shared locks in opposite order") << R"(
import os, time, _multiprocessing
a = _multiprocessing.SemLock(1, 1, 1)
b = _multiprocessing.SemLock(1, 1, 1)
first, second = (a, b) if os.fork() else (b, a)
with first:
    time.sleep(0.01)
    with second:
        pass
)" << true << 2;
    QTest::newRow("a parent waits for a child that waits for its lock") << R"(
import os, _multiprocessing
lock = _multiprocessing.SemLock(1, 1, 1)
lock.acquire()
pid = os.fork()
if pid == 0:
    lock.acquire()
os.waitpid(pid, 0)
)" << true << 2;
    QTest::newRow("a lock that died with its holder") << R"(
import os, _multiprocessing
lock = _multiprocessing.SemLock(1, 1, 1)
pid = os.fork()
if pid == 0:
    lock.acquire()
    os._exit(0)
os.waitpid(pid, 0)
lock.acquire()
)" << false << 1;
    QTest::newRow("a pipe whose other end is held open") << R"(
import os
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.read(r, 1)
os.waitpid(pid, 0)
)" << false << 2;
}

void TestProcesses::deadlocks()
{
    QFETCH(QString, text);
    QFETCH(bool, cycle);
    QFETCH(int, threads);
    const Result result = runText(text.toStdString(), configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    QCOMPARE(int(result.reason), int(EndReason::Deadlock));
    const auto deadlocks = result.trace.deadlocks();
    QCOMPARE(deadlocks.front().cycle, cycle);
    QCOMPARE(int(deadlocks.back().edges.size()), threads);
}

void TestProcesses::sharedLockIsALock()
{
    const Result result = runText(R"(
import os, _multiprocessing
lock = _multiprocessing.SemLock(1, 1, 1)
pid = os.fork()
for i in range(20):
    with lock:
        for j in range(50): pass
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
)",
                                  configFor("3.11"));
    ThreadId owner = noThread;
    int taken = 0;
    for (const Event& event : result.trace.events()) {
        if (event.kind == EventKind::LockAcquired) {
            QCOMPARE(owner, noThread);
            owner = event.thread;
            ++taken;
        } else if (event.kind == EventKind::LockReleased) {
            QCOMPARE(owner, event.thread);
            owner = noThread;
        }
    }
    QCOMPARE(taken, 40);
}

/// Shared memory without a lock loses updates, and the trace knows which.
void TestProcesses::sharedMemoryRaces()
{
    const Result result = runText(R"(
import os, _multiprocessing
memory = _multiprocessing.SharedMemory("i", 1)
pid = os.fork()
if pid == 0:
    for i in range(5000):
        memory[0] = memory[0] + 1
    os._exit(0)
for i in range(5000): # not in step with the child
    x = i
    memory[0] += 1
os.waitpid(pid, 0)
print(memory[0])
)",
                                  configFor("3.11"));
    const int sum = quoted(result.out).trimmed().toInt();
    QVERIFY(sum >= 5000 && sum < 10000);
    QVERIFY(!result.trace.lostUpdates().empty());
}

void TestProcesses::namesOfWhatIsShared()
{
    const Result result = runText(R"(
import multiprocessing
counter = multiprocessing.Value("i", 0)
guard = multiprocessing.Lock()
row = multiprocessing.Array("i", 2)
with guard:
    counter.value += 1
    row[1] = 5
)",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    std::set<std::string> names;
    for (const auto& variable : result.trace.variables())
        names.emplace(result.trace.string(variable.name));
    for (const auto& object : result.trace.objects())
        names.emplace(result.trace.string(object.name));
    for (const char* name : {"counter.value", "row[1]", "guard", "counter.lock"})
        QVERIFY2(names.count(name) == 1, name);
}

void TestProcesses::childrenHaveVariablesOfTheirOwn()
{
    const Result result = runText(R"(
import os
x = 1
pid = os.fork()
def f():
    global x
    x += 1
f()
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
)",
                                  configFor("3.11"));
    QStringList names;
    for (const auto& variable : result.trace.variables()) {
        names << QString::fromUtf8(result.trace.string(variable.name).data());
        QVERIFY(!variable.shared);
    }
    QVERIFY2(names.contains("x") && names.contains("x (4243)"), qPrintable(names.join(' ')));
}

void TestProcesses::ends_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("status");
    // A pipe's reader sees what orphans write, too; the status is the first process's.
    QTest::newRow("an orphan goes on") << R"(
import os, sys, time
if os.fork() == 0:
    time.sleep(0.02)
    print("orphan", os.getppid())
    sys.exit(7)
print("parent")
sys.exit(2)
)"
                                       << "parent\norphan 1\n"
                                       << 2;
    QTest::newRow("the first process is killed") << R"(
import os, time
parent = os.getpid()
pid = os.fork()
if pid == 0:
    os.kill(parent, 9)
    time.sleep(0.01)
    print("still here", os.getppid())
else:
    time.sleep(5)
)"
                                                 << "still here 1\n"
                                                 << 137;
    QTest::newRow("Ctrl-C") << "raise KeyboardInterrupt\n"
                            << "" << 130;
}

void TestProcesses::ends()
{
    QFETCH(QString, text);
    QFETCH(QString, out);
    QFETCH(int, status);
    const Result result = runText(text.toStdString(), configFor("3.11"));
    QCOMPARE(int(result.reason), int(EndReason::Finished));
    QCOMPARE(quoted(result.out), out);
    QCOMPARE(result.exitStatus, status);
    QCOMPARE(result.trace.events().back().kind, EventKind::RunEnded);
}

void TestProcesses::output_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<QString>("out");
    QTest::newRow("to a pipe") << false << "one\nended\none\nparent\n";
    QTest::newRow("to a terminal") << true << "one\nended\nlost\nparent\n";
}

/// What waits in the buffer is copied by fork and lost by _exit. A terminal has each line at once.
void TestProcesses::output()
{
    QFETCH(bool, terminal);
    QFETCH(QString, out);
    Config config = configFor("3.11");
    config.terminal = terminal;
    const Result result = runText(R"(
import os, sys
print("one")
pid = os.fork()
if pid == 0:
    print("ended")
    sys.exit()
os.waitpid(pid, 0)
pid = os.fork()
if pid == 0:
    print("lost")
    os._exit(0)
os.waitpid(pid, 0)
print("parent")
)",
                                  config);
    QCOMPARE(quoted(result.out), out);
    const auto printed = ofKind(result, EventKind::Output); // the trace shows a terminal
    QCOMPARE(printed.size(), 4u);
    QCOMPARE(nameOf(result, printed[2]), std::string("lost\n"));
}

/// On a terminal a line is out once it is complete. Of what isn't yet, fork gives the child a copy, and _exit
/// loses it.
void TestProcesses::openLines()
{
    Config config = configFor("3.11");
    config.terminal = true;
    const Result result = runText(R"(
import os
print("a", end="")
pid = os.fork()
if pid == 0:
    print("b")
    print("c", end="")
    os._exit(0)
os.waitpid(pid, 0)
if os.fork() == 0:
    os._exit(0)
os.wait()
print("d")
)",
                                  config);
    QCOMPARE(quoted(result.out), QString("ab\nad\n"));
    QString told;
    for (const Event& event : ofKind(result, EventKind::Output))
        told += QString("%1:%2%3 ")
                    .arg(event.thread)
                    .arg(QString::fromStdString(nameOf(result, event)).trimmed(),
                         (event.flags & 2) != 0 ? QString(" lost") : QString());
    QCOMPARE(told, QString("0:a 1:a 1:b 1:c lost 0:d "));
}

void TestProcesses::spawnStartsAfresh()
{
    const Result result = runText(R"(
import multiprocessing as mp
count = 0
print("module", __name__)
def work(n):
    print("work", n, count)
if __name__ == "__main__":
    mp.set_start_method("spawn")
    count = 5
    p = mp.Process(target=work, args=(3,))
    p.start()
    p.join()
    print(p.exitcode, count)
)",
                                  configFor("3.11"));
    QCOMPARE(quoted(result.err), QString());
    QCOMPARE(quoted(result.out), QStringLiteral("module __main__\nmodule __mp_main__\nwork 3 0\n0 5\n"));
    QCOMPARE(int(result.trace.processes()[1].start), int(il::trace::StartMethod::Spawn));
    QVERIFY(result.trace.duration() > milliseconds(60));
}

void TestProcesses::tooManyProcesses()
{
    Config config = configFor("3.11");
    config.limits.processes = 5;
    const Result result = runText(R"(
import os, time
n = 0
try:
    while True:
        if os.fork() == 0:
            time.sleep(1)
            os._exit(0)
        n += 1
except BlockingIOError as e:
    print(n, e)
)",
                                  config);
    QCOMPARE(quoted(result.out), QStringLiteral("4 [Errno 11] Resource temporarily unavailable\n"));
}

void TestProcesses::sameAgain_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("version");
    for (const char* schedule : {"default", "seed:1", "seed:2"})
        for (const char* version : {"2.7", "3.11", "3.13t"})
            QTest::addRow("%s %s", schedule, version) << schedule << version;
}

/// A run with processes is as repeatable as any, with a trace and without.
void TestProcesses::sameAgain()
{
    QFETCH(QString, schedule);
    QFETCH(QString, version);
    const char* const text = R"(
import os, random, signal, threading, time
from sim import cpu
r, w = os.pipe()
def work(n):
    for i in range(3):
        cpu(ms=0.2 * n)
        os.write(w, b"x")
    time.sleep(0.001)
pids = []
for n in range(1, 4):
    pid = os.fork()
    if pid == 0:
        ts = [threading.Thread(target=work, args=(n,)) for _ in range(2)]
        for t in ts: t.start()
        for t in ts: t.join()
        print(n, random.random())
        raise SystemExit(n)
    pids.append(pid)
os.close(w)
size = 0
while True:
    data = os.read(r, 4)
    if not data: break
    size += len(data)
print(size, sorted(os.waitpid(p, 0)[1] >> 8 for p in pids))
)";
    Config config = configFor(version.toStdString());
    const Result a = runText(text, config, schedule.toStdString());
    const Result b = runText(text, config, schedule.toStdString());
    QCOMPARE(quoted(a.err), QString());
    QVERIFY(quoted(a.out).endsWith("18 [1, 2, 3]\n"));
    QCOMPARE(quoted(a.out), quoted(b.out));
    QVERIFY(std::equal(a.trace.events().begin(), a.trace.events().end(), b.trace.events().begin(),
                       b.trace.events().end()));
    config.trace = false;
    const Result c = runText(text, config, schedule.toStdString());
    QCOMPARE(quoted(c.out), quoted(a.out));
    QCOMPARE(c.instructions, a.instructions);
    QCOMPARE(c.schedule, a.schedule);
    const Result replayed = runText(text, config, a.schedule);
    QCOMPARE(quoted(replayed.out), quoted(a.out));
    // Whatever happens, everybody who was created has ended, and every process with its threads.
    const auto view = a.trace.at(a.trace.duration());
    for (const auto& thread : view.threads)
        QCOMPARE(int(thread.state), int(il::trace::ThreadState::Done));
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
