// multiprocessing and the executors: what facts M6 and M7 say, and what they tell the trace.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine_run.h"
#endif

#include <QtTest>

#include <map>
#include <set>

using namespace il;
using trace::EventKind;

namespace {

machine::Result runHere(std::string_view text)
{
    return runText(text, configFor("3.11"));
}

std::vector<trace::Event> eventsOf(const trace::Trace& trace, EventKind kind)
{
    std::vector<trace::Event> result;
    for (const trace::Event& event : trace.events())
        if (event.kind == kind)
            result.push_back(event);
    return result;
}

/// Names of the tasks in the order of these events.
std::vector<std::string> taskNames(const trace::Trace& trace, EventKind kind)
{
    std::vector<std::string> names;
    for (const trace::Event& event : eventsOf(trace, kind))
        names.emplace_back(trace.string(trace.tasks()[event.object].name));
    return names;
}

const char* const square = R"(
import multiprocessing
import multiprocessing.pool
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def square(x):
    time.sleep(0.002)
    if x == 13:
        raise ValueError("unlucky")
    return x * x

)";

std::string withSquare(const char* text)
{
    return std::string(square) + text;
}

} // namespace

class PoolsTest : public QObject {
    Q_OBJECT

private slots:
    void everyTaskIsSeen_data();
    void everyTaskIsSeen();
    void chunksOfMap_data();
    void chunksOfMap();
    void resultsAndExceptions();
    void lostAndCancelled();
    void poolStartsAllWorkersAtOnce();
    void executorStartsWorkers_data();
    void executorStartsWorkers();
    void threadIsAddedWhenNoneIsIdle();
    void recordingChangesNothing();
    void servicesAreFlagged();
    void poolIsNamed();
    void whoWaitsForAResultSaysWhich_data();
    void whoWaitsForAResultSaysWhich();
    void stuck_data();
    void stuck();
};

void PoolsTest::everyTaskIsSeen_data()
{
    QTest::addColumn<QString>("use");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<bool>("processes");
    QTest::newRow("map") << "with multiprocessing.Pool(2) as pool:\n    pool.map(square, range(9))" << 9
                         << true;
    QTest::newRow("starmap")
        << "with multiprocessing.Pool(2) as pool:\n    pool.starmap(pow, [(1, 2), (3, 4)])" << 2 << true;
    QTest::newRow("imap") << "with multiprocessing.Pool(2) as pool:\n    list(pool.imap(square, range(5)))"
                          << 5 << true;
    QTest::newRow("imap in chunks")
        << "with multiprocessing.Pool(2) as pool:\n    list(pool.imap(square, range(5), chunksize=2))" << 5
        << true;
    QTest::newRow("apply") << "with multiprocessing.Pool(2) as pool:\n    pool.apply(square, (3,))" << 1
                           << true;
    QTest::newRow("threads")
        << "with multiprocessing.pool.ThreadPool(2) as pool:\n    pool.map(square, range(5))" << 5 << false;
    QTest::newRow("process executor")
        << "with ProcessPoolExecutor(2) as pool:\n    list(pool.map(square, range(5), chunksize=2))" << 5
        << true;
    QTest::newRow("thread executor")
        << "with ThreadPoolExecutor(2) as pool:\n    list(pool.map(square, range(5)))" << 5 << false;
    QTest::newRow("spawned") << "with multiprocessing.get_context('spawn').Pool(2) as pool:\n"
                                "    pool.map(square, range(4))"
                             << 4 << true;
}

/// Queued, started by a worker that has joined, finished by the same, collected: once each, in this order.
void PoolsTest::everyTaskIsSeen()
{
    QFETCH(QString, use);
    QFETCH(int, tasks);
    QFETCH(bool, processes);
    const std::string guarded =
        "if __name__ == '__main__':\n    " + use.replace("\n", "\n    ").toStdString() + "\n";
    const auto result = runHere(withSquare(guarded.c_str()));
    QCOMPARE(result.err, std::string());
    QCOMPARE(result.reason, trace::EndReason::Finished);
    std::map<std::uint32_t, int> stage;
    std::map<std::uint32_t, trace::ThreadId> runner;
    std::set<trace::ThreadId> workers, left;
    for (const trace::Event& event : result.trace.events()) {
        if (event.kind == EventKind::WorkerJoined) {
            QVERIFY(workers.insert(event.thread).second);
            QCOMPARE(result.trace.objects()[event.object].processes, processes);
        }
        if (event.kind == EventKind::WorkerLeft)
            QVERIFY(workers.count(event.thread) == 1 && left.insert(event.thread).second);
        const int at = event.kind == EventKind::TaskQueued      ? 0
                       : event.kind == EventKind::TaskStarted   ? 1
                       : event.kind == EventKind::TaskFinished  ? 2
                       : event.kind == EventKind::TaskCollected ? 3
                                                                : -1;
        if (at < 0)
            continue;
        QCOMPARE(stage[event.object]++, at);
        if (at == 1)
            runner[event.object] = event.thread;
        if (at == 1 || at == 2)
            QVERIFY(workers.count(event.thread) == 1 && runner[event.object] == event.thread);
    }
    QCOMPARE(static_cast<int>(stage.size()), tasks);
    for (const auto& [task, reached] : stage)
        QCOMPARE(reached, 4);
    QCOMPARE(left, workers);
}

