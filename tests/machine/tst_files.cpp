// Pipes, sockets and interest sets as values, without a kernel.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/kernel/files/files.h"
#endif

#include <rapidcheck.h>

#include <QtTest>

using namespace il::machine;
using il::trace::milliseconds;
using il::trace::SimTime;

namespace {

/// Files with a clock and a schedule; every file that is opened has one reference.
struct World {
    Files files;
    Schedule schedule;
    SimTime now;

    Moment moment() { return {now, schedule, SimTime{}}; }
    std::pair<FileId, FileId> pipe() { return held(files.pipe()); }
    std::pair<FileId, FileId> pair() { return held(files.socketPair()); }
    FileId held(FileId id)
    {
        files.hold(id);
        return id;
    }
    std::pair<FileId, FileId> held(std::pair<FileId, FileId> both)
    {
        held(both.first);
        held(both.second);
        return both;
    }
    FileId listener(std::size_t backlog)
    {
        const FileId id = held(files.socket(Socket::Family::Inet));
        files.bind(id, {0x7F00'0001, 80, {}});
        files.listen(id, backlog);
        return id;
    }
    FileId client()
    {
        const FileId id = held(files.socket(Socket::Family::Inet));
        Moment m = moment();
        files.connect(m, id, {0x7F00'0001, 80, {}});
        return id;
    }
    /// A TCP connection: the client's end, the server's.
    std::pair<FileId, FileId> connection(FileId listener)
    {
        const FileId id = client();
        while (files.connected(id) == errors::inProgress)
            deliverAll();
        return {id, files.accept(listener).second};
    }
    IoResult read(FileId id, std::size_t most)
    {
        Moment m = moment();
        return files.read(m, id, most);
    }
    IoResult write(FileId id, std::string_view data)
    {
        Moment m = moment();
        return files.write(m, id, data);
    }
    void close(FileId id)
    {
        Moment m = moment();
        files.release(m, id);
    }
    void deliverAll()
    {
        for (const SimTime time : files.takeDue()) {
            now = std::max(now, time);
            Moment m = moment();
            files.deliver(m);
        }
    }
};

Waiter waiting(il::trace::ThreadId thread, Events events, bool exclusive = false)
{
    Waiter waiter;
    waiter.thread = thread;
    waiter.events = events;
    waiter.exclusive = exclusive;
    return waiter;
}

using Woken = std::vector<il::trace::ThreadId>;

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void descriptorsAreTheLowestFree();
    void sharedTablesCountReferences();
    void pipeKeepsSmallWritesWhole();
    void fullPipeNeedsAWholePage();
    void pipeKeepsTheStream();
    void pipeEnds();
    void exclusiveWaitersAreWokenOneByOne();
    void whoeverLeavesSomethingWakesTheNext();
    void backlogPlusOne();
    void retriesUntilThereIsRoom();
    void connectGivesUp();
    void refused();
    void closedWhileConnecting();
    void resetAfterUnreadData();
    void orphansSendTheRest();
    void streamIsKeptWhateverTheSegments();
    void epollSequences_data();
    void epollSequences();
    void epollIsFair();
    void epollForgetsTheClosed();
    void exclusiveEpollsWakeOne();
    void tenThousandDescriptors();
    void aCopyGoesOnAlone();
};

void TestFiles::descriptorsAreTheLowestFree()
{
    FdTable table;
    QCOMPARE(table.add(7), 0);
    QCOMPARE(table.add(8), 1);
    table.put(4, 9);
    QCOMPARE(table.add(10), 2);
    QCOMPARE(table.remove(1), FileId{8});
    QCOMPARE(table[1], noFile);
    QCOMPARE(table[-1], noFile);
    QCOMPARE(table[99], noFile);
    QCOMPARE(table.add(11), 1);
    QCOMPARE(table.add(12), 3);
    QCOMPARE(table.add(13), 5);
    QCOMPARE(table.used(), std::size_t{6});
}

void TestFiles::sharedTablesCountReferences()
{
    World world;
    FdTable parent;
    const auto [reader, writer] = world.pipe();
    parent.add(reader);
    parent.add(writer);
    FdTable child = world.files.share(parent);
    Moment moment = world.moment();
    world.files.releaseAll(moment, parent);
    QCOMPARE(world.read(reader, 1).error, errors::again); // the child could still write
    world.files.releaseAll(moment, child);
    QCOMPARE(world.files[reader].references, 0u);
    QCOMPARE(child.used(), std::size_t{0});
}

void TestFiles::pipeKeepsSmallWritesWhole()
{
    Pipe pipe;
    QCOMPARE(pipe.write(std::string(4000, 'a')), std::size_t{4000});
    QCOMPARE(pipe.write(std::string(97, 'b')), std::size_t{97}); // doesn't fit into the first page
    while (pipe.write(std::string(4096, 'c')) > 0) {
    }
    QVERIFY(pipe.full());
    QCOMPARE(pipe.size(), std::size_t{4000 + 97 + 14 * 4096});
    QCOMPARE(pipe.write(std::string(4000, 'd')), std::size_t{0});
}

void TestFiles::fullPipeNeedsAWholePage()
{
    Pipe pipe;
    QCOMPARE(pipe.write(std::string(100'000, 'x')), Pipe::pages * Pipe::pageSize);
    QCOMPARE(pipe.read(4095).size(), std::size_t{4095});
    QCOMPARE(pipe.write("y"), std::size_t{0});
    QCOMPARE(pipe.read(1).size(), std::size_t{1});
    QCOMPARE(pipe.write("y"), std::size_t{1});
}

void TestFiles::pipeKeepsTheStream()
{
    rc::check("what comes out is what went in", [] {
        Pipe pipe;
        std::string in, out;
        unsigned char next = 0;
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-9000, 9000));
        for (const int step : steps) {
            if (step < 0) {
                out += pipe.read(static_cast<std::size_t>(-step));
                continue;
            }
            std::string data(static_cast<std::size_t>(step), ' ');
            for (char& c : data)
                c = static_cast<char>(next++);
            const std::size_t done = pipe.write(data);
            RC_ASSERT(data.size() > Pipe::pageSize || done == 0 || done == data.size());
            in += data.substr(0, done);
            next = static_cast<unsigned char>(in.size());
        }
        RC_ASSERT(pipe.size() <= Pipe::pages * Pipe::pageSize);
        out += pipe.read(in.size() + 1);
        RC_ASSERT(out == in);
    });
}

void TestFiles::pipeEnds()
{
    World world;
    const auto [reader, writer] = world.pipe();
    QCOMPARE(world.files.ready(reader), Events{0});
    QCOMPARE(world.files.ready(writer), events::out);
    world.write(writer, "last words");
    world.close(writer);
    QCOMPARE(world.files.ready(reader), events::in | events::hangUp);
    QCOMPARE(world.read(reader, 100).data, std::string("last words"));
    const IoResult end = world.read(reader, 100);
    QCOMPARE(end.error, errors::none);
    QVERIFY(end.data.empty());

    const auto [reader2, writer2] = world.pipe();
    world.close(reader2);
    QCOMPARE(world.write(writer2, "x").error, errors::brokenPipe);
    QCOMPARE(world.files.ready(writer2), events::out | events::error);
}

void TestFiles::exclusiveWaitersAreWokenOneByOne()
{
    World world;
    const auto [reader, writer] = world.pipe();
    for (il::trace::ThreadId thread = 1; thread <= 3; ++thread)
        world.files.await(reader, waiting(thread, events::in, true));
    world.files.await(reader, waiting(8, events::in));  // in poll()
    world.files.await(reader, waiting(9, events::out)); // waits for something else
    world.write(writer, "x");
    QCOMPARE(world.files.takeWoken(), (Woken{8, 1}));
    world.write(writer, "y");
    QCOMPARE(world.files.takeWoken(), (Woken{2}));
    world.files.forget(reader, 3);
    world.write(writer, "z");
    QVERIFY(world.files.takeWoken().empty());
}

void TestFiles::whoeverLeavesSomethingWakesTheNext()
{
    World world;
    const auto [reader, writer] = world.pipe();
    world.files.await(reader, waiting(1, events::in, true));
    world.files.await(reader, waiting(2, events::in, true));
    world.write(writer, "both of you");
    QCOMPARE(world.files.takeWoken(), (Woken{1}));
    world.read(reader, 4);
    QCOMPARE(world.files.takeWoken(), (Woken{2}));
}

/// listen(2), six connect()s, no accept(): three are connected, three go on trying.
void TestFiles::backlogPlusOne()
{
    World world;
    const FileId listener = world.listener(2);
    std::vector<int> errors;
    for (int i = 0; i < 6; ++i)
        errors.push_back(world.files.connected(world.client()));
    QCOMPARE(errors, (std::vector<int>{0, 0, 0, errors::inProgress, errors::inProgress, errors::inProgress}));
    QCOMPARE(world.files.ready(listener), events::in);
}

void TestFiles::retriesUntilThereIsRoom()
{
    World world;
    const FileId listener = world.listener(0);
    world.client();
    const FileId late = world.client();
    QCOMPARE(world.files.takeDue(), std::vector<SimTime>{milliseconds(1000)});
    QCOMPARE(world.files.accept(listener).first, errors::none);
    world.now = milliseconds(999);
    Moment early = world.moment();
    world.files.deliver(early);
    QCOMPARE(world.files.connected(late), errors::inProgress);
    world.now = milliseconds(1000);
    Moment due = world.moment();
    world.files.deliver(due);
    QCOMPARE(world.files.connected(late), errors::none);
}

/// 1 + 2 + 4 + ... + 64 seconds.
void TestFiles::connectGivesUp()
{
    World world;
    world.listener(0);
    world.client();
    const FileId late = world.client();
    while (world.files.connected(late) == errors::inProgress)
        world.deliverAll();
    QCOMPARE(world.now.ns, milliseconds(127'000).ns);
    QCOMPARE(world.files.connected(late), errors::none); // told once: the error has been taken
}

void TestFiles::refused()
{
    World world;
    const FileId id = world.client();
    QCOMPARE(world.files.connected(id), errors::refused);
}

void TestFiles::closedWhileConnecting()
{
    World world;
    world.schedule = Schedule::recorded({{1, 3}}); // the answer is late
    const FileId listener = world.listener(1);
    const FileId id = world.client();
    QCOMPARE(world.files.connected(id), errors::inProgress);
    world.close(id);
    const FileId server = world.files.accept(listener).second;
    QVERIFY(server != noFile);
    world.deliverAll();
    QCOMPARE(world.read(server, 1).error, errors::reset);
}

void TestFiles::resetAfterUnreadData()
{
    World world;
    const auto [client, server] = world.connection(world.listener(1));
    world.write(client, "unread");
    world.write(server, "answer");
    world.close(server);
    QCOMPARE(world.files.ready(client) & events::error, events::error);
    QCOMPARE(world.read(client, 100).data, std::string("answer"));
    QCOMPARE(world.read(client, 100).error, errors::reset);
    QCOMPARE(world.read(client, 100).error, errors::none);
    QCOMPARE(world.write(client, "x").error, errors::brokenPipe);
}

/// close() right after sending more than the receiver has room for loses nothing.
void TestFiles::orphansSendTheRest()
{
    World world;
    const auto [client, server] = world.connection(world.listener(1));
    const std::string data(1'000'000, 'x');
    QCOMPARE(world.write(client, data).count, data.size());
    world.close(client);
    std::size_t count = 0;
    while (const std::size_t part = world.read(server, 50'000).data.size())
        count += part;
    QCOMPARE(count, data.size());
    QVERIFY(world.files.socketAt(server).finArrived);
}

/// Late segments and short reads: the bytes are the same, in order.
void TestFiles::streamIsKeptWhateverTheSegments()
{
    rc::check("concatenation out = in", [] {
        World world;
        world.schedule = Schedule::seeded(*rc::gen::arbitrary<std::uint64_t>());
        const FileId listener = world.listener(1);
        const auto [client, server] = world.connection(listener);
        RC_ASSERT(server != noFile);
        std::string in, out;
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-60'000, 60'000));
        for (const int step : steps) {
            if (step >= 0) {
                std::string data(static_cast<std::size_t>(step), ' ');
                for (std::size_t i = 0; i < data.size(); ++i)
                    data[i] = static_cast<char>((in.size() + i) % 251);
                in += data.substr(0, world.write(client, data).count);
            } else {
                out += world.read(server, static_cast<std::size_t>(-step)).data;
            }
            world.now = world.now + SimTime{*rc::gen::inRange(0, 40'000)};
            Moment moment = world.moment();
            world.files.deliver(moment);
        }
        world.close(client);
        while (!world.files.socketAt(server).finArrived || !world.files.socketAt(server).received.empty()) {
            world.now = world.now + milliseconds(1);
            Moment moment = world.moment();
            world.files.deliver(moment);
            out += world.read(server, 100'000).data;
        }
        RC_ASSERT(out == in);
    });
}

// 10 bytes arrive, poll, poll, read 4, poll, 1 byte arrives, poll, read all, poll, 1 byte arrives, poll,
// epoll_ctl MOD, poll, poll: as measured on Linux 6.18.
void TestFiles::epollSequences_data()
{
    QTest::addColumn<Events>("flags");
    QTest::addColumn<QString>("expected");
    QTest::newRow("level-triggered") << Events{0} << "11110111";
    QTest::newRow("edge-triggered") << events::edge << "10010110";
    QTest::newRow("one-shot") << events::oneShot << "10000010";
}

void TestFiles::epollSequences()
{
    QFETCH(Events, flags);
    QFETCH(QString, expected);
    World world;
    const auto [near, far] = world.pair();
    const FileId epoll = world.held(world.files.open(Description::Kind::Epoll));
    QCOMPARE(world.files.epollAdd(epoll, 5, near, events::in | flags), errors::none);
    QString found;
    const auto poll = [&] { found += QString::number(world.files.epollCollect(epoll, 100).size()); };
    world.write(far, "0123456789");
    poll();
    poll();
    world.read(near, 4);
    poll();
    world.write(far, "x");
    poll();
    world.read(near, 100);
    poll();
    world.write(far, "y");
    poll();
    world.files.epollModify(epoll, 5, near, events::in | flags);
    poll();
    poll();
    QCOMPARE(found, expected);
}

/// What didn't fit into an answer comes first in the next one.
void TestFiles::epollIsFair()
{
    World world;
    const FileId epoll = world.held(world.files.open(Description::Kind::Epoll));
    for (int fd = 0; fd < 5; ++fd) {
        const auto [reader, writer] = world.pipe();
        world.files.epollAdd(epoll, fd, reader, events::in);
        world.write(writer, "x");
    }
    std::vector<int> order;
    for (int call = 0; call < 4; ++call)
        for (const auto& [fd, events] : world.files.epollCollect(epoll, 2))
            order.push_back(fd);
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4, 0, 1, 2}));
}

void TestFiles::epollForgetsTheClosed()
{
    World world;
    const FileId epoll = world.held(world.files.open(Description::Kind::Epoll));
    const auto [reader, writer] = world.pipe();
    world.files.hold(reader); // dup()
    world.files.epollAdd(epoll, 3, reader, events::in);
    world.write(writer, "x");
    world.close(reader);
    QCOMPARE(world.files.epollCollect(epoll, 9).size(), std::size_t{1}); // the copy keeps the entry
    world.close(reader);
    QCOMPARE(world.files.epollCollect(epoll, 9).size(), std::size_t{0});
    QCOMPARE(world.files.epoll(epoll).size(), std::size_t{0});
    QCOMPARE(world.files.epollAdd(epoll, 4, writer, events::out), errors::none);
    QCOMPARE(world.files.epollAdd(epoll, 4, writer, events::out), errors::exists);
    QCOMPARE(world.files.epollRemove(epoll, 5, writer), errors::noEntry);
    world.close(epoll);
    QVERIFY(world.files[writer].waiters.empty());
}

/// Eight epolls on one listener: without EPOLLEXCLUSIVE all their threads are woken, with it one.
void TestFiles::exclusiveEpollsWakeOne()
{
    for (const Events flags : {Events{0}, events::exclusive}) {
        World world;
        const FileId listener = world.listener(10);
        for (il::trace::ThreadId thread = 0; thread < 8; ++thread) {
            const FileId epoll = world.held(world.files.open(Description::Kind::Epoll));
            world.files.epollAdd(epoll, 3, listener, events::in | flags);
            world.files.await(epoll, waiting(thread, events::in, true));
        }
        world.client();
        QCOMPARE(world.files.takeWoken().size(), std::size_t{flags == 0 ? 8u : 1u});
    }
}

void TestFiles::tenThousandDescriptors()
{
    World world;
    const FileId epoll = world.held(world.files.open(Description::Kind::Epoll));
    std::vector<FileId> writers;
    for (int fd = 0; fd < 10'000; ++fd) {
        const auto [reader, writer] = world.pipe();
        world.files.epollAdd(epoll, fd, reader, events::in | events::edge);
        writers.push_back(writer);
    }
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100'000; ++i) {
        world.write(writers[static_cast<std::size_t>(i) * 7919 % writers.size()], "x");
        QCOMPARE(world.files.epollCollect(epoll, 64).size(), std::size_t{1});
    }
    QVERIFY2(timer.elapsed() < 10'000, "collecting depends on the number of descriptors");
}

void TestFiles::aCopyGoesOnAlone()
{
    World world;
    const auto [near, far] = world.pair();
    world.write(far, "before");
    World copy = world;
    world.write(far, " after");
    QCOMPARE(copy.read(near, 100).data, std::string("before"));
    QCOMPARE(world.read(near, 100).data, std::string("before after"));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
