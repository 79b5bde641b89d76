// System calls on files through whole programs: who waits, what it costs, what the trace tells.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine_run.h"
#include "trace/view.h"
#endif

#include <QtTest>

#include <set>

using namespace il::machine;
using il::trace::EndReason;
using il::trace::Event;
using il::trace::EventKind;
using il::trace::PollModel;

class TestFileCalls : public QObject {
    Q_OBJECT

private slots:
    void stuck_data();
    void stuck();
    void costs_data();
    void costs();
    void pollingWithoutTheGil();
    void convoy();
    void herd_data();
    void herd();
    void blockedReaderSurvivesClose();
    void acceptTellsItsDescriptor();
    void handlersMakeCallsOfTheirOwn();
    void bytesCountAsWork();
    void everyScheduleGivesTheStream();
    void lateSegmentsAreSeen();
    void traceTellsOfBytes();
    void sameWithAndWithoutTrace();
    void feedNeedsNoThread();
};

namespace {

double number(const Result& result)
{
    return std::atof(result.out.c_str());
}

std::size_t count(const Result& result, EventKind kind)
{
    const auto events = result.trace.events();
    return static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [kind](const Event& e) { return e.kind == kind; }));
}

const char* const threadsTalk = R"(
import os, select, socket, threading
server = socket.create_server(("127.0.0.1", 0))
def client(n):
    with socket.create_connection(server.getsockname()) as sock:
        for i in range(5):
            sock.sendall(b"%" * (n * 100 + i))
            sock.sendall(b".")
            while sock.recv(50)[-1] != 46: pass
threads = [threading.Thread(target=client, args=(n,)) for n in range(3)]
for t in threads: t.start()
ep = select.epoll()
ep.register(server, select.EPOLLIN)
conns = {}
total = 0
closed = 0
while closed < 3:
    for fd, event in ep.poll():
        if fd == server.fileno():
            conn, _ = server.accept()
            conns[conn.fileno()] = conn
            ep.register(conn, select.EPOLLIN)
        else:
            data = conns[fd].recv(64)
            if not data:
                ep.unregister(fd)
                conns[fd].close()
                closed += 1
            else:
                total += len(data)
                if data[-1] == 46: conns[fd].sendall(b"ok.")
for t in threads: t.join()
print(total)
)";

} // namespace

void TestFileCalls::stuck_data()
{
    QTest::addColumn<QString>("program");
    const auto row = [](const char* name, const char* call) {
        QTest::newRow(name)
            << "import os, select, selectors, socket\nr, w = os.pipe()\na, b = socket.socketpair()\n" +
                   QString(call);
    };
    row("os.read", "os.read(r, 1)\n");
    row("os.write", "os.write(w, b'x' * 100000)\n");
    row("recv", "a.recv(1)\n");
    row("sendall", "a.sendall(b'x' * 10000000)\n");
    row("accept", "socket.create_server(('', 0)).accept()\n");
    row("select", "select.select([r, a], [], [])\n");
    row("poll", "p = select.poll(); p.register(r, 1); p.poll()\n");
    row("epoll", "e = select.epoll(); e.register(a); e.modify(a, 1); e.poll()\n");
    row("empty epoll", "select.epoll().poll()\n");
    row("selectors", "s = selectors.DefaultSelector(); s.register(a, 1); s.select()\n");
}

void TestFileCalls::stuck()
{
    QFETCH(QString, program);
    const Result result = runText(program.toStdString(), Config{});
    QCOMPARE(result.reason, EndReason::Deadlock);
    QCOMPARE(count(result, EventKind::Deadlock), std::size_t{1});
}

