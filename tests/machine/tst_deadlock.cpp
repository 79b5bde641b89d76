// Deadlocks are reported exactly when threads wait for each other in a circle, held against a graph that is
// made from the events alone.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine_run.h"
#endif

#include <rapidcheck.h>

#include <QtTest>

#include <map>
#include <set>

using namespace il::machine;
using il::trace::EndReason;
using il::trace::Event;
using il::trace::EventKind;
using il::trace::noThread;
using il::trace::ObjectKind;
using il::trace::ThreadId;
using il::trace::Trace;

namespace {

constexpr int mostThreads = 4, mostLocks = 4;

/// Something that a thread does, at that depth of indentation: waits, takes a lock around more of the same,
/// tries one, joins.
std::string randomBlock(int depth, int locks, int threads)
{
    const std::string indent(static_cast<std::size_t>(4 * depth), ' ');
    const auto lock = [&] { return "locks[" + std::to_string(*rc::gen::inRange(0, locks)) + "]"; };
    std::string text = indent + "time.sleep(0.00" + std::to_string(*rc::gen::inRange(1, 6)) + ")\n";
    const int what = depth > 4 ? 0 : *rc::gen::weightedElement<int>({{1, 0}, {6, 1}, {1, 2}, {1, 3}, {1, 4}});
    const std::string inner = what == 0 || what == 4 ? "" : randomBlock(depth + 1, locks, threads);
    switch (what) {
    case 1:
        return text + indent + "with " + lock() + ":\n" + inner;
    case 2:
    case 3: {
        const std::string name = lock();
        return text + indent + "if " + name + ".acquire(" + (what == 2 ? "False" : "timeout=0.003") + "):\n" +
               inner + indent + "    " + name + ".release()\n";
    }
    case 4:
        return text + indent + "join(" + std::to_string(*rc::gen::inRange(0, threads)) + ")\n";
    default:
        return text;
    }
}

/// Threads that take locks in a random order. Whatever they take they release, so only circles can stop them.
std::string randomProgram()
{
    const int locks = *rc::gen::inRange(1, mostLocks + 1), threads = *rc::gen::inRange(1, mostThreads + 1);
    std::string text = "import threading, time\n"
                       "def join(k):\n"
                       "    if threads[k].ident and threads[k] is not threading.current_thread():\n"
                       "        threads[k].join()\n"
                       "locks = [";
    for (int i = 0; i < locks; ++i)
        text += *rc::gen::element<std::string>("threading.Lock(), ", "threading.RLock(), ");
    text += "]\n";
    for (int i = 0; i < threads; ++i) {
        text += "def t" + std::to_string(i) + "():\n";
        for (int j = *rc::gen::inRange(1, 4); j > 0; --j)
            text += randomBlock(1, locks, threads);
    }
    text += "threads = [";
    for (int i = 0; i < threads; ++i)
        text += "threading.Thread(target=t" + std::to_string(i) + ", name='t" + std::to_string(i) + "'), ";
    return text + "]\nfor t in threads: t.start()\nfor t in threads: t.join()\n";
}

/// Who waits for whom, kept up from the events.
class Graph {
public:
    explicit Graph(const Trace& trace) : m_trace(trace) {}

    /// The members of a circle that this event has closed; empty when there is none.
    std::set<ThreadId> apply(const Event& event)
    {
        if (event.kind == EventKind::ThreadCreated)
            m_names[event.object] = event.thread;
        if (event.kind == EventKind::LockAcquired)
            m_owners[event.object] = event.thread;
        if (event.kind == EventKind::LockReleased && event.value == 0)
            m_owners.erase(event.object);
        if (event.kind <= EventKind::ThreadDone)
            m_waits.erase(event.thread);
        if (event.kind != EventKind::ThreadBlocked || event.value >= 0)
            return {};
        m_waits[event.thread] = event.object;
        std::set<ThreadId> seen;
        for (ThreadId at = event.thread; seen.insert(at).second;) {
            at = next(at);
            if (at == noThread)
                return {};
            if (at == event.thread)
                return seen;
        }
        return {};
    }

private:
    ThreadId next(ThreadId thread) const
    {
        const auto wait = m_waits.find(thread);
        if (wait == m_waits.end())
            return noThread;
        const auto& object = m_trace.objects()[wait->second];
        const auto& from = object.kind == ObjectKind::ThreadEnd ? m_names : m_owners;
        const auto found = from.find(object.kind == ObjectKind::ThreadEnd ? object.name : wait->second);
        return found == from.end() ? noThread : found->second;
    }

