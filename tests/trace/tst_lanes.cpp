// The timeline's index against a count by brute force.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "trace/generate_trace.h"
#include "trace/lanes.h"
#include "trace/sample_traces.h"
#include "trace/view.h"

#include <map>

using namespace il;
using namespace il::trace;

class TestLanes : public QObject {
    Q_OBJECT

private slots:
    void lanesOfARun();
    void sharesEqualBruteForce();
    void longLaneEqualsBruteForce();
    void zoomedInFurtherThanANanosecond();
    void wrongQueriesAreEmpty();
    void segmentAtPositionAgreesWithTheFold();
};

namespace {

using Weights = std::map<std::uint16_t, std::int64_t>;

/// What each column has of each value, by going over all segments for every column.
std::vector<Weights> bruteForce(const Lanes& lanes, LaneId id, LaneAxis axis, std::int64_t from,
                                std::int64_t to, int columns)
{
    std::vector<Weights> result(static_cast<std::size_t>(columns));
    const auto segments = lanes.segments(id);
    const auto start = [&](std::size_t i) {
        return axis == LaneAxis::Time ? segments[i].start.ns : std::int64_t{segments[i].step};
    };
    for (int c = 0; c < columns; ++c) {
        const std::int64_t left = c * (to - from), right = left + (to - from);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const std::int64_t end = i + 1 < segments.size() ? start(i + 1) : lanes.length(axis);
            const std::int64_t overlap =
                std::min(right, (end - from) * columns) - std::max(left, (start(i) - from) * columns);
            if (overlap > 0 && segments[i].value != laneBlank)
                result[static_cast<std::size_t>(c)][segments[i].value] += overlap;
        }
    }
    return result;
}

std::vector<Weights> columnsOf(const LaneRuns& runs, int columns)
{
    std::vector<Weights> result(static_cast<std::size_t>(columns));
    for (const LaneRun& run : runs.runs) {
        for (int c = run.begin; c < run.end; ++c) {
            for (const Share& share : runs.shares(run))
                result[static_cast<std::size_t>(c)][share.value] += share.weight;
        }
    }
    return result;
}

bool isTidy(const LaneRuns& runs)
{
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        const LaneRun& run = runs.runs[i];
        if (run.begin >= run.end || run.shareCount == 0)
            return false;
        if (i == 0)
            continue;
        const LaneRun& before = runs.runs[i - 1];
        const auto a = runs.shares(before), b = runs.shares(run);
        if (before.end > run.begin ||
            (before.end == run.begin && std::equal(a.begin(), a.end(), b.begin(), b.end())))
            return false;
    }
    return true;
}

} // namespace

void TestLanes::lanesOfARun()
{
    const Lanes lanes(samples::mutexContention());
    std::vector<LaneId> expected;
    for (std::uint32_t i = 0; i < 4; ++i)
        expected.push_back({LaneKind::Thread, i});
    expected.push_back({LaneKind::Gil, 0});
    expected.push_back({LaneKind::Object, 0});
    QVERIFY(std::equal(lanes.ids().begin(), lanes.ids().end(), expected.begin(), expected.end()));

    const auto lock = lanes.segments({LaneKind::Object, 0});
    std::vector<std::uint16_t> owners;
    for (const Segment& segment : lock)
        owners.push_back(segment.value);
    QCOMPARE(owners, (std::vector<std::uint16_t>{laneBlank, 1, laneBlank, 2, laneBlank, 3, laneBlank}));
}

