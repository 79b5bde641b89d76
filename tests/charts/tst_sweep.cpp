#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "charts/sweep.h"

#include "trace/sample_traces.h"

using namespace il;
using namespace il::trace;
using namespace il::charts;

class TestSweep : public QObject {
    Q_OBJECT

    static Sample sample(double value, std::int64_t ms, std::int64_t workMs, std::uint32_t actors)
    {
        Sample s;
        s.value = value;
        s.duration = milliseconds(ms);
        s.work = milliseconds(workMs);
        s.actors = actors;
        return s;
    }
    /// The same 80 ms of work, shared by 1, 2 and 4 workers, with some overhead.
    static std::vector<Sample> shared()
    {
        return {sample(1, 80, 80, 2), sample(2, 50, 82, 3), sample(4, 32, 86, 5)};
    }
    /// Every worker brings 20 ms of its own.
    static std::vector<Sample> grown()
    {
        return {sample(1, 20, 20, 2), sample(2, 20, 40, 3), sample(4, 40, 80, 5)};
    }

private slots:
    void effects_data()
    {
        QTest::addColumn<bool>("grows");
        QTest::addColumn<bool>("cores");
        QTest::addColumn<bool>("sharesWork");
        QTest::newRow("workers share") << false << false << true;
        QTest::newRow("workers bring") << true << false << true;
        QTest::newRow("cores") << false << true << true;
    }

    void effects()
    {
        QFETCH(bool, grows);
        QFETCH(bool, cores);
        QFETCH(bool, sharesWork);
        const Effect effect = effectOf(grows ? grown() : shared(), cores);
        QCOMPARE(effect.sharesWork, sharesWork);
        QCOMPARE(effect.workGrows, grows);
    }

    void aNumberThatAddsNoThreadSharesNothing()
    {
        const std::vector<Sample> rounds{sample(10, 10, 10, 3), sample(20, 20, 20, 3)};
        QVERIFY((effectOf(rounds, false) == Effect{false, true}));
    }

    void speedUpOfTheSameWork()
    {
        const Plot plotted = plot(shared(), Measure::SpeedUp, {true, false});
        QCOMPARE(plotted.curves.size(), std::size_t{1});
        QVERIFY((plotted.curves[0].points == std::vector<Point>{{1, 1}, {2, 1.6}, {4, 2.5}}));
        QVERIFY((plotted.ideal == std::vector<Point>{{1, 1}, {2, 2}, {4, 4}}));
    }

    void speedUpWhenTheWorkGrows()
    {
        const Plot plotted = plot(grown(), Measure::SpeedUp, {true, true});
        QVERIFY((plotted.curves[0].points == std::vector<Point>{{1, 1}, {2, 2}, {4, 2}}));
    }

    void timeAndItsIdeal_data()
    {
        QTest::addColumn<bool>("shares");
        QTest::addColumn<bool>("grows");
        QTest::addColumn<QList<double>>("ideal");
        QTest::newRow("shared out") << true << false << QList<double>{80, 40, 20};
        QTest::newRow("everybody brings work") << true << true << QList<double>{80, 80, 80};
        QTest::newRow("more work, nobody to share it") << false << true << QList<double>{80, 160, 320};
        QTest::newRow("should not matter") << false << false << QList<double>{80, 80, 80};
    }

    void timeAndItsIdeal()
    {
        QFETCH(bool, shares);
        QFETCH(bool, grows);
        QFETCH(QList<double>, ideal);
        const Plot plotted = plot(shared(), Measure::Time, {shares, grows});
        QVERIFY((plotted.curves[0].points == std::vector<Point>{{1, 80}, {2, 50}, {4, 32}}));
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(plotted.ideal[i].y, ideal[static_cast<qsizetype>(i)]);
    }

    void runsThatDidNotFinishAreLeftOut()
    {
        std::vector<Sample> samples = shared();
        samples[1].finished = false;
        QCOMPARE(plot(samples, Measure::Time, {}).curves[0].points.size(), std::size_t{2});
        samples[0].finished = false;
        QVERIFY(plot(samples, Measure::Time, {}).curves.empty());
    }

    void noIdealWithoutAFirstValue()
    {
        std::vector<Sample> samples = shared();
        samples[0].value = 0;
        QVERIFY(plot(samples, Measure::SpeedUp, {true, false}).ideal.empty());
    }

    void callCostsHaveALineEach()
    {
        std::vector<Sample> samples{sample(10, 1, 1, 1), sample(20, 1, 1, 1)};
        for (std::size_t i = 0; i < 2; ++i) {
            samples[i].callCost[1] = microseconds(static_cast<std::int64_t>(5 + 5 * i));
            samples[i].callCost[3] = microseconds(2);
        }
        QVERIFY(hasMeasure(samples, Measure::CallCost));
        const Plot plotted = plot(samples, Measure::CallCost, {});
        QCOMPARE(plotted.curves.size(), std::size_t{2});
        QCOMPARE(plotted.curves[0].model, 1);
        QVERIFY((plotted.curves[0].points == std::vector<Point>{{10, 5}, {20, 10}}));
        QVERIFY((plotted.ideal == std::vector<Point>{{10, 2}, {20, 2}}));
        QVERIFY(!hasMeasure(shared(), Measure::CallCost));
        QVERIFY(plot(shared(), Measure::CallCost, {}).curves.empty());
    }

    void aSampleOfARun()
    {
        const Trace trace = samples::gilHandoff();
        const Sample taken = sampleOf(3, trace);
        QVERIFY(taken.finished);
        QCOMPARE(taken.value, 3.0);
        QCOMPARE(taken.duration, trace.duration());
        QCOMPARE(taken.actors, std::uint32_t{4});
        QVERIFY(taken.work >= milliseconds(30) &&
                taken.work < milliseconds(31)); // three times 10 ms, and main's bit
        QVERIFY(!sampleOf(1, samples::deadlock()).finished);
        QVERIFY(!sampleOf(1, Trace()).finished);
    }

    void wholeNumbers_data()
    {
        QTest::addColumn<QList<double>>("fromToCount");
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("few") << QList<double>{1, 4, 8} << QList<double>{1, 2, 3, 4};
        QTest::newRow("all") << QList<double>{1, 8, 8} << QList<double>{1, 2, 3, 4, 5, 6, 7, 8};
        QTest::newRow("spread") << QList<double>{0, 100, 5} << QList<double>{0, 25, 50, 75, 100};
    }

    void wholeNumbers()
    {
        QFETCH(QList<double>, fromToCount);
        QFETCH(QList<double>, values);
        const auto found =
            wholeValues(fromToCount[0], fromToCount[1], static_cast<std::size_t>(fromToCount[2]));
        QCOMPARE(QList<double>(found.begin(), found.end()), values);
    }

    void realNumbersSpreadByRatio()
    {
        const auto values = realValues(0.5, 50, 5);
        QCOMPARE(values.size(), std::size_t{5});
        QCOMPARE(values.front(), 0.5);
        QCOMPARE(values.back(), 50.0);
        QVERIFY(qFuzzyCompare(values[1], 1.6) && qFuzzyCompare(values[2], 5.0) &&
                qFuzzyCompare(values[3], 16.0));
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
