#include "iomux/iomux_traces.h"

#include "trace/recorder.h"

#include <string>
#include <vector>

namespace il::samples {

using namespace trace;

namespace {

constexpr const char* source = R"(ep = select.epoll()
for s in socks:
    ep.register(s, EPOLLIN)

while True:
    for fd, ev in ep.poll():
        data = conns[fd].recv(64)
        handle(data)
)";

RunInfo info()
{
    return {"server.py", source, "3.13t", 4, {}, "default"};
}

std::int64_t both(std::uint32_t high, std::uint32_t low)
{
    return static_cast<std::int64_t>(std::uint64_t{high} << 32 | low);
}

/// A Recorder with words for descriptors and calls.
struct Desk : Recorder {
    Desk() : Recorder(info()) { created(0, "MainThread", noThread); }

    FileId file(FileKind kind, int descriptor, const std::string& name = {})
    {
        const FileId id = builder.addFile({kind, builder.intern(name), none, descriptor});
        event(EventKind::FileOpened, 0, id, descriptor);
        return id;
    }
    std::vector<FileId> sockets(int count, int first)
    {
        std::vector<FileId> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(file(FileKind::Socket, first + i));
        return ids;
    }
    void arrive(FileId id, std::uint32_t bytes, std::uint32_t now_, FileId epoll = none)
    {
        event(EventKind::BytesArrived, noThread, id, both(bytes, now_));
        event(EventKind::FileReady, noThread, id, ready::in);
        if (epoll != none)
            event(EventKind::ReadyListed, noThread, id, epoll);
    }
    void read(ThreadId thread, FileId id, int descriptor, std::uint32_t bytes, std::uint32_t left)
    {
        event(EventKind::CallEntered, thread, builder.intern("recv"), descriptor);
        event(EventKind::BytesRead, thread, id, both(bytes, left));
        if (left == 0)
            event(EventKind::FileReady, thread, id, 0);
        event(EventKind::CallReturned, thread, builder.intern("recv"), bytes);
    }
    void asleep(ThreadId thread) { event(EventKind::ThreadIo, thread, 0, -1); }
};

/// One poller's descriptors and calls.
struct Poller {
    Desk& r;
    ThreadId thread;
    PollModel model;
    std::vector<FileId> files;
    FileId epoll = none;
    std::uint32_t set = 0;

    Poller(Desk& desk, ThreadId t, PollModel m, std::vector<FileId> ids, int epollFd, bool edge = false)
        : r(desk), thread(t), model(m), files(std::move(ids))
    {
        if (model != PollModel::Epoll) {
            set = r.builder.addWatchSet(files);
            return;
        }
        epoll = set = r.file(FileKind::Epoll, epollFd, "ep");
        for (const FileId id : files)
            r.event(EventKind::WatchChanged, thread, id, both(epoll, ready::in), edge ? 1 : 0);
    }
    std::uint8_t flags() const { return static_cast<std::uint8_t>(model); }
    void call()
    {
        r.event(EventKind::PollCalled, thread, set, static_cast<std::int64_t>(files.size()), flags());
    }
    void scan(std::size_t found)
    {
        const bool list = model == PollModel::Epoll;
        r.event(EventKind::PollScanned, thread, 0, static_cast<std::int64_t>(list ? found : files.size()),
                flags());
    }
    void report(const std::vector<FileId>& found, bool edge = false)
    {
        scan(found.size());
        for (const FileId id : found) {
            if (model == PollModel::Epoll && edge)
                r.event(EventKind::ReadyUnlisted, thread, id, epoll);
            r.event(EventKind::PollReported, thread, id, ready::in);
        }
    }
    void finish(std::size_t found)
    {
        r.event(EventKind::PollReturned, thread, 0, static_cast<std::int64_t>(found), flags());
    }
};

} // namespace

Trace oneServer(PollModel model, int count, bool edge)
{
    Desk r;
    r.runs(0, 0);
    r.line(0, 1);
    Poller p(r, 0, model, r.sockets(count, 4), 3, edge);
    const auto third = static_cast<std::size_t>(std::min(2, count - 1));
    std::vector<FileId> found{p.files[third]};
    if (count > 5)
        found.push_back(p.files[5]);
    r.after(milliseconds(1)).line(0, 6);
    p.call();
    if (model != PollModel::Epoll)
        p.scan(0);
    r.asleep(0);
    r.after(milliseconds(1));
    r.arrive(found.front(), 2, 2, p.epoll);
    if (found.size() > 1)
        r.arrive(found.back(), 1, 1, p.epoll);
    r.after(microseconds(500)).runs(0, 0);
    p.report(found, edge);
    r.after(microseconds(500));
    p.finish(found.size());
    r.after(milliseconds(1)).line(0, 7);
    r.read(0, found.front(), 4 + static_cast<int>(third), 1, 1);
    if (found.size() > 1) {
        r.after(microseconds(100));
        r.read(0, found.back(), 9, 1, 0);
        if (model == PollModel::Epoll && !edge)
            r.event(EventKind::ReadyUnlisted, 0, found.back(), p.epoll);
    }
    r.after(milliseconds(1)).line(0, 6);
    p.call();
    r.after(microseconds(10));
    if (edge) {
        p.scan(0);
        r.asleep(0);
        r.after(milliseconds(1)).line(0, 6);
        return r.finish(EndReason::Deadlock);
    }
    p.report({found.front()});
    p.finish(1);
    r.after(milliseconds(1)).done(0);
    return r.finish();
}