// Microseconds per call with one ready among N, measured on CPython 3.11 and Linux 6.18; within 30 %.
void TestFileCalls::costs_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<double>("expected");
    const QString select = "select.select(rs, [], [], 0)", poll = "p.poll(0)", epoll = "e.poll(0)";
    QTest::newRow("select, 10") << select << 10 << 1.5;
    QTest::newRow("select, 500") << select << 500 << 25.0;
    QTest::newRow("poll, 10") << poll << 10 << 0.7;
    QTest::newRow("poll, 500") << poll << 500 << 17.0;
    QTest::newRow("poll, 5000") << poll << 5000 << 195.0;
    QTest::newRow("epoll, 10") << epoll << 10 << 0.7;
    QTest::newRow("epoll, 5000") << epoll << 5000 << 0.7;
}

void TestFileCalls::costs()
{
    QFETCH(QString, call);
    QFETCH(int, descriptors);
    QFETCH(double, expected);
    const QString program = QString(R"(
import os, select, time
pipes = [os.pipe() for _ in range(%1)]
rs = [r for r, w in pipes]
os.write(pipes[-1][1], b"x")
p = select.poll()
e = select.epoll()
for r in rs:
    p.register(r, select.POLLIN)
    e.register(r, select.EPOLLIN)
start = time.perf_counter()
for _ in range(50):
    %2
print((time.perf_counter() - start) / 50 * 1e6)
)")
                                .arg(descriptors)
                                .arg(call);
    const double actual = number(runText(program.toStdString(), Config{}));
    QVERIFY2(actual > expected * 0.7 && actual < expected * 1.3, qPrintable(QString::number(actual)));
}

/// Two threads scan 5000 descriptors each at the same time, for the GIL is free meanwhile.
void TestFileCalls::pollingWithoutTheGil()
{
    const Result result = runText(R"(
import os, select, threading, time
p = select.poll()
for _ in range(5000):
    p.register(os.pipe()[0], select.POLLIN)
def scan():
    for _ in range(50): p.poll(0)
start = time.perf_counter()
scan()
one = time.perf_counter() - start
threads = [threading.Thread(target=scan) for _ in range(2)]
start = time.perf_counter()
for t in threads: t.start()
for t in threads: t.join()
print((time.perf_counter() - start) / one)
)",
                                  Config{});
    QVERIFY2(number(result) > 0.9 && number(result) < 1.4, result.out.c_str());
}

/// Facts M1 and "convoy": beside a computing thread each request takes about one switch interval longer.
void TestFileCalls::convoy()
{
    const auto latency = [](bool computes) {
        const std::string text = std::string(R"(
import socket, threading, time
from sim import cpu
a, b = socket.socketpair()
def serve():
    for _ in range(20): b.sendall(b.recv(10))
def crunch(): cpu(ms=300)
threads = [threading.Thread(target=serve)])") +
                                 (computes ? " + [threading.Thread(target=crunch)]" : "") + R"(
for t in threads: t.start()
start = time.perf_counter()
for _ in range(20):
    a.sendall(b"x")
    a.recv(10)
print((time.perf_counter() - start) / 20 * 1e6)
for t in threads: t.join()
)";
        return number(runText(text, configFor("3.11")));
    };
    const double alone = latency(false), beside = latency(true);
    QVERIFY2(alone < 300, qPrintable(QString::number(alone)));
    QVERIFY2(beside > 4000 && beside < 21'000, qPrintable(QString::number(beside)));
}

void TestFileCalls::herd_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("every epoll is woken") << "0" << 60 << 160;
    QTest::newRow("EPOLLEXCLUSIVE") << "select.EPOLLEXCLUSIVE" << 20 << 24;
}

