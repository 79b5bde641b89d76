#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "charts/busy_cores.h"

#include "trace/recorder.h"
#include "trace/sample_traces.h"

#include <numeric>

using namespace il;
using namespace il::trace;
using namespace il::charts;

class TestBusyCores : public QObject {
    Q_OBJECT

    /// Two cores, 8 ms. Thread 0 runs from 0 to 4 ms, thread 1 from 2 to 6 ms, thread 2 never.
    static Trace twoThreads()
    {
        samples::Recorder r({"two.py", "", "3.13t", 2, {}, "default"});
        r.created(0, "MainThread", noThread);
        r.runs(0, 0);
        r.created(1, "T1", 0);
        r.created(2, "T2", 0);
        r.after(milliseconds(2)).runs(1, 1);
        r.after(milliseconds(2)).done(0);
        r.after(milliseconds(2)).done(1);
        r.after(milliseconds(2));
        return r.finish();
    }

private slots:
    void sharesOfEachStretch()
    {
        const Trace trace = twoThreads();
        QCOMPARE(trace.duration(), milliseconds(8));
        const BusyCores busy = busyCores(trace, Lanes(trace), 8);
        QCOMPARE(busy.cores, 2);
        QCOMPARE(busy.threads.size(), std::size_t{2}); // the third one never ran
        QCOMPARE(busy.threads[0].thread, ThreadId{0});
        QCOMPARE(busy.threads[0].cores, (std::vector<double>{1, 1, 1, 1, 0, 0, 0, 0}));
        QCOMPARE(busy.threads[1].cores, (std::vector<double>{0, 0, 1, 1, 1, 1, 0, 0}));
        QCOMPARE(busy.start(0), SimTime{});
        QCOMPARE(busy.start(3), milliseconds(3));
        QCOMPARE(busy.start(8), milliseconds(8));
    }

    void stretchesThatCutStates()
    {
        const Trace trace = twoThreads();
        const BusyCores busy = busyCores(trace, Lanes(trace), 3); // each 8/3 ms
        QVERIFY(qFuzzyCompare(busy.threads[0].cores[1], 0.5));    // 2.67 to 4 of 2.67 to 5.33
        QVERIFY(qFuzzyCompare(busy.threads[1].cores[0], 0.25));   // 2 to 2.67 of 0 to 2.67
        QCOMPARE(busy.threads[1].cores[1], 1.0);
    }

    void usedUntil_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<double>("used");
        QTest::newRow("start") << qint64{0} << 0.0;
        QTest::newRow("one of two") << qint64{2} << 0.5;
        QTest::newRow("6 of 8") << qint64{4} << 0.75;
        QTest::newRow("whole run") << qint64{8} << 0.5;
        QTest::newRow("beyond") << qint64{80} << 0.5;
    }

    void usedUntil()
    {
        QFETCH(qint64, ms);
        QFETCH(double, used);
        const Trace trace = twoThreads();
        QCOMPARE(charts::usedUntil(trace, Lanes(trace), milliseconds(ms)), used);
    }

    void anEmptyRunHasNoStretches()
    {
        const Trace trace;
        const BusyCores busy = busyCores(trace, Lanes(trace), 10);
        QCOMPARE(busy.stretches, 0);
        QVERIFY(busy.threads.empty());
        QCOMPARE(charts::usedUntil(trace, Lanes(trace), milliseconds(1)), 0.0);
    }

    void neverMoreThanTheCores_data()
    {
        QTest::addColumn<Trace>("trace");
        QTest::newRow("handoff") << samples::gilHandoff();
        QTest::newRow("16 threads") << samples::manyThreads(16);
        QTest::newRow("mutex") << samples::mutexContention();
    }

    void neverMoreThanTheCores()
    {
        QFETCH(Trace, trace);
        const BusyCores busy = busyCores(trace, Lanes(trace), 37);
        for (std::size_t k = 0; k < 37; ++k) {
            double sum = 0;
            for (const BusyThread& thread : busy.threads)
                sum += thread.cores[k];
            QVERIFY(sum <= busy.cores + 1e-9);
        }
    }

    void aCrowdKeepsItsSum()
    {
        const Trace trace = samples::manyThreads(16);
        const BusyCores all = busyCores(trace, Lanes(trace), 20);
        const BusyCores few = crowded(all, 4);
        QCOMPARE(few.threads.size(), std::size_t{5});
        QCOMPARE(few.threads.back().thread, noThread);
        const auto total = [](const BusyCores& busy) {
            return std::accumulate(busy.threads.begin(), busy.threads.end(), 0.0,
                                   [](double sum, const BusyThread& thread) { return sum + thread.total; });
        };
        QVERIFY(std::abs(total(all) - total(few)) < 1e-9);
        QCOMPARE(crowded(all, 40).threads.size(), all.threads.size());
    }
};

QTEST_APPLESS_MAIN(TestBusyCores)
#include "tst_busy_cores.moc"
