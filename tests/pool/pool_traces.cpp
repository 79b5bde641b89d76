#include "pool/pool_traces.h"

#include "trace/recorder.h"

#include <deque>
#include <string>
#include <vector>

namespace il::samples {

using namespace trace;

namespace {

constexpr const char* source = R"(from multiprocessing import Pool

def square(n):
    cpu(ms=10)
    return n * n

if __name__ == '__main__':
    with Pool(4) as pool:
        out = pool.map(square, range(12))
)";
constexpr std::int64_t firstPid = 4242;

RunInfo info(int cores)
{
    return {"pool_map.py", source, "3.11", cores, milliseconds(5), "default"};
}

/// Writes what happens to one pool.
struct PoolRecorder {
    Recorder& r;
    ObjectId pool;
    std::vector<TaskId> tasks;

    PoolRecorder(Recorder& recorder, const char* name, int workers, bool processes)
        : r(recorder),
          pool(r.builder.addObject({ObjectKind::Pool, r.builder.intern(name), workers, processes}))
    {
    }

    void submit(int count, int chunk)
    {
        for (int i = 0; i < count; ++i) {
            tasks.push_back(
                r.builder.addTask({r.builder.intern("square(" + std::to_string(i) + ")"), pool,
                                   static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i / chunk)}));
            r.event(EventKind::TaskQueued, 0, tasks.back());
        }
    }
    void joins(ThreadId worker) { r.event(EventKind::WorkerJoined, worker, pool); }
    void leaves(ThreadId worker) { r.event(EventKind::WorkerLeft, worker, pool); }
    void starts(ThreadId worker, std::size_t task) { r.event(EventKind::TaskStarted, worker, tasks[task]); }
    void finishes(ThreadId worker, std::size_t task, const std::string& result, bool raised = false)
    {
        r.event(EventKind::TaskFinished, worker, tasks[task], r.builder.intern(result), raised ? 1 : 0);
    }
    void collects(std::size_t task, std::uint8_t flags = 0)
    {
        r.event(EventKind::TaskCollected, 0, tasks[task], 0, flags);
    }
};

std::string squareOf(std::size_t n)
{
    return std::to_string(n * n);
}

ProcessId child(Recorder& r, ThreadId main, ProcessId parent, ThreadId creator,
                StartMethod start = StartMethod::Fork, const std::string& name = {})
{
    const auto number = static_cast<std::int64_t>(
        r.builder.addProcess({0, parent, start, name.empty() ? StringId{0} : r.builder.intern(name), 300}));
    const auto id = static_cast<ProcessId>(number);
    r.builder.process(id).pid = firstPid + number;
    r.event(EventKind::ProcessCreated, creator, id, firstPid + number);
    r.event(EventKind::ThreadCreated, main, r.builder.intern("MainThread"), creator | (number << 16));
    return id;
}

void exits(Recorder& r, ProcessId process, ThreadId main, int code)
{
    r.event(EventKind::ThreadDone, main);
    r.event(EventKind::ProcessExited, main, process, code);
}

void begin(Recorder& r)
{
    r.builder.process(0).pid = firstPid;
    r.created(0, "MainThread", noThread);
    r.runs(0, 0);
}

/// Each worker: which tasks it has, how much of the current one is left.
struct Hand {
    ThreadId thread;
    std::deque<std::size_t> mine;
    SimTime left;
};

/// Runs the tasks on `slots` workers at a time, 5 ms each in turn; without GIL switches slots are cores.
class Floor {
public:
    Floor(PoolRecorder& pool, int chunk, std::size_t slots, bool gil)
        : m_pool(pool), m_chunk(static_cast<std::size_t>(chunk)), m_slots(slots), m_gil(gil)
    {
    }
    void add(ThreadId worker) { m_idle.push_back({worker, {}, {}}); }

    void run()
    {
        for (std::size_t i = 0; i < m_pool.tasks.size(); i += m_chunk)
            m_chunks.push_back(i);
        serve();
        while (!m_active.empty()) {
            turn();
            serve();
        }
    }

private:
    /// Idle workers take the next chunks.
    void serve()
    {
        while (!m_idle.empty() && !m_chunks.empty()) {
            Hand hand = m_idle.front();
            m_idle.pop_front();
            for (std::size_t i = m_chunks.front();
                 i < std::min(m_chunks.front() + m_chunk, m_pool.tasks.size()); ++i)
                hand.mine.push_back(i);
            m_chunks.pop_front();
            start(hand);
            m_active.push_back(hand);
        }
    }

    void start(Hand& hand)
    {
        hand.left = milliseconds(10);
        m_pool.starts(hand.thread, hand.mine.front());
        wait(hand.thread);
    }

    void wait(ThreadId thread)
    {
        if (m_gil)
            m_pool.r.waitsGil(thread);
        else
            m_pool.r.event(EventKind::ThreadReady, thread);
    }