/// Eight threads, each with its own epoll on one listener; 20 connections.
void TestFileCalls::herd()
{
    QFETCH(QString, flags);
    QFETCH(int, least);
    QFETCH(int, most);
    const QString program = QString(R"(
import select, socket, threading, time
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
wakes = [0] * 8
accepted = [0] * 8
def wait(n):
    ep = select.epoll()
    ep.register(server, select.EPOLLIN | %1)
    while True:
        if not ep.poll(0.05): return
        wakes[n] += 1
        try:
            conn, _ = server.accept()
            accepted[n] += 1
            conn.close()
        except BlockingIOError: pass
threads = [threading.Thread(target=wait, args=(n,)) for n in range(8)]
for t in threads: t.start()
time.sleep(0.01)
for _ in range(20):
    sock = socket.create_connection(server.getsockname())
    sock.recv(1)
    sock.close()
    time.sleep(0.002)
for t in threads: t.join()
print(sum(wakes), sum(accepted))
)")
                                .arg(flags);
    const Result result = runText(program.toStdString(), configFor("3.11", 8));
    const QStringList figures = QString::fromStdString(result.out).trimmed().split(' ');
    QCOMPARE(figures.value(1), QString("20"));
    const auto events = result.trace.events();
    const auto tries = std::count_if(events.begin(), events.end(), [&](const Event& event) {
        return event.kind == EventKind::CallEntered && result.trace.string(event.object) == "accept";
    });
    QVERIFY2(tries >= least && tries <= most, qPrintable(QString::number(tries)));
}

/// A call holds its file: that another thread closes the descriptor doesn't wake it.
void TestFileCalls::blockedReaderSurvivesClose()
{
    const Result result = runText(R"(
import os, threading, time
r, w = os.pipe()
def read():
    print(os.read(r, 10))
t = threading.Thread(target=read)
t.start()
time.sleep(0.01)
os.close(r)
time.sleep(0.01)
os.write(w, b"still there")
t.join()
try:
    os.write(w, b"x")
except BrokenPipeError:
    print("now it is closed")
)",
                                  Config{});
    QCOMPARE(QString::fromStdString(result.out), QString("b'still ther'\nnow it is closed\n"));
}

/// The trace tells which descriptor accept() has made.
void TestFileCalls::acceptTellsItsDescriptor()
{
    const Result result = runText(R"(
import socket
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
conn, _ = server.accept()
print(conn.fileno())
)",
                                  Config{});
    std::vector<std::int64_t> told;
    for (const Event& event : result.trace.events())
        if (event.kind == EventKind::CallReturned && result.trace.string(event.object) == "accept")
            told.push_back(event.value);
    QCOMPARE(told, std::vector<std::int64_t>{std::stoi(result.out)});
}

/// What a signal's handler calls doesn't end the call that it has interrupted, in any order of things.
void TestFileCalls::handlersMakeCallsOfTheirOwn()
{
    for (int seed = 0; seed < 20; ++seed) {
        const Result result = runText(R"(
import os, select, signal, socket
a, b = socket.socketpair()
def tick(number, frame):
    b.send(b"!")
    if os.fork() == 0:
        os._exit(0)
    os.wait()
signal.signal(signal.SIGALRM, tick)
signal.alarm(1)
print(len(select.select([a], [], [], 5)[0]), a.recv(1))
signal.alarm(1)
print(a.recv(5))
def stop(number, frame):
    b.send(b"?")
    raise TimeoutError
signal.signal(signal.SIGALRM, stop)
signal.alarm(1)
try:
    print(select.select([], [], []))
except TimeoutError:
    print("stopped", a.recv(5))
)",
                                      Config{}, "seed:" + std::to_string(seed));
        QCOMPARE(QString::fromStdString(result.out), QString("1 b'!'\nb'!'\nstopped b'?'\n"));
        QCOMPARE(result.reason, EndReason::Finished);
    }
}

/// A flood of bytes comes to the limit like a flood of instructions.
void TestFileCalls::bytesCountAsWork()
{
    Config config;
    config.limits.instructions = 1'000'000;
    const Result result = runText(R"(
import os
r, w = os.pipe()
page = b"x" * 65536
while True:
    os.write(w, page)
    os.read(r, 65536)
)",
                                  config);
    QCOMPARE(result.reason, EndReason::StepLimit);
    const auto calls = std::count_if(result.trace.events().begin(), result.trace.events().end(),
                                     [](const Event& event) { return event.kind == EventKind::CallEntered; });
    QVERIFY2(calls < 3000, qPrintable(QString::number(calls)));
}

