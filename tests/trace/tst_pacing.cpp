// Presentation time: bounded, monotonic, invertible.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "trace/generate_trace.h"
#include "trace/pacing.h"
#include "trace/sample_traces.h"

#include <cmath>
#include <limits>

using namespace il;
using namespace il::trace;

class TestPacing : public QObject {
    Q_OBJECT

private slots:
    void everyStepOfAShortRunCanBeSeen_data();
    void everyStepOfAShortRunCanBeSeen();
    void quietStretchesShrink();
    void longRunsEndInTime_data();
    void longRunsEndInTime();
    void roundTripIsExact();
    void monotonic();
    void outsideIsClamped();
};

void TestPacing::everyStepOfAShortRunCanBeSeen_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::newRow("handoff") << samples::gilHandoff();
    QTest::newRow("lost update") << samples::lostUpdate();
    QTest::newRow("mutex") << samples::mutexContention();
    QTest::newRow("deadlock") << samples::deadlock();
    QTest::newRow("empty") << Trace();
}

void TestPacing::everyStepOfAShortRunCanBeSeen()
{
    QFETCH(Trace, trace);
    const PacingOptions options;
    const Pacing pacing(trace, options);
    for (std::size_t k = 2; k < trace.steps().size(); ++k) {
        const auto shown = pacing.presentationAtStep(k) - pacing.presentationAtStep(k - 1);
        QVERIFY(shown.count() >= options.shortest.count() - 1e-6);
        QVERIFY(shown.count() <= options.longest.count() + 1e-6);
        QCOMPARE(pacing.stepAt(pacing.presentationAtStep(k)), k);
    }
    QVERIFY(pacing.presentationLength() >= options.shortest);
    QVERIFY(pacing.presentationLength() <= options.whole + options.shortest);
}

void TestPacing::quietStretchesShrink()
{
    const Trace trace = samples::gilHandoff();
    const Pacing pacing(trace);
    // 5 ms of computing take longer to watch than the 50 us of a hand-over, but not a hundred times as long.
    double quiet = 0, busy = 1e9;
    for (std::size_t k = 2; k < trace.steps().size(); ++k) {
        const double shown = (pacing.presentationAtStep(k) - pacing.presentationAtStep(k - 1)).count();
        const SimTime gap = trace.steps()[k].time - trace.steps()[k - 1].time;
        if (gap >= milliseconds(5))
            quiet = shown;
        else if (gap == microseconds(50))
            busy = shown;
    }
    QVERIFY(quiet > busy);
    QVERIFY(quiet < 5 * busy);
}

void TestPacing::longRunsEndInTime_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::newRow("too many steps") << samples::longRun(100'000);
    QTest::newRow("16 threads") << samples::manyThreads(16);
    QTest::newRow("100 threads") << samples::manyThreads(100);
}

void TestPacing::longRunsEndInTime()
{
    QFETCH(Trace, trace);
    const PacingOptions options;
    const Pacing pacing(trace, options);
    QVERIFY(pacing.presentationLength() <= options.whole + options.shortest);
    QVERIFY(pacing.presentationLength() > options.whole * 0.2);
    QCOMPARE(pacing.simTimeAt(pacing.presentationLength()).ns, trace.duration().ns);
}

void TestPacing::roundTripIsExact()
{
    QVERIFY(rc::check("round trip", [] {
        const Trace trace = samples::anyTrace();
        const Pacing pacing(trace);
        const SimTime t = nanoseconds(*rc::gen::inRange<std::int64_t>(0, trace.duration().ns + 1));
        const SimTime last = trace.steps().back().time;
        RC_ASSERT(pacing.simTimeAt(pacing.presentationAt(t)) == std::min(t, last));
        const std::size_t k = *rc::gen::inRange<std::size_t>(0, trace.steps().size());
        const bool coincides = k == 0 && trace.stepAt(SimTime{}) == 1;
        RC_ASSERT(pacing.stepAt(pacing.presentationAtStep(k)) == (coincides ? 1 : k));
    }));
}

void TestPacing::monotonic()
{
    QVERIFY(rc::check("monotonic", [] {
        const Trace trace = samples::anyTrace();
        const Pacing pacing(trace);
        const auto length = static_cast<int>(pacing.presentationLength().count());
        const int a = *rc::gen::inRange(-10, length + 10), b = *rc::gen::inRange(a, length + 11);
        RC_ASSERT(pacing.simTimeAt(PresentationTime(a)) <= pacing.simTimeAt(PresentationTime(b)));
        const auto end = trace.duration().ns;
        const SimTime s = nanoseconds(*rc::gen::inRange<std::int64_t>(0, end + 1));
        const SimTime t = nanoseconds(*rc::gen::inRange<std::int64_t>(s.ns, end + 1));
        RC_ASSERT(pacing.presentationAt(s) <= pacing.presentationAt(t));
    }));
}

void TestPacing::outsideIsClamped()
{
    const Trace trace = samples::gilHandoff();
    const Pacing pacing(trace);
    QCOMPARE(pacing.simTimeAt(PresentationTime(-5)).ns, 0);
    QCOMPARE(pacing.simTimeAt(PresentationTime(std::nan(""))).ns, 0);
    QCOMPARE(pacing.simTimeAt(PresentationTime(std::numeric_limits<double>::infinity())).ns,
             trace.duration().ns);
    QCOMPARE(pacing.presentationAt(nanoseconds(-5)).count(), 0.0);
    QVERIFY(pacing.presentationAt(SimTime::never()) <= pacing.presentationLength());
    QVERIFY(pacing.presentationAtStep(100'000) <= pacing.presentationLength());
}

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
