#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/gil_world.h"
#endif

#include <rapidcheck.h>

#include <QFile>
#include <QtTest>

using namespace il::machine;
using il::trace::microseconds;
using il::trace::milliseconds;
using il::trace::noThread;
using il::trace::SimTime;
using il::trace::ThreadId;

class TestGil : public QObject {
    Q_OBJECT

private slots:
    void freeIsTakenAtOnce();
    void timeoutWithoutSwitchRequests();
    void timeoutAfterSwitchDoesNotRequest();
    void forcedDropperWaitsForASwitch();
    void voluntaryDropWithoutRequestMayWinBack();
    void voluntaryDropWithRequestIsForcedToo();
    void wokenWaiterCanLose();
    void ticksNeverForce();
    void agreesWithReference();
    void loneHolderKeepsIt();
    void invariants();
    void copyGoesOnAlike();
};

namespace {

constexpr SimTime interval = milliseconds(5);

Gil makeGil(std::size_t threads, GilModel model = GilModel::SwitchInterval)
{
    Gil gil(model, interval);
    gil.setThreads(threads);
    return gil;
}

struct Scenario {
    const char* name;
    std::vector<GilThread> threads;
    SimTime interval;
};

std::vector<GilThread> cpu(std::size_t n)
{
    return std::vector<GilThread>(n);
}

std::vector<GilThread> operator+(std::vector<GilThread> a, const std::vector<GilThread>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<Scenario> scenarios()
{
    const auto io = [](std::int64_t run, std::int64_t block, std::size_t n = 1) {
        return std::vector<GilThread>(n, GilThread{microseconds(run), microseconds(block)});
    };
    return {
        {"2 CPU, 5 ms", cpu(2), milliseconds(5)},
        {"3 CPU, 5 ms", cpu(3), milliseconds(5)},
        {"4 CPU, 5 ms", cpu(4), milliseconds(5)},
        {"2 CPU, 1 ms", cpu(2), milliseconds(1)},
        {"3 CPU, 1 ms", cpu(3), milliseconds(1)},
        {"2 CPU, 50 ms", cpu(2), milliseconds(50)},
        {"1 CPU + io 0.05/0.5, 5 ms", cpu(1) + io(50, 500), milliseconds(5)},
        {"2 CPU + io 1/2, 5 ms", cpu(2) + io(1000, 2000), milliseconds(5)},
        {"3 CPU + io 2/3.3, 5 ms", cpu(3) + io(2000, 3300), milliseconds(5)},
        {"4 CPU + 2 io 0.7/1.9, 5 ms", cpu(4) + io(700, 1900, 2), milliseconds(5)},
        {"4 io 0.03/0.02, 0.2 ms", io(30, 20, 4), microseconds(200)},
    };
}

} // namespace

void TestGil::freeIsTakenAtOnce()
{
    Gil gil = makeGil(2);
    const auto taken = gil.request(1, {});
    QVERIFY(taken && taken->isSwitch && taken->resumed == noThread);
    QCOMPARE(gil.holder(), ThreadId(1));
    QCOMPARE(gil.switchNumber(), 1u);
    Schedule schedule;
    gil.release(schedule);
    QVERIFY(!gil.locked());
    QVERIFY(!gil.request(1, {})->isSwitch); // the same thread again is no switch
    QCOMPARE(gil.switchNumber(), 1u);
}

void TestGil::timeoutWithoutSwitchRequests()
{
    Gil gil = makeGil(2);
    gil.request(0, {});
    QVERIFY(!gil.request(1, milliseconds(2)));
    QCOMPARE(gil.nextTimer().ns, milliseconds(7).ns);
    const auto fired = gil.fireTimer();
    QCOMPARE(fired.thread, ThreadId(1));
    QVERIFY(fired.requests && !fired.taken && gil.dropRequested());
    QCOMPARE(gil.nextTimer().ns, milliseconds(12).ns);
    QVERIFY(!gil.fireTimer().requests); // it is set already
}

void TestGil::timeoutAfterSwitchDoesNotRequest()
{
    Schedule schedule;
    Gil gil = makeGil(3);
    gil.request(0, {});
    gil.request(1, milliseconds(1));
    gil.request(2, milliseconds(2));
    gil.release(schedule); // before any timer: 1 is woken
    QVERIFY(gil.arrive(1, milliseconds(3)));
    QCOMPARE(gil.nextTimer().ns, milliseconds(7).ns); // of 2
    QVERIFY(!gil.fireTimer().requests);               // it has seen the switch to 1
    QVERIFY(gil.fireTimer().requests);
}

void TestGil::forcedDropperWaitsForASwitch()
{
    Schedule schedule;
    Gil gil = makeGil(2);
    gil.request(0, {});
    gil.request(1, {});
    gil.fireTimer();
    const auto released = gil.release(schedule);
    QCOMPARE(released.signalled, ThreadId(1));
    QVERIFY(released.waitsForSwitch);
    const auto taken = gil.arrive(1, milliseconds(6));
    QVERIFY(taken && taken->isSwitch);
    QCOMPARE(taken->resumed, ThreadId(0));
}

void TestGil::voluntaryDropWithoutRequestMayWinBack()
{
    Schedule schedule;
    Gil gil = makeGil(2);
    gil.request(0, {});
    gil.request(1, {});
    const auto released = gil.release(schedule);
    QVERIFY(!released.waitsForSwitch);
    const auto again = gil.request(0, microseconds(10)); // while 1 is still on its way
    QVERIFY(again && !again->isSwitch);
    QVERIFY(!gil.arrive(1, microseconds(50)));
}

void TestGil::voluntaryDropWithRequestIsForcedToo()
{
    Schedule schedule;
    Gil gil = makeGil(2);
    gil.request(0, {});
    gil.request(1, {});
    gil.fireTimer();
    QVERIFY(gil.release(schedule).waitsForSwitch);
    QVERIFY(!gil.dropRequested());
}

void TestGil::wokenWaiterCanLose()
{
    Schedule schedule;
    Gil gil = makeGil(3);
    gil.request(0, {});
    gil.request(1, {});
    QCOMPARE(gil.release(schedule).signalled, ThreadId(1));
    QCOMPARE(gil.nextTimer().ns, SimTime::never().ns); // awake already
    QVERIFY(gil.request(2, microseconds(20)));         // barges
    QVERIFY(!gil.arrive(1, microseconds(50)));
    QVERIFY(gil.isWaiter(1));
    QCOMPARE(gil.deadline(1).ns, (microseconds(50) + interval).ns); // a fresh timer
}

void TestGil::ticksNeverForce()
{
    Schedule schedule;
    Gil gil = makeGil(2, GilModel::Ticks);
    gil.request(0, {});
    QVERIFY(!gil.request(1, {}));
    QCOMPARE(gil.nextTimer().ns, SimTime::never().ns);
    const auto released = gil.release(schedule);
    QCOMPARE(released.signalled, ThreadId(1));
    QVERIFY(!released.waitsForSwitch);
    QVERIFY(gil.request(0, {}));               // takes it straight back
    QVERIFY(!gil.arrive(1, microseconds(50))); // woken for nothing
    QCOMPARE(gil.release(schedule).signalled, ThreadId(1));
}

void TestGil::agreesWithReference()
{
    QFile file(QStringLiteral(IL_SOURCE_DIR "/tests/golden/gil_reference.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString expected = QString::fromUtf8(file.readAll()), actual;
    for (const Scenario& scenario : scenarios()) {
        actual += QString::fromUtf8(scenario.name) + '\n';
        auto holds = GilWorld(scenario.threads, scenario.interval).run(scenario.interval * 60);
        holds.resize(std::min<std::size_t>(holds.size(), 60));
        for (const GilHold& hold : holds)
            actual +=
                QStringLiteral("  T%1 %2 %3\n").arg(hold.thread).arg(hold.taken.ns).arg(hold.released.ns);
    }
    QCOMPARE(actual.split('\n'), expected.split('\n'));
}

void TestGil::loneHolderKeepsIt()
{
    QVERIFY(GilWorld(cpu(1), interval).run(milliseconds(10'000)).empty());
}

/// What facts about CPython's GIL say must hold for any threads and any outcome of the races.
void TestGil::invariants()
{
    QVERIFY(rc::check("of the GIL with a switch interval", [](std::uint64_t seed) {
        auto threads = cpu(*rc::gen::inRange<std::size_t>(0, 5));
        const bool onlyCpu = *rc::gen::arbitrary<bool>() && threads.size() >= 2;
        const auto io = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(50, 9000), rc::gen::inRange(0, 9000)));
        for (std::size_t i = 0; !onlyCpu && i < std::min<std::size_t>(io.size(), 5); ++i)
            threads.push_back({microseconds(io[i].first), microseconds(io[i].second)});
        const std::size_t n = threads.size();
        const auto holds = GilWorld(threads, interval, Schedule::seeded(seed)).run(milliseconds(100));
        SimTime since; // when the present holder came: taking the GIL again is no switch
        for (std::size_t i = 0; i + 1 < holds.size(); ++i) {
            if (i == 0 || holds[i].thread != holds[i - 1].thread)
                since = holds[i].taken;
            RC_ASSERT(holds[i].released <= holds[i + 1].taken); // never two holders
            if (holds[i].forced) {
                RC_ASSERT(holds[i].released - since >= interval);  // a new holder gets a whole interval
                RC_ASSERT(holds[i].thread != holds[i + 1].thread); // and somebody else comes next
            }
            if (onlyCpu && i >= n)
                RC_ASSERT(holds[i].released - holds[i].taken == interval);
        }
    }));
}

void TestGil::copyGoesOnAlike()
{
    Schedule schedule;
    Gil gil = makeGil(3);
    gil.request(0, {});
    gil.request(1, {});
    gil.request(2, microseconds(1));
    Gil copy = gil;
    Schedule copySchedule = schedule;
    for (Gil* g : {&gil, &copy}) {
        g->fireTimer();
        g->fireTimer();
    }
    QCOMPARE(copy.nextTimer().ns, gil.nextTimer().ns);
    QCOMPARE(copy.release(copySchedule).signalled, gil.release(schedule).signalled);
}

QTEST_GUILESS_MAIN(TestGil)
#include "tst_gil.moc"