    /// The first ones run for 5 ms, then go to the end of the line.
    void turn()
    {
        const std::size_t n = std::min(m_slots, m_active.size());
        for (std::size_t i = 0; i < n; ++i) {
            if (m_gil)
                m_pool.r.takesGil(m_active[i].thread);
            else
                m_pool.r.event(EventKind::GilTaken, m_active[i].thread); // its own process's
            m_pool.r.runs(m_active[i].thread, static_cast<int>(i));
        }
        m_pool.r.after(milliseconds(5));
        for (std::size_t i = 0; i < n; ++i) {
            Hand hand = m_active.front();
            m_active.pop_front();
            hand.left -= milliseconds(5);
            m_pool.r.dropsGil(hand.thread, m_gil ? 1 : 0);
            if (hand.left.ns > 0) {
                wait(hand.thread);
                m_active.push_back(hand);
            } else {
                finish(hand);
            }
        }
    }

    void finish(Hand& hand)
    {
        m_pool.finishes(hand.thread, hand.mine.front(), squareOf(hand.mine.front()));
        m_pool.collects(hand.mine.front());
        hand.mine.pop_front();
        if (!hand.mine.empty()) {
            start(hand);
            return m_active.push_back(hand);
        }
        m_pool.r.event(EventKind::ThreadIo, hand.thread, 0, -1);
        m_idle.push_back(hand);
    }

    PoolRecorder& m_pool;
    std::size_t m_chunk, m_slots;
    bool m_gil;
    std::deque<std::size_t> m_chunks;
    std::deque<Hand> m_idle, m_active;
};

void processes(Recorder& r, int workers, int tasks, int chunk, int cores, ThreadId firstThread)
{
    PoolRecorder pool(r, "pool", workers, true);
    Floor floor(pool, chunk, static_cast<std::size_t>(cores), false);
    std::vector<ThreadId> threads;
    for (int i = 0; i < workers; ++i) {
        const auto thread = static_cast<ThreadId>(firstThread + i);
        child(r.after(milliseconds(1)), thread, 0, 0);
        threads.push_back(thread);
        floor.add(thread);
    }
    r.after(milliseconds(2));
    for (const ThreadId thread : threads) {
        pool.joins(thread);
        r.event(EventKind::ThreadIo, thread, 0, -1);
    }
    pool.submit(tasks, chunk);
    r.after(milliseconds(1));
    floor.run();
    for (const ThreadId thread : threads) {
        pool.leaves(thread);
        exits(r, static_cast<ProcessId>(thread - firstThread + 1), thread, 0);
    }
}

void threads(Recorder& r, int workers, int tasks, int firstThread = 1)
{
    PoolRecorder pool(r, "executor", workers, false);
    Floor floor(pool, 1, 1, true);
    pool.submit(tasks, 1);
    for (int i = firstThread; i < firstThread + workers; ++i) {
        const auto thread = static_cast<ThreadId>(i);
        r.after(microseconds(100)).created(thread, "T" + std::to_string(i), 0);
        pool.joins(thread);
        floor.add(thread);
    }
    floor.run();
    for (int i = firstThread; i < firstThread + workers; ++i) {
        pool.leaves(static_cast<ThreadId>(i));
        r.done(static_cast<ThreadId>(i));
    }
}

} // namespace

Trace processPool(int workers, int tasks, int chunk, int cores)
{
    Recorder r(info(cores));
    begin(r);
    processes(r, workers, tasks, chunk, cores, 1);
    return r.finish();
}

Trace threadPool(int workers, int tasks)
{
    Recorder r(info(4));
    begin(r);
    r.event(EventKind::ThreadIo, 0, 0, -1);
    threads(r, workers, tasks);
    return r.finish();
}

Trace twinPools(int workers, int tasks)
{
    Recorder r(info(4));
    begin(r);
    r.event(EventKind::ThreadIo, 0, 0, -1);
    threads(r, workers, tasks);
    processes(r, workers, tasks, 1, 4, static_cast<ThreadId>(workers + 1));
    return r.finish();
}

Trace poolsInTurn(int count)
{
    Recorder r(info(4));
    begin(r);
    r.event(EventKind::ThreadIo, 0, 0, -1);
    for (int i = 0; i < count; ++i)
        threads(r, 2, 4, 1 + 2 * i);
    return r.finish();
}