void PoolsTest::chunksOfMap_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("size"); // facts M7: ceil(items / (4 * 4))
    QTest::newRow("17 items for 4 workers") << 17 << 2;
    QTest::newRow("100") << 100 << 7;
    QTest::newRow("16") << 16 << 1;
}

void PoolsTest::chunksOfMap()
{
    QFETCH(int, items);
    QFETCH(int, size);
    const auto result =
        runHere("import multiprocessing\nwith multiprocessing.Pool(4) as pool:\n    pool.map(abs, range(" +
                std::to_string(items) + "))\n");
    std::map<std::uint32_t, int> chunks;
    for (const trace::TaskInfo& task : result.trace.tasks())
        ++chunks[task.chunk];
    QCOMPARE(static_cast<int>(chunks.size()), (items + size - 1) / size);
    QCOMPARE(chunks[0], size);
}

void PoolsTest::resultsAndExceptions()
{
    const auto result = runHere(withSquare(R"(
with multiprocessing.Pool(1) as pool:
    first = pool.apply_async(square, (6,))
    second = pool.apply_async(square, (), {"x": 13})
    print(first.get())
    try:
        second.get()
    except ValueError as error:
        print(error)
)"));
    QCOMPARE(result.out, std::string("36\nunlucky\n"));
    QCOMPARE(taskNames(result.trace, EventKind::TaskQueued),
             (std::vector<std::string>{"square(6)", "square(x=13)"}));
    const auto finished = eventsOf(result.trace, EventKind::TaskFinished);
    QCOMPARE(finished.size(), std::size_t{2});
    QCOMPARE(std::string(result.trace.string(static_cast<trace::StringId>(finished[0].value))),
             std::string("36"));
    QCOMPARE(int{finished[0].flags}, 0);
    QCOMPARE(std::string(result.trace.string(static_cast<trace::StringId>(finished[1].value))),
             std::string("ValueError: unlucky"));
    QCOMPARE(int{finished[1].flags}, 1);
}

void PoolsTest::lostAndCancelled()
{
    const auto result = runHere(R"(
import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def die(x):
    os._exit(1)


if __name__ == "__main__":
    with ThreadPoolExecutor(1) as threads:
        threads.submit(time.sleep, 0.1)
        print(threads.submit(abs, -1).cancel())
    processes = ProcessPoolExecutor(1)
    print(type(processes.submit(die, 1).exception()).__name__)
)");
    QCOMPARE(result.out, std::string("True\nBrokenProcessPool\n"));
    std::multiset<int> flags;
    for (const trace::Event& event : eventsOf(result.trace, EventKind::TaskCollected))
        flags.insert(event.flags);
    QCOMPARE(flags, (std::multiset<int>{0, 2, 4}));
}

void PoolsTest::poolStartsAllWorkersAtOnce()
{
    const auto result = runHere(R"(
import multiprocessing
pool = multiprocessing.Pool(3)
print(len(multiprocessing.active_children()))
pool.map(abs, range(30))
print(len(multiprocessing.active_children()))
pool.close()
pool.join()
)");
    QCOMPARE(result.out, std::string("3\n3\n"));
    QCOMPARE(eventsOf(result.trace, EventKind::ProcessCreated).size(), std::size_t{3});
}

void PoolsTest::executorStartsWorkers_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("counts"); // before, after the first, an idle one, three more
    QTest::newRow("fork: all at the first submit") << "fork"
                                                   << "0 4 4 4";
    QTest::newRow("spawn: on demand") << "spawn"
                                      << "0 1 1 3";
}

void PoolsTest::executorStartsWorkers()
{
    QFETCH(QString, method);
    QFETCH(QString, counts);
    const std::string text = R"(
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    counts = []

    def count():
        counts.append(str(len(multiprocessing.active_children())))

    executor = ProcessPoolExecutor(4, multiprocessing.get_context("METHOD"))
    count()
    executor.submit(abs, 1).result()
    count()
    time.sleep(0.01)
    executor.submit(abs, 1).result()
    count()
    time.sleep(0.01)
    for i in range(3):
        executor.submit(time.sleep, 0.5)
    count()
    executor.shutdown()
    print(*counts)
)";
    std::string filled = text;
    filled.replace(filled.find("METHOD"), 6, method.toStdString());
    QCOMPARE(runHere(filled).out, counts.toStdString() + "\n");
}