void TestFileCalls::everyScheduleGivesTheStream()
{
    for (int seed = 0; seed < 40; ++seed) {
        const Result result = runText(threadsTalk, Config{}, "seed:" + std::to_string(seed));
        QCOMPARE(result.reason, EndReason::Finished);
        QCOMPARE(QString::fromStdString(result.err), QString());
        QCOMPARE(QString::fromStdString(result.out), QString("1545\n"));
    }
}

/// Whether three sends are read in one piece is the schedule's choice.
void TestFileCalls::lateSegmentsAreSeen()
{
    std::set<std::string> outcomes;
    for (int seed = 0; seed < 60; ++seed)
        outcomes.insert(runText(R"(
import socket
server = socket.create_server(("127.0.0.1", 0))
a = socket.create_connection(server.getsockname())
b, _ = server.accept()
for part in (b"one", b"two", b"three"): a.send(part)
print(b.recv(100))
)",
                                Config{}, "seed:" + std::to_string(seed))
                            .out);
    QVERIFY(outcomes.count("b'onetwothree'\n") == 1);
    QVERIFY(outcomes.count("b'one'\n") == 1);
    QCOMPARE(QString::fromStdString(
                 runText("import socket\na, b = socket.socketpair()\na.send(b'x')\na.send(b'y')\n"
                         "print(b.recv(9))\n",
                         Config{}, "seed:3")
                     .out),
             QString("b'xy'\n"));
}

void TestFileCalls::traceTellsOfBytes()
{
    const Result result = runText(threadsTalk, Config{});
    std::int64_t arrived = 0, read = 0, sent = 0;
    for (const Event& event : result.trace.events()) {
        const bool listener = event.kind >= EventKind::FileOpened && event.kind <= EventKind::FileReady &&
                              result.trace.files()[event.object].kind == il::trace::FileKind::Listener;
        if (listener)
            continue;
        arrived += event.kind == EventKind::BytesArrived ? event.value >> 32 : 0;
        read += event.kind == EventKind::BytesRead ? event.value >> 32 : 0;
        sent += event.kind == EventKind::BytesSent ? event.value >> 32 : 0;
    }
    QVERIFY(sent > 1545);
    QCOMPARE(arrived, sent);
    QCOMPARE(read, sent);
    const auto end = result.trace.at(result.trace.events().back().time);
    const auto& totals = end.polls[static_cast<int>(PollModel::Epoll)];
    QVERIFY(totals.calls > 10);
    QCOMPARE(totals.calls, totals.returns);
    QVERIFY(totals.reported <= totals.examined);
    QCOMPARE(count(result, EventKind::CallEntered), count(result, EventKind::CallReturned));
}

void TestFileCalls::sameWithAndWithoutTrace()
{
    Config config;
    const Result traced = runText(threadsTalk, config, "seed:5");
    config.trace = false;
    const Result bare = runText(threadsTalk, config, "seed:5");
    QCOMPARE(bare.out, traced.out);
    QCOMPARE(bare.schedule, traced.schedule);
    QCOMPARE(bare.instructions, traced.instructions);
}

void TestFileCalls::feedNeedsNoThread()
{
    const Result result = runText(R"(
import sim, socket, time
near, far = socket.socketpair()
sim.feed(far, [(3, b"three"), (7.5, b"seven"), (9, None)])
while data := near.recv(10):
    print(round(time.monotonic() * 1000), data)
)",
                                  Config{});
    QCOMPARE(QString::fromStdString(result.out), QString("3 b'three'\n8 b'seven'\n"));
    QCOMPARE(count(result, EventKind::ThreadCreated), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestFileCalls)
#include "tst_file_calls.moc"
