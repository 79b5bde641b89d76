// Runs that a person schedules: what is asked, what follows from the answers, what the trace says of it.
#include <QtTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "machine_run.h"

#include <algorithm>

using namespace il;
using namespace il::trace;

namespace {

constexpr std::string_view counterProgram = R"(from threading import Thread
from sim import cpu
counter = 0
def add_one(n):
    cpu(ms=1)
    return n + 1
def worker():
    global counter
    for _ in range(2):
        counter = add_one(counter)
ts = [Thread(target=worker, name=f"T{i}") for i in (1, 2)]
for t in ts: t.start()
for t in ts: t.join()
print(counter)
)";

constexpr std::string_view lockProgram = R"(from threading import Lock, Thread
from sim import disk
lock = Lock()
order = []
def worker(name):
    with lock:
        order.append(name)
        disk(ms=5)
ts = [Thread(target=worker, args=(i,), name=f"T{i}") for i in (1, 2, 3)]
for t in ts: t.start()
for t in ts: t.join()
print(order)
)";

constexpr std::string_view socketProgram = R"(import socket
s = socket.create_server(("127.0.0.1", 5000))
c = socket.create_connection(("127.0.0.1", 5000))
a, _ = s.accept()
c.sendall(b"hello")
print(a.recv(5))
a.close()
c.close()
s.close()
)";

machine::Result by(std::string_view program, const std::string& schedule)
{
    return runText(program, configFor("3.11"), schedule);
}

bool sameBytes(const machine::Result& a, const machine::Result& b)
{
    return a.out == b.out && a.schedule == b.schedule &&
           std::ranges::equal(a.trace.events(), b.trace.events()) &&
           std::ranges::equal(a.trace.choices(), b.trace.choices());
}

bool asks(const Trace& trace, ChoiceKind kind)
{
    return std::ranges::any_of(trace.choices(), [kind](const Choice& c) { return c.kind == kind; });
}

} // namespace

class TestChoices : public QObject {
    Q_OBJECT

    static void programs()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("counter") << QString::fromUtf8(counterProgram.data());
        QTest::newRow("lock") << QString::fromUtf8(lockProgram.data());
        QTest::newRow("socket") << QString::fromUtf8(socketProgram.data());
    }