void PoolsTest::threadIsAddedWhenNoneIsIdle()
{
    const auto result = runHere(R"(
import time
from concurrent.futures import ThreadPoolExecutor
executor = ThreadPoolExecutor(3)
counts = [len(executor._threads)]
executor.submit(abs, 1).result()
time.sleep(0.01)
executor.submit(abs, 1).result()
counts.append(len(executor._threads))
time.sleep(0.01)
for i in range(5):
    executor.submit(time.sleep, 0.1)
    counts.append(len(executor._threads))
executor.shutdown()
print(counts)
)");
    QCOMPARE(result.out, std::string("[0, 1, 1, 2, 3, 3, 3]\n"));
}

void PoolsTest::recordingChangesNothing()
{
    const std::string text = withSquare(R"(
if __name__ == "__main__":
    start = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(6)))
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(4))))
    with ThreadPoolExecutor(2) as executor:
        print(list(executor.map(square, range(4))))
    print(time.perf_counter() - start)
)");
    machine::Config config = configFor("3.11");
    const auto with = runText(text, config);
    config.trace = false;
    const auto without = runText(text, config);
    QCOMPARE(with.err, std::string());
    QCOMPARE(with.out, without.out);
    QCOMPARE(with.instructions, without.instructions);
}

void PoolsTest::servicesAreFlagged()
{
    const auto result = runHere(withSquare(R"(
if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        pool.map(square, [1])
    with ProcessPoolExecutor(1) as executor:
        executor.submit(square, 1).result()
)"));
    int services = 0;
    for (const trace::Event& event : eventsOf(result.trace, EventKind::ThreadCreated))
        services += (event.flags & 1) != 0 ? 1 : 0;
    // Three handlers of the pool; the executor's manager and the feeder of its call queue.
    QCOMPARE(services, 5);
}

void PoolsTest::poolIsNamed()
{
    const auto result =
        runHere("import multiprocessing\n\nworkers = multiprocessing.Pool(1)\nworkers.terminate()\n");
    const auto joined = eventsOf(result.trace, EventKind::WorkerJoined);
    QVERIFY(!joined.empty());
    QCOMPARE(std::string(result.trace.string(result.trace.objects()[joined[0].object].name)),
             std::string("workers"));
}

void PoolsTest::whoWaitsForAResultSaysWhich_data()
{
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("name");
    QTest::newRow("apply") << "with multiprocessing.Pool(1) as pool:\n    pool.apply(square, (2,))"
                           << "square(2)";
    QTest::newRow("map") << "with multiprocessing.Pool(1) as pool:\n    pool.map(square, range(9))"
                         << "square(0) \u2026 square(8)";
    QTest::newRow("starmap") << "with multiprocessing.Pool(1) as pool:\n    pool.starmap(pow, [(1, 2)])"
                             << "pow(1, 2)";
    QTest::newRow("imap") << "with multiprocessing.Pool(1) as pool:\n    list(pool.imap(square, range(2)))"
                          << "square(\u2026)";
    QTest::newRow("thread")
        << "with ThreadPoolExecutor(1) as pool:\n    f = pool.submit(square, 3)\n    f.result()"
        << "square(3)";
    QTest::newRow("process")
        << "with ProcessPoolExecutor(1) as pool:\n    list(pool.map(square, [4, 5], chunksize=2))"
        << "square(4) \u2026 square(5)";
}

/// Not "Event-2": the main thread waits for the object that is named after what it stands for.
void PoolsTest::whoWaitsForAResultSaysWhich()
{
    QFETCH(QString, use);
    QFETCH(QString, name);
    const machine::Result result = runHere(withSquare(use.toUtf8()));
    const trace::Trace& trace = result.trace;
    QStringList waitedFor;
    for (const trace::Event& event : eventsOf(trace, EventKind::ObjectWait))
        if (event.thread == 0)
            waitedFor << QString::fromStdString(
                std::string(trace.string(trace.objects()[event.object].name)));
    QVERIFY2(waitedFor.contains(name), qPrintable(waitedFor.join(", ")));
}

void PoolsTest::stuck_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("join before the queue is drained") << R"(
import multiprocessing


def fill(q):
    q.put("x" * 1000000)


q = multiprocessing.Queue()
p = multiprocessing.Process(target=fill, args=(q,))
p.start()
p.join()
)";
    QTest::newRow("a worker's result never comes") << R"(
import multiprocessing
import os


def die(x):
    os._exit(1)


with multiprocessing.Pool(2) as pool:
    pool.map(die, [1])
)";
    QTest::newRow("a lock held at the fork") << R"(
import multiprocessing
import threading

lock = threading.Lock()


def child():
    with lock:
        pass


lock.acquire()
p = multiprocessing.Process(target=child)
p.start()
lock.release()
p.join()
)";
}

void PoolsTest::stuck()
{
    QFETCH(QString, text);
    QCOMPARE(runHere(text.toStdString()).reason, trace::EndReason::Deadlock);
}

QTEST_GUILESS_MAIN(PoolsTest)
#include "tst_pools.moc"