    const Trace& m_trace;
    std::map<std::uint32_t, ThreadId> m_owners, m_names;
    std::map<ThreadId, std::uint32_t> m_waits;
};

void holdsForAnyProgram(const std::string& text, const char* version, std::uint64_t seed)
{
    const Result result =
        runText(text, configFor(version, *rc::gen::inRange(1, 4)), "seed:" + std::to_string(seed));
    RC_ASSERT(result.err == std::string());
    Graph graph(result.trace);
    std::vector<std::set<ThreadId>> circles, reported;
    for (const Event& event : result.trace.events()) {
        if (const auto circle = graph.apply(event); !circle.empty())
            circles.push_back(circle);
        if (event.kind != EventKind::Deadlock)
            continue;
        const auto& info = result.trace.deadlocks()[event.object];
        RC_ASSERT(info.cycle);
        reported.emplace_back();
        for (std::size_t i = 0; i < info.edges.size(); ++i) {
            reported.back().insert(info.edges[i].thread);
            RC_ASSERT(info.edges[i].holder == info.edges[(i + 1) % info.edges.size()].thread);
            RC_ASSERT(info.edges[i].waitLine > 0u);
        }
        RC_ASSERT(reported.back().size() == info.edges.size());
    }
    RC_ASSERT(reported == circles);
    RC_ASSERT(result.reason == (circles.empty() ? EndReason::Finished : EndReason::Deadlock));
    RC_CLASSIFY(!circles.empty(), "deadlock");
}

} // namespace

/// "T2@9 a of T1@6; ...": each one's line, what it waits for, and who took that where.
QString told(const il::machine::Deadlock& deadlock, const std::vector<il::machine::Stuck>& all)
{
    QStringList texts;
    for (const il::machine::Stuck& stuck : all) {
        const auto name = [&](ThreadId id) { return QString::fromStdString(deadlock.threads[id].name); };
        QString text = QStringLiteral("%1@%2 %3")
                           .arg(name(stuck.thread))
                           .arg(stuck.waitLine)
                           .arg(QString::fromStdString(stuck.object));
        if (stuck.giver != noThread)
            text += QStringLiteral(" of %1@%2").arg(name(stuck.giver)).arg(stuck.takenLine);
        texts << text;
    }
    return texts.join("; ");
}