Trace threeModels(int count)
{
    Desk r;
    const PollModel models[] = {PollModel::Select, PollModel::Poll, PollModel::Epoll};
    const char* names[] = {"select", "poll", "epoll"};
    std::vector<Poller> pollers;
    for (int i = 0; i < 3; ++i) {
        const auto thread = static_cast<ThreadId>(i + 1);
        r.created(thread, names[i], 0);
        pollers.emplace_back(r, thread, models[i], r.sockets(count, 3 + i * (count + 1)),
                             3 + i * (count + 1) + count);
    }
    r.blocks(0, r.end("select"));
    for (const std::int64_t at : {1, 5}) {
        r.now = milliseconds(at);
        for (Poller& p : pollers) {
            r.runs(p.thread, p.thread - 1);
            p.call();
            if (p.model != PollModel::Epoll)
                p.scan(0);
            r.asleep(p.thread);
        }
        r.now = milliseconds(at + 1);
        for (Poller& p : pollers) {
            r.arrive(p.files[1], 1, 1, p.epoll);
            r.runs(p.thread, p.thread - 1);
        }
        for (Poller& p : pollers) {
            r.after(microseconds(10));
            p.report({p.files[1]});
            p.finish(1);
            r.read(p.thread, p.files[1], 0, 1, 0);
        }
    }
    for (Poller& p : pollers)
        r.after(milliseconds(1)).done(p.thread);
    return r.finish();
}

Trace threadPerConnection(int count)
{
    Desk r;
    const std::vector<FileId> files = r.sockets(count, 4);
    for (int i = 0; i < count; ++i)
        r.created(static_cast<ThreadId>(i + 1), "Thread-" + std::to_string(i + 1), 0);
    r.blocks(0, r.end("Thread-1"));
    r.now = milliseconds(1);
    for (int i = 0; i < count; ++i) {
        r.event(EventKind::CallEntered, static_cast<ThreadId>(i + 1), r.builder.intern("recv"), 4 + i);
        r.asleep(static_cast<ThreadId>(i + 1));
    }
    r.after(milliseconds(1));
    r.arrive(files[0], 12, 12);
    for (int i = 1; i < count; ++i)
        r.event(EventKind::BytesArrived, noThread, files[static_cast<std::size_t>(i)], both(0, 0));
    r.after(microseconds(500)).runs(1, 0);
    r.event(EventKind::BytesRead, 1, files[0], both(12, 0));
    r.event(EventKind::FileReady, 1, files[0], 0);
    r.event(EventKind::CallReturned, 1, r.builder.intern("recv"), 12);
    r.after(milliseconds(1)).done(1);
    return r.finish(EndReason::Deadlock);
}

Trace costSweep()
{
    Desk r;
    r.runs(0, 0);
    const std::vector<FileId> all = r.sockets(10'000, 4);
    r.arrive(all.front(), 1, 1);
    for (const int size : {10, 1000, 10'000}) {
        const std::vector<FileId> some(all.begin(), all.begin() + size);
        for (const PollModel model : {PollModel::Select, PollModel::Poll, PollModel::Epoll}) {
            if (model == PollModel::Select && size > 1000)
                continue;
            Poller p(r, 0, model, some, 20'000 + size);
            p.call();
            const std::int64_t each = model == PollModel::Select ? 50 : 34;
            r.after(nanoseconds(600 + (model == PollModel::Epoll ? 100 : each * size)));
            p.report({some.front()});
            p.finish(1);
            r.after(microseconds(5));
        }
    }
    r.done(0);
    return r.finish();
}

Trace descriptorZoo()
{
    Desk r;
    r.runs(0, 0);
    const FileId listener = r.file(FileKind::Listener, 3, "server"),
                 pipe = r.file(FileKind::PipeReader, 4, "r");
    const FileId shot = r.file(FileKind::Socket, 5, "conn"), gone = r.file(FileKind::Socket, 6, "old");
    const FileId coming = r.file(FileKind::Socket, 7, "slow");
    const FileId sender = r.builder.addFile({FileKind::Socket, r.builder.intern("client"), coming, 12});
    r.event(EventKind::FileOpened, 0, sender, 12);
    r.builder.file(coming).peer = sender;
    Poller p(r, 0, PollModel::Epoll, {listener, pipe, gone, coming}, 9);
    r.event(EventKind::WatchChanged, 0, shot, both(p.epoll, ready::in), 3);
    p.files.push_back(shot);
    r.after(milliseconds(1));
    r.arrive(listener, 3, 3, p.epoll);
    r.arrive(pipe, 12, 12, p.epoll);
    r.event(EventKind::BytesSent, 0, sender, both(4, 4));
    r.event(EventKind::FileClosed, 0, gone, 6, 1);
    r.after(milliseconds(1));
    p.call();
    p.report({listener, pipe});
    p.finish(2);
    r.after(milliseconds(1)).event(EventKind::CallEntered, 0, r.builder.intern("recv"), 5);
    r.event(EventKind::CallReturned, 0, r.builder.intern("recv"), -11);
    r.after(milliseconds(1)).line(0, 6);
    return r.finish();
}

} // namespace il::samples