private slots:
    void onlyByHand()
    {
        QVERIFY(by(counterProgram, "default").trace.choices().empty());
        QVERIFY(by(counterProgram, "seed:1").trace.choices().empty());
        QVERIFY(!by(counterProgram, "hand:").trace.choices().empty());
    }

    void everyChoiceIsWhole_data() { programs(); }
    void everyChoiceIsWhole()
    {
        QFETCH(QString, program);
        const std::string text = program.toStdString();
        const Trace trace = by(text, "hand:").trace;
        std::uint32_t event = 0;
        std::size_t step = 0;
        for (const Choice& choice : trace.choices()) {
            QVERIFY(choice.options >= 2);
            QVERIFY(choice.chosen < choice.options);
            QVERIFY(choice.threads.empty() || choice.threads.size() == choice.options);
            QVERIFY(choice.event >= event && choice.event <= trace.events().size());
            event = choice.event;
            const std::size_t before = trace.stepBefore(choice);
            QVERIFY(before >= step);
            step = before;
            QVERIFY(trace.steps()[before].end <= choice.event);
            QVERIFY(before + 1 == trace.steps().size() || trace.steps()[before + 1].end > choice.event);
        }
    }

    void whatIsAsked()
    {
        const Trace counter = by(counterProgram, "hand:").trace;
        QVERIFY(asks(counter, ChoiceKind::Preempt));
        QVERIFY(asks(counter, ChoiceKind::Delay));
        QVERIFY(!asks(counter, ChoiceKind::WakeLatency));
        const Trace lock = by(lockProgram, "hand:").trace;
        const auto choice = std::ranges::find(lock.choices(), ChoiceKind::LockWinner, &Choice::kind);
        QVERIFY(choice != lock.choices().end());
        QCOMPARE(choice->options, 2u);
        QCOMPARE(lock.string(lock.objects()[choice->object].name), std::string_view("lock"));
        const Trace socket = by(socketProgram, "hand:").trace;
        QVERIFY(asks(socket, ChoiceKind::Network));
    }

    /// Whoever is favoured gets the lock next.
    void whoIsWokenGetsTheLock_data()
    {
        QTest::addColumn<int>("option");
        QTest::newRow("the first") << 0;
        QTest::newRow("the second") << 1;
    }
    void whoIsWokenGetsTheLock()
    {
        QFETCH(int, option);
        const Trace usual = by(lockProgram, "hand:").trace;
        const auto choices = usual.choices();
        const auto choice = std::ranges::find(choices, ChoiceKind::LockWinner, &Choice::kind);
        const auto number = static_cast<std::size_t>(choice - choices.begin());
        const Trace trace =
            by(lockProgram, "hand:" + std::to_string(number) + '=' + std::to_string(option)).trace;
        const auto rest = trace.events().subspan(trace.choices()[number].event);
        const auto next = std::ranges::find(rest, EventKind::LockAcquired, &Event::kind);
        QVERIFY(next != rest.end());
        QCOMPARE(next->thread, choice->threads[static_cast<std::size_t>(option)]);
    }

    void aHeldUpThreadBeginsLater()
    {
        const Trace usual = by(counterProgram, "hand:").trace;
        const Choice& choice = usual.choices().front();
        QCOMPARE(choice.kind, ChoiceKind::Delay);
        const Trace late = by(counterProgram, "hand:0=1").trace;
        const auto begins = [&choice](const Trace& trace) {
            const auto event = std::ranges::find_if(trace.events(), [&choice](const Event& e) {
                return e.kind == EventKind::ThreadRunning && e.thread == choice.thread;
            });
            return event->time;
        };
        QCOMPARE((begins(late) - begins(usual)).ns, choice.unit.ns);
    }

    /// Each thread needs 2 ms and the creator lets T1 finish first; two interruptions at the right places
    /// lose an update all the same.
    void lettingInLosesAnUpdate()
    {
        QVERIFY(by(counterProgram, "hand:").trace.lostUpdates().empty());
        bool loses = false;
        for (int i = 0; i < 12 && !loses; ++i)
            for (int j = i + 1; j < 12 && !loses; ++j) {
                const auto schedule = "hand:" + std::to_string(i) + "=1," + std::to_string(j) + "=1";
                loses = !by(counterProgram, schedule).trace.lostUpdates().empty();
            }
        QVERIFY(loses);
    }

    void replaysByteForByte_data() { programs(); }
    void replaysByteForByte()
    {
        QFETCH(QString, program);
        const std::string text = program.toStdString();
        for (const char* schedule : {"hand:", "hand:0=1", "hand:1=1,3=1", "hand:2=9,4=1"}) {
            const machine::Result result = by(text, schedule);
            QVERIFY(sameBytes(result, by(text, schedule)));
            QVERIFY2(sameBytes(result, by(text, result.schedule)), schedule);
        }
    }

    /// What came before a choice doesn't depend on its answer: that is why one can stop there and ask.
    void theFutureDoesNotChangeThePast_data() { programs(); }
    void theFutureDoesNotChangeThePast()
    {
        QFETCH(QString, program);
        const std::string text = program.toStdString();
        const Trace usual = by(text, "hand:").trace;
        const std::size_t count = std::min<std::size_t>(usual.choices().size(), 12);
        for (std::size_t i = 0; i < count; ++i) {
            const Trace other = by(text, "hand:" + std::to_string(i) + "=1").trace;
            const Choice& choice = usual.choices()[i];
            QCOMPARE(other.choices()[i].event, choice.event);
            QCOMPARE(other.choices()[i].chosen, 1u);
            QVERIFY(
                std::ranges::equal(usual.events().first(choice.event), other.events().first(choice.event)));
            QVERIFY(std::ranges::equal(usual.choices().first(i), other.choices().first(i)));
            QCOMPARE(other.stepBefore(other.choices()[i]), usual.stepBefore(choice));
        }
    }

    void withoutATraceTheSameHappens()
    {
        machine::Config config = configFor("3.11");
        config.trace = false;
        const auto with = by(lockProgram, "hand:1=1,4=1");
        const auto without = runText(lockProgram, config, "hand:1=1,4=1");
        QCOMPARE(without.out, with.out);
        QCOMPARE(without.schedule, with.schedule);
    }

    void longRunsAreBounded()
    {
        const auto result = by(R"(from threading import Thread
def spin():
    n = 0
    for i in range(20000): n += 1
for i in (1, 2): Thread(target=spin).start()
)",
                               "hand:");
        QCOMPARE(result.reason, EndReason::Finished);
        QCOMPARE(result.trace.choices().size(), std::size_t{machine::Schedule::maxByHand});
    }
};

QTEST_GUILESS_MAIN(TestChoices)
#include "tst_choices.moc"