class TestDeadlock : public QObject {
    Q_OBJECT

private slots:
    void toldWithoutATrace_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("circle");
        QTest::addColumn<QString>("others");
        QTest::addColumn<QString>("pool");
        const QString none, main = "MainThread@0 T1 of T1@0";
        QTest::newRow("itself") << QByteArray("from threading import Lock\n"
                                              "lock = Lock()\n"
                                              "lock.acquire()\n"
                                              "lock.acquire()\n")
                                << "MainThread@4 lock of MainThread@3" << none << none;
        QTest::newRow("locks of objects")
            << QByteArray("from threading import Lock, Thread\n"
                          "from time import sleep\n"
                          "class Account:\n"
                          "    def __init__(self):\n"
                          "        self.lock = Lock()\n"
                          "def move(x, y):\n"
                          "    with x.lock:\n"
                          "        sleep(0.1)\n"
                          "        with y.lock: pass\n"
                          "a, b = Account(), Account()\n"
                          "Thread(target=move, args=(a, b), name='T1').start()\n"
                          "sleep(0.01)\n"
                          "Thread(target=move, args=(b, a), name='T2').start()\n")
            << "T2@9 a.lock of T1@7; T1@9 b.lock of T2@7" << main << none;
        QTest::newRow("locks of a class")
            << QByteArray("from threading import Lock, Thread\n"
                          "from time import sleep\n"
                          "class S:\n"
                          "    a = Lock()\n"
                          "    b = Lock()\n"
                          "def use(x, y):\n"
                          "    x.acquire(); sleep(0.1)\n"
                          "    y.acquire()\n"
                          "Thread(target=use, args=(S.a, S.b), name='T1').start()\n"
                          "sleep(0.01)\n"
                          "Thread(target=use, args=(S.b, S.a), name='T2').start()\n")
            << "T2@8 S.a of T1@7; T1@8 S.b of T2@7" << main << none;
        QTest::newRow("semaphores") << QByteArray("from threading import Semaphore, Thread\n"
                                                  "from time import sleep\n"
                                                  "a = Semaphore(1)\n"
                                                  "b = Semaphore(1)\n"
                                                  "def use(x, y):\n"
                                                  "    x.acquire()\n"
                                                  "    sleep(0.1)\n"
                                                  "    y.acquire()\n"
                                                  "Thread(target=use, args=(a, b), name='T1').start()\n"
                                                  "sleep(0.01)\n"
                                                  "Thread(target=use, args=(b, a), name='T2').start()\n")
                                    << "T1@8 b of T2@6; T2@8 a of T1@6" << main << none;
        QTest::newRow("units of one semaphore") << QByteArray("from threading import Semaphore, Thread\n"
                                                              "from time import sleep\n"
                                                              "seats = Semaphore(2)\n"
                                                              "def use():\n"
                                                              "    seats.acquire()\n"
                                                              "    sleep(0.1)\n"
                                                              "    seats.acquire()\n"
                                                              "Thread(target=use, name='T1').start()\n"
                                                              "Thread(target=use, name='T2').start()\n")
                                                << "T1@7 seats of T2@5; T2@7 seats of T1@5" << main << none;
        QTest::newRow("a semaphore that tells of items") << QByteArray("from threading import Semaphore\n"
                                                                       "items = Semaphore(0)\n"
                                                                       "items.release()\n"
                                                                       "items.acquire()\n"
                                                                       "items.acquire()\n")
                                                         << none << "MainThread@5 items" << none;
        QTest::newRow("an exhausted pool") << QByteArray("from concurrent.futures import ThreadPoolExecutor\n"
                                                         "pool = ThreadPoolExecutor(1, 'W')\n"
                                                         "def inner(): return 42\n"
                                                         "def outer():\n"
                                                         "    f = pool.submit(inner)\n"
                                                         "    return f.result()\n"
                                                         "g = pool.submit(outer)\n"
                                                         "print(g.result())\n")
                                           << none << "MainThread@8 outer(); W_0@6 inner()"
                                           << "pool: 1 of 1";
        QTest::newRow("a pool that just waits")
            << QByteArray("from concurrent.futures import ThreadPoolExecutor\n"
                          "from threading import Event\n"
                          "pool = ThreadPoolExecutor(2, 'W')\n"
                          "e = Event()\n"
                          "g = pool.submit(e.wait)\n"
                          "g.result()\n")
            << none << "MainThread@6 wait(); W_0@0 e" << none;
        QTest::newRow("left at a fork")
            << QByteArray("import os\n"
                          "from threading import Lock, Thread\n"
                          "from time import sleep\n"
                          "lock = Lock()\n"
                          "def hold():\n"
                          "    with lock: sleep(0.2)\n"
                          "Thread(target=hold, name='T1').start()\n"
                          "sleep(0.1)\n"
                          "if os.fork() == 0:\n"
                          "    lock.acquire()\n"
                          "os.wait()\n")
            << none << "MainThread@11 any child of MainThread@0; MainThread@10 lock (4243) of T1@6" << none;
    }

    void toldWithoutATrace()
    {
        QFETCH(QByteArray, program);
        for (const bool trace : {false, true}) {
            Config config = configFor("3.11");
            config.trace = trace;
            const Result result = runText(program.toStdString(), config);
            QCOMPARE(QString::fromStdString(result.err), QString());
            QCOMPARE(result.reason, EndReason::Deadlock);
            QVERIFY(result.deadlock);
            const auto& circles = result.deadlock->circles;
            QTEST(circles.empty() ? QString() : told(*result.deadlock, circles.front()), "circle");
            QTEST(told(*result.deadlock, result.deadlock->others), "others");
            QStringList pools;
            for (const auto& pool : result.deadlock->pools)
                pools << QStringLiteral("%1: %2 of %3")
                             .arg(QString::fromStdString(pool.name))
                             .arg(pool.waiting)
                             .arg(pool.workers);
            QTEST(pools.join("; "), "pool");
        }
    }

    void reportedIffCircle()
    {
        QVERIFY(
            rc::check("a deadlock is reported exactly when the waiting goes round", [](std::uint64_t seed) {
                const std::string text = randomProgram();
                RC_LOG() << text;
                holdsForAnyProgram(text, *rc::gen::element("2.7", "3.11", "3.13", "3.13t"), seed);
            }));
    }
};

QTEST_GUILESS_MAIN(TestDeadlock)
#include "tst_deadlock.moc"