Trace troubles()
{
    Recorder r(info(4));
    begin(r);
    PoolRecorder pool(r, "pool", 2, true);
    for (const ThreadId thread : {ThreadId{1}, ThreadId{2}}) {
        child(r, thread, 0, 0);
        pool.joins(thread);
    }
    pool.submit(5, 1);
    r.after(milliseconds(1));
    for (const ThreadId thread : {ThreadId{1}, ThreadId{2}}) {
        pool.starts(thread, thread - 1u);
        r.runs(thread, thread);
    }
    pool.collects(3, 2);
    r.after(milliseconds(10));
    pool.finishes(1, 0, "0");
    pool.collects(0);
    pool.starts(1, 2);
    r.after(milliseconds(5));
    pool.finishes(2, 1, "ValueError: not a square", true);
    pool.collects(1);
    r.event(EventKind::ThreadIo, 2, 0, -1);
    r.after(milliseconds(5));
    r.event(EventKind::SignalSent, 0, 1, 9);
    r.event(EventKind::ThreadDone, 1);
    r.event(EventKind::ProcessExited, 1, 1, -9);
    pool.leaves(1);
    r.after(milliseconds(2));
    child(r, 3, 0, 0);
    pool.joins(3);
    r.after(milliseconds(1));
    pool.starts(3, 4);
    r.runs(3, 1);
    r.after(milliseconds(5));
    return r.finish();
}

Trace forkTree()
{
    Recorder r(info(2));
    begin(r);
    r.after(milliseconds(2));
    child(r, 1, 0, 0);
    r.runs(1, 1);
    r.after(milliseconds(2));
    child(r, 2, 1, 1, StartMethod::Fork, "Process-1:1");
    r.event(EventKind::ThreadSleeping, 2, 0, milliseconds(50).ns);
    r.event(EventKind::PagesCopied, 2, 2, 40);
    r.event(EventKind::FileOpened, 2, r.builder.addFile({FileKind::Other, 0, none, 3}), 3);
    r.after(milliseconds(2));
    exits(r, 1, 1, 3);
    r.event(EventKind::ProcessAdopted, noThread, 2, 1);
    r.after(milliseconds(1));
    child(r, 3, 0, 0, StartMethod::Spawn, "Process-2");
    r.runs(3, 1);
    r.after(milliseconds(2));
    r.event(EventKind::ProcessReaped, 0, 1);
    r.after(milliseconds(1));
    r.event(EventKind::SignalSent, 0, 3, 15);
    r.after(milliseconds(1));
    exits(r, 3, 3, -15);
    r.after(milliseconds(1));
    return r.finish();
}

Trace manyProcesses(int children)
{
    Recorder r(info(4));
    begin(r);
    for (int i = 1; i <= children; ++i) {
        child(r.after(milliseconds(1)), static_cast<ThreadId>(i), 0, 0);
        r.event(EventKind::ThreadReady, static_cast<ThreadId>(i));
    }
    for (int i = 1; i <= children; ++i) {
        r.after(milliseconds(1)).runs(static_cast<ThreadId>(i), 1);
        r.after(milliseconds(1));
        exits(r, static_cast<ProcessId>(i), static_cast<ThreadId>(i), i % 5 == 0 ? 1 : 0);
        if (i % 2 == 0)
            r.event(EventKind::ProcessReaped, 0, static_cast<std::uint32_t>(i));
    }
    return r.finish();
}

namespace {

void putAll(Recorder& r, ObjectId channel, int senders, int each)
{
    for (int sender = 1; sender <= senders; ++sender)
        for (int i = 0; i < each; ++i) {
            const std::string text =
                std::string("'") + static_cast<char>('a' + sender - 1) + std::to_string(i) + "'";
            const MessageId message = r.builder.addMessage({r.builder.intern(text), channel});
            r.event(EventKind::MessagePut, static_cast<ThreadId>(sender), message);
        }
}

} // namespace

Trace messages(int senders, int receivers, int each, bool feeders, int limit)
{
    Recorder r(info(4));
    const ObjectId channel =
        r.builder.addObject({ObjectKind::Channel, r.builder.intern("q"), limit, false, feeders});
    begin(r);
    for (int i = 1; i <= senders + receivers; ++i)
        child(r.after(milliseconds(1)), static_cast<ThreadId>(i), 0, 0);
    r.after(milliseconds(1));
    putAll(r, channel, senders, each);
    const auto sent = static_cast<MessageId>(senders * each - 1);
    for (MessageId i = 0; i < sent; ++i) {
        const int sender = 1 + static_cast<int>(i) / each;
        r.after(milliseconds(1)).event(EventKind::MessageSent, static_cast<ThreadId>(sender), i);
        if (receivers == 0)
            continue;
        const int receiver = senders + 1 + static_cast<int>(i) % receivers;
        r.after(microseconds(500)).event(EventKind::MessageTaken, static_cast<ThreadId>(receiver), i);
    }
    r.after(milliseconds(1));
    exits(r, static_cast<ProcessId>(senders), static_cast<ThreadId>(senders), 0);
    r.after(milliseconds(1));
    return r.finish();
}

} // namespace il::samples
