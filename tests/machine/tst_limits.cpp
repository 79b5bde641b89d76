// Programs that try to use up the computer that they run on: what all processes take together has a bound.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine_run.h"
#endif

#include <QtTest>

#include <sys/resource.h>

using namespace il::machine;
using il::trace::EndReason;

namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IL_SANITIZED
#endif
#endif
#ifdef IL_SANITIZED
constexpr bool isSanitized = true; // its bookkeeping and what it keeps of freed memory are a multiple of ours
#else
constexpr bool isSanitized = false;
#endif

/// The most memory that this process has had so far, in MiB.
long peak()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

class TestLimits : public QObject {
    Q_OBJECT
private slots:
    void exhausting_data();
    void exhausting();
    void zombiesCount();
    void garbageDoesntCount();
    void smallProcessesAreManyProcesses();
    void waitingOutputCounts();
};

void TestLimits::exhausting_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, const char* program, EndReason reason) {
        QTest::newRow(name) << QByteArray(program) << int(reason);
    };
    const auto memory = EndReason::MemoryLimit;
    row("a huge list and 64 children",
        "import os, time\n"
        "data = list(range(1_500_000))\n"
        "for n in range(64):\n"
        "    if os.fork() == 0:\n"
        "        time.sleep(100)\n"
        "        os._exit(0)\n",
        memory);
    row("what was freed is copied too",
        "import os, time\n"
        "data = [str(n) for n in range(400_000)]\n"
        "del data\n"
        "for n in range(400_000): str(n)\n"
        "for n in range(64):\n"
        "    if os.fork() == 0:\n"
        "        time.sleep(100)\n"
        "        os._exit(0)\n",
        memory);
    row("children that grow",
        "import os\n"
        "for n in range(8):\n"
        "    if os.fork() == 0:\n"
        "        data = []\n"
        "        while True: data.append(str(len(data)))\n"
        "os.wait()\n",
        memory);
    row("a fork bomb",
        "import os\n"
        "data = list(range(100_000))\n"
        "while True:\n"
        "    try: os.fork()\n"
        "    except OSError: pass\n",
        memory);
    row("Processes with a great deal of memory",
        "import multiprocessing, time\n"
        "data = list(range(1_500_000))\n"
        "for n in range(64):\n"
        "    multiprocessing.Process(target=time.sleep, args=(100,)).start()\n",
        memory);
    row("full pipes",
        "import os\n"
        "block = b'x' * 65536\n"
        "while True:\n"
        "    os.write(os.pipe()[1], block)\n",
        memory);
    row("full sockets",
        "import socket\n"
        "pairs, block = [], b'x' * 100_000\n"
        "while True:\n"
        "    pairs.append(socket.socketpair())\n"
        "    pairs[-1][0].send(block)\n",
        memory);
    // Threads that are started with no memory left raise MemoryError, which is no end by a limit.
    row("recursion in many threads of many processes",
        "import os, threading, time\n"
        "def deeper(n):\n"
        "    if n == 0: time.sleep(100)\n"
        "    else: deeper(n - 1)\n"
        "for n in range(7): os.fork()\n"
        "while True: threading.Thread(target=deeper, args=(900,)).start()\n",
        EndReason::Finished);
    row("locks without end",
        "import threading\n"
        "while True: threading.Lock()\n",
        memory);
}

void TestLimits::exhausting()
{
    QFETCH(QByteArray, program);
    QFETCH(int, reason);
    Config config = configFor("3.11");
    config.trace = false;
    config.limits.heapBytes = 64 << 20;
    config.limits.instructions = 20'000'000;
    const long before = peak();
    const Result result = runText(program.toStdString(), config);
    QVERIFY2(int(result.reason) == reason,
             qPrintable(QStringLiteral("%1\n%2").arg(int(result.reason)).arg(text(result.err))));
    // Objects are up to a few times as big here as the machine says they are.
    constexpr long most = 64 * 6;
    QVERIFY2(isSanitized || peak() - before < most,
             qPrintable(QStringLiteral("%1 MiB").arg(peak() - before)));
}

/// A zombie keeps its number, so there is a bound on them, too.
void TestLimits::zombiesCount()
{
    Config config = configFor("3.11");
    config.limits.processes = 20;
    const Result result = runText("import os\n"
                                  "n = 0\n"
                                  "try:\n"
                                  "    while True:\n"
                                  "        if os.fork() == 0: os._exit(0)\n"
                                  "        n += 1\n"
                                  "except BlockingIOError as e:\n"
                                  "    print(n, e.errno)\n"
                                  "os.wait()\n"
                                  "print(os.fork() >= 0)\n",
                                  config);
    QCOMPARE(text(result.err), QString());
    QCOMPARE(text(result.out).section('\n', 0, 1), QStringLiteral("19 11\nTrue"));
}

/// A program that frees what it takes may go on for ever, and have children all the time.
void TestLimits::garbageDoesntCount()
{
    Config config = configFor("3.11");
    config.trace = false;
    config.limits.heapBytes = 64 << 20;
    const Result result = runText("import os\n"
                                  "for n in range(40):\n"
                                  "    data = [str(i) for i in range(50_000)]\n"
                                  "    if os.fork() == 0: os._exit(n)\n"
                                  "    assert os.waitstatus_to_exitcode(os.wait()[1]) == n\n"
                                  "for n in range(3000):\n"
                                  "    r, w = os.pipe()\n"
                                  "    os.write(w, bytes(65536))\n"
                                  "    os.close(r)\n"
                                  "    os.close(w)\n"
                                  "print('done')\n",
                                  config);
    QCOMPARE(text(result.err), QString());
    QCOMPARE(text(result.out), QStringLiteral("done\n"));
}

/// The limits of an ordinary run leave room for the 300 processes that it may have.
void TestLimits::smallProcessesAreManyProcesses()
{
    Config config = configFor("3.11");
    config.trace = false;
    const Result result = runText("import os, time\n"
                                  "children = 0\n"
                                  "try:\n"
                                  "    while True:\n"
                                  "        if os.fork() == 0:\n"
                                  "            time.sleep(10)\n"
                                  "            os._exit(0)\n"
                                  "        children += 1\n"
                                  "except BlockingIOError:\n"
                                  "    print(children)\n",
                                  config);
    QCOMPARE(text(result.err), QString());
    QCOMPARE(text(result.out), QStringLiteral("299\n"));
}

void TestLimits::waitingOutputCounts()
{
    Config config = configFor("3.11");
    config.limits.outputBytes = 100'000;
    const Result result = runText("import os, time\n"
                                  "for n in range(50):\n"
                                  "    if os.fork() == 0:\n"
                                  "        print('x' * 7999)\n"
                                  "        time.sleep(100)\n"
                                  "time.sleep(100)\n",
                                  config);
    QCOMPARE(int(result.reason), int(EndReason::OutputLimit));
    QCOMPARE(result.out.size() + result.err.size(), std::size_t(100'001)); // the byte that is too much
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