void TestLanes::sharesEqualBruteForce()
{
    QVERIFY(rc::check("shares", [] {
        const Trace trace = samples::anyTrace();
        const Lanes lanes(trace);
        RC_PRE(!lanes.ids().empty());
        const LaneId id = *rc::gen::elementOf(std::vector<LaneId>(lanes.ids().begin(), lanes.ids().end()));
        const LaneAxis axis = *rc::gen::element(LaneAxis::Time, LaneAxis::Steps);
        const std::int64_t from = *rc::gen::inRange<std::int64_t>(-10, lanes.length(axis) + 5);
        const std::int64_t to = from + *rc::gen::inRange<std::int64_t>(1, lanes.length(axis) + 20);
        const int columns = *rc::gen::inRange(1, 60);
        const LaneRuns runs = lanes.query(id, axis, from, to, columns);
        RC_ASSERT(runs.whole == to - from);
        RC_ASSERT(isTidy(runs));
        RC_ASSERT(columnsOf(runs, columns) == bruteForce(lanes, id, axis, from, to, columns));
    }));
}

void TestLanes::longLaneEqualsBruteForce()
{
    const Lanes lanes(samples::longRun(60'000, 30));
    for (const LaneId id : lanes.ids()) {
        for (const LaneAxis axis : {LaneAxis::Time, LaneAxis::Steps}) {
            const std::int64_t length = lanes.length(axis);
            for (const int columns : {1, 7, 64}) {
                const LaneRuns runs = lanes.query(id, axis, length / 7, length + 1000, columns);
                QVERIFY(columnsOf(runs, columns) ==
                        bruteForce(lanes, id, axis, length / 7, length + 1000, columns));
            }
        }
    }
}

void TestLanes::zoomedInFurtherThanANanosecond()
{
    const Lanes lanes(samples::gilHandoff());
    const auto segments = lanes.segments({LaneKind::Thread, 1});
    const std::int64_t border = segments[3].start.ns; // from here on it runs
    const LaneRuns runs = lanes.query({LaneKind::Thread, 1}, LaneAxis::Time, border - 1, border + 1, 1000);
    QCOMPARE(runs.runs.size(), std::size_t{2});
    QCOMPARE(runs.runs[0].end, 500);
    QCOMPARE(runs.runs[1].begin, 500);
    QCOMPARE(runs.shares(runs.runs[1])[0].value, static_cast<std::uint16_t>(ThreadState::Running));
    QCOMPARE(runs.shares(runs.runs[1])[0].weight, runs.whole);
}

void TestLanes::wrongQueriesAreEmpty()
{
    const Lanes lanes(samples::gilHandoff());
    const LaneId thread{LaneKind::Thread, 1}, unknown{LaneKind::Variable, 9};
    QVERIFY(lanes.query(unknown, LaneAxis::Time, 0, 100, 10).runs.empty());
    QVERIFY(lanes.query(thread, LaneAxis::Time, 100, 100, 10).runs.empty());
    QVERIFY(lanes.query(thread, LaneAxis::Time, 100, 50, 10).runs.empty());
    QVERIFY(lanes.query(thread, LaneAxis::Time, 0, 100, 0).runs.empty());
    QVERIFY(lanes.query(thread, LaneAxis::Time, INT64_MAX - 1, INT64_MAX, 10).runs.empty());
    QVERIFY(!lanes.query(thread, LaneAxis::Time, INT64_MIN, INT64_MAX, 1 << 20).runs.empty());
    QVERIFY(lanes.at(unknown, LaneAxis::Time, 0) == nullptr);
    QVERIFY(Lanes(Trace()).ids().empty());
}

void TestLanes::segmentAtPositionAgreesWithTheFold()
{
    const Trace trace = samples::mutexContention();
    const Lanes lanes(trace);
    for (std::size_t k = 0; k < trace.steps().size(); ++k) {
        const View view = trace.atStep(k);
        const auto step = static_cast<std::int64_t>(k);
        for (std::uint32_t i = 0; i < view.threads.size(); ++i)
            QCOMPARE(lanes.at({LaneKind::Thread, i}, LaneAxis::Steps, step)->value,
                     static_cast<std::uint16_t>(view.threads[i].state));
        QCOMPARE(lanes.at({LaneKind::Gil, 0}, LaneAxis::Steps, step)->value, view.gil().holder);
        QCOMPARE(lanes.at({LaneKind::Object, 0}, LaneAxis::Steps, step)->value, view.objects[0].owner);
    }
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
