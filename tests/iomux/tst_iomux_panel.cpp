// The I/O panel keeps the look's rules and says what the View says.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "iomux/chart.h"
#include "iomux/iomux_panel.h"
#include "iomux/iomux_traces.h"
#include "iomux/meters.h"
#include "iomux/subjects.h"
#include "iomux/texts.h"
#include "panels/panel_rules.h"
#include "trace/query.h"
#include "trace/sample_traces.h"

#include <map>
#include <set>

using namespace il;
using namespace il::tests;
using trace::microseconds;
using trace::milliseconds;
using trace::PollModel;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = iomux::makePanel();
    return *one;
}

const Runs& runs()
{
    static const Runs all{
        {"epoll 1", samples::oneServer(PollModel::Epoll, 1)},
        {"epoll 2", samples::oneServer(PollModel::Epoll, 2)},
        {"select 5", samples::oneServer(PollModel::Select, 5)},
        {"epoll 8", samples::oneServer(PollModel::Epoll, 8)},
        {"select 8", samples::oneServer(PollModel::Select, 8)},
        {"poll 12", samples::oneServer(PollModel::Poll, 12)},
        {"epoll 22", samples::oneServer(PollModel::Epoll, 22)},
        {"select 23", samples::oneServer(PollModel::Select, 23)},
        {"poll 1000", samples::oneServer(PollModel::Poll, 1000)},
        {"epoll 10000", samples::oneServer(PollModel::Epoll, 10'000)},
        {"edge 5", samples::oneServer(PollModel::Epoll, 5, true)},
        {"models 2", samples::threeModels(2)},
        {"models 8", samples::threeModels(8)},
        {"models 12", samples::threeModels(12)},
        {"models 1000", samples::threeModels(1000)},
        {"threads 2", samples::threadPerConnection(2)},
        {"threads 5", samples::threadPerConnection(5)},
        {"threads 12", samples::threadPerConnection(12)},
        {"threads 100", samples::threadPerConnection(100)},
        {"sweep", samples::costSweep()},
        {"zoo", samples::descriptorZoo()},
    };
    return all;
}

const Trace& run(const char* name)
{
    return runOf(runs(), name);
}

scene::DisplayList pictureAt(const char* name, std::int64_t at)
{
    return pictureOf(panel(), run(name), run(name).stepAt(microseconds(at)));
}

} // namespace

class TestIomuxPanel : public QObject {
    Q_OBJECT

private slots:
    void rules_data() { addRuleRows(runs()); }
    void rules() { checkRules(panel(), runs(), thisRun(runs()).files().size() > 100 ? 6 : 40); }

    void colourIsNeverAlone_data() { addRuns(runs()); }
    /// What a call has looked at is counted beside the table; which model looks, its heading says.
    void colourIsNeverAlone()
    {
        checkColourIsNeverAlone(
            panel(), thisRun(runs()),
            {QStringLiteral("iomux/fd/"), QStringLiteral("iomux/set/"), QStringLiteral("iomux/scan")});
    }

    void metersAreTheEvents_data() { addRuns(runs()); }
    /// Counted anew from the events: what the calls that have returned looked at, and how many these were.
    void metersAreTheEvents()
    {
        const Trace& trace = thisRun(runs());
        for (const std::size_t step : someSteps(trace, 6)) {
            std::map<trace::ThreadId, std::int64_t> under;
            std::map<int, std::int64_t> examined, calls;
            for (const trace::Event& e : trace.events().first(trace.steps()[step].end)) {
                if (e.kind == trace::EventKind::PollCalled)
                    under[e.thread] = 0;
                else if (e.kind == trace::EventKind::PollScanned)
                    under[e.thread] += e.value;
                else if (e.kind == trace::EventKind::PollReturned) {
                    examined[e.flags] += under[e.thread];
                    ++calls[e.flags];
                }
            }
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (const PollModel model : iomux::modelsOf(trace)) {
                const iomux::Examined found = iomux::examinedBy(trace.atStep(step), model);
                const int id = static_cast<int>(model);
                QCOMPARE(static_cast<std::int64_t>(found.descriptors), examined[id]);
                QCOMPARE(static_cast<std::int64_t>(found.calls), calls[id]);
                const QString bar = QStringLiteral("iomux/meter/") + iomux::modelName(model);
                if (find(list, bar))
                    QCOMPARE(textOf(list, bar + QStringLiteral("/value")),
                             iomux::numberText(
                                 static_cast<std::uint64_t>((examined[id] + calls[id] / 2) / calls[id])));
            }
        }
    }

    void barsAreToScale()
    {
        const scene::DisplayList list = pictureAt("models 8", 2500);
        const double select = rectOf(list, QStringLiteral("iomux/meter/select")).width();
        QCOMPARE(rectOf(list, QStringLiteral("iomux/meter/poll")).width(), select);
        QCOMPARE(qRound(select / rectOf(list, QStringLiteral("iomux/meter/epoll")).width()), 16);
        QCOMPARE(textOf(list, QStringLiteral("iomux/meter/select/value")), QStringLiteral("16"));
        QCOMPARE(textOf(list, QStringLiteral("iomux/meter/epoll/value")), QStringLiteral("1"));
    }

    void farAwayFollowsTheModelsRules()
    {
        QCOMPARE(iomux::examinedByRule(PollModel::Select, 1024, 2), std::optional<std::uint64_t>(1024));
        QVERIFY(!iomux::examinedByRule(PollModel::Select, 1025, 2));
        QCOMPARE(iomux::examinedByRule(PollModel::Poll, 10'000, 2), std::optional<std::uint64_t>(10'000));
        QCOMPARE(iomux::examinedByRule(PollModel::Epoll, 10'000, 2), std::optional<std::uint64_t>(2));
        QCOMPARE(iomux::examinedByRule(PollModel::Epoll, 1, 2), std::optional<std::uint64_t>(1));
        const scene::DisplayList list = pictureAt("epoll 8", 3000);
        QCOMPARE(textOf(list, QStringLiteral("iomux/far/epoll")), QStringLiteral("2"));
        QCOMPARE(textOf(list, QStringLiteral("iomux/far/poll")), iomux::numberText(10'000));
    }

    void readyDescriptorsAreLinkedToTheList()
    {
        const scene::DisplayList list = pictureAt("epoll 8", 3000);
        for (const int file : {2, 5}) {
            const QRectF entry = rectOf(list, QStringLiteral("iomux/entry/%1").arg(file));
            QVERIFY(within(rectOf(list, QStringLiteral("iomux/list")), entry));
            const auto& way =
                std::get<scene::Path>(find(list, QStringLiteral("iomux/link/%1").arg(file))->shape).points;
            QVERIFY(std::abs(way.back().y() - entry.center().y()) < 0.5);
            QVERIFY(std::abs(way.front().y() -
                             rectOf(list, QStringLiteral("iomux/fd/0/%1").arg(file + 4)).center().y()) < 0.5);
        }
        QCOMPARE(idsLike(list, QStringLiteral("iomux/link/"), {}).size(), 2);
        QCOMPARE(textOf(list, QStringLiteral("iomux/thread/0/call")), QStringLiteral("poll() → [6, 9]"));
        QVERIFY(idsLike(pictureAt("epoll 8", 1500), QStringLiteral("iomux/link/"), {}).isEmpty());
    }

    void edgeTriggeredForgetsWhatWasLeft()
    {
        const scene::DisplayList list = pictureAt("edge 5", 6500);
        QVERIFY(
            textOf(list, QStringLiteral("iomux/list/empty/0")).startsWith(QStringLiteral("empty, while 1")));
        QVERIFY(find(list, QStringLiteral("iomux/fd/0/6/byte/0")));
        const QColor bad =
            scene::Theme::of(scene::ThemeId::Paper).mark(scene::Theme::of(scene::ThemeId::Paper).bad);
        QCOMPARE(find(list, QStringLiteral("iomux/fd/0/6"))->stroke.color, bad);
        QCOMPARE(find(list, QStringLiteral("iomux/list"))->stroke.color, bad);
        // While it handles the report, or has read everything, nothing is wrong.
        for (const std::int64_t at : {3000, 4000})
            QVERIFY(find(pictureAt("edge 5", at), QStringLiteral("iomux/fd/0/6"))->stroke.color != bad);
        for (const char* id : {"iomux/list", "iomux/fd/0/6"})
            QVERIFY(find(pictureAt("epoll 8", 6500), QString::fromLatin1(id))->stroke.color != bad);
        QCOMPARE(textOf(list, QStringLiteral("iomux/fd/0/6/marks")), QStringLiteral("ET"));
        QCOMPARE(textOf(list, QStringLiteral("iomux/thread/0/says")),
                 QStringLiteral("asleep until one is ready"));
        QVERIFY(find(pictureAt("epoll 8", 5005), QStringLiteral("iomux/entry/2")));
    }

    /// From above the first descriptor to below the last one, and away when nobody scans.
    void scanMovesOverTheSet()
    {
        const QString cursor = QStringLiteral("iomux/set/0/cursor");
        const scene::DisplayList after = pictureAt("select 8", 2500);
        QVERIFY(rectOf(after, cursor).top() >= rectOf(after, QStringLiteral("iomux/fd/0/11")).bottom());
        QVERIFY(!find(pictureAt("select 8", 2000), cursor)); // asleep
        QVERIFY(!find(pictureAt("select 8", 4000), cursor)); // reads
        QVERIFY(!find(pictureAt("epoll 8", 2500), cursor));
        const Trace& trace = run("select 8");
        bool begins = false;
        for (std::size_t step = 0; step < trace.steps().size(); ++step) {
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            begins |= find(list, cursor) &&
                      rectOf(list, cursor).bottom() <= rectOf(list, QStringLiteral("iomux/fd/0/4")).top();
        }
        QVERIFY(begins);
    }

    void scanTintsWhatItHasSeen()
    {
        const auto fill = [](std::int64_t at) {
            const scene::DisplayList list = pictureAt("select 8", at);
            return find(list, QStringLiteral("iomux/fd/0/4"))->fill.color;
        };
        QVERIFY(fill(2500) != fill(2000)); // being scanned; asleep
        QCOMPARE(fill(4000), fill(2000));
    }

    void callsAndResults_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::newRow("asleep") << QByteArray("select 8") << 1500 << "iomux/thread/0/call"
                                << "select() …";
        QTest::newRow("reported") << QByteArray("select 8") << 3000 << "iomux/thread/0/call"
                                  << "select() → [6, 9]";
        QTest::newRow("recv") << QByteArray("epoll 8") << 4000 << "iomux/thread/0/call"
                              << "recv(6) → 1 B";
        QTest::newRow("found by select") << QByteArray("select 8") << 3000 << "iomux/entry/2/text"
                                         << "fd 6  rlist";
        QTest::newRow("found by poll") << QByteArray("poll 12") << 3000 << "iomux/entry/2/text"
                                       << "fd 6  POLLIN";
        QTest::newRow("listed") << QByteArray("epoll 8") << 3000 << "iomux/entry/2/text"
                                << "fd 6  EPOLLIN";
        QTest::newRow("scan, later") << QByteArray("select 8") << 4500 << "iomux/scan/text"
                                     << "examined 8 of 8";
        QTest::newRow("EAGAIN") << QByteArray("zoo") << 3000 << "iomux/thread/0/call"
                                << "recv(5) → EAGAIN";
        QTest::newRow("would wait") << QByteArray("zoo") << 3000 << "iomux/thread/0/says"
                                    << "would have to wait";
        QTest::newRow("blocked") << QByteArray("threads 5") << 1500 << "iomux/reader/5/call"
                                 << "recv …";
        QTest::newRow("got it") << QByteArray("threads 5") << 2500 << "iomux/reader/4/call"
                                << "recv → 12 B";
        QTest::newRow("asleep threads") << QByteArray("threads 12") << 2500 << "iomux/figure/waiting"
                                        << "11";
        QTest::newRow("listener") << QByteArray("zoo") << 2000 << "iomux/fd/0/3/bytes"
                                  << "3";
        QTest::newRow("bytes") << QByteArray("zoo") << 2000 << "iomux/fd/0/4/bytes"
                               << "12 B";
        QTest::newRow("marks") << QByteArray("zoo") << 2000 << "iomux/fd/0/5/marks"
                               << QStringLiteral("ET 1×");
    }
    void callsAndResults()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        QFETCH(QString, id);
        QFETCH(QString, text);
        QCOMPARE(textOf(pictureAt(run.constData(), time), id), text);
    }

    void chartIsWhatTheCallsCost()
    {
        const Trace& trace = run("sweep");
        const auto curves = iomux::costCurves(trace, trace.duration());
        QCOMPARE(curves.size(), std::size_t{3});
        QCOMPARE(curves[0].points.size(), std::size_t{2}); // select has a limit
        QCOMPARE(curves[1].points.size(), std::size_t{3});
        QCOMPARE(curves[1].points[2].size, 10'000u);
        QCOMPARE(curves[1].points[2].cost.ns, 600 + 34 * 10'000);
        QCOMPARE(curves[2].points[2].cost.ns, 700);
        QVERIFY(iomux::costCurves(trace, {}).empty());
        QVERIFY(iomux::hasChart(trace));
        QVERIFY(!iomux::hasChart(run("epoll 8")));
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1);
        QVERIFY(rectOf(list, QStringLiteral("iomux/chart/poll/point/10000")).top() <
                rectOf(list, QStringLiteral("iomux/chart/epoll/point/10000")).top());
    }

    /// A server's set shrinks as its clients leave: that measures nothing.
    void oneModelIsNoComparison()
    {
        trace::TraceBuilder builder;
        for (const int size : {12, 6, 1}) {
            builder.add({milliseconds(13 - size), trace::EventKind::PollCalled, 3, 0, 0, size});
            builder.add({milliseconds(13 - size), trace::EventKind::PollReturned, 3, 0, 0, 1});
        }
        QVERIFY(!iomux::hasChart(builder.finish({})));
    }

    /// On the timeline, once they have happened, and only what arrives at descriptors that are shown.
    void arrivalsAreMarked()
    {
        const auto dots = [](const scene::DisplayList& list) {
            std::vector<double> at;
            for (const scene::Item& item : list.items)
                if (item.id.startsWith(QLatin1String("timeline/arrival/")) &&
                    item.role == scene::Role::Marker)
                    at.push_back(scene::bounds(item).center().x());
            return at;
        };
        const Trace& trace = run("threads 5");
        std::vector<double> last;
        for (const std::size_t step : someSteps(trace, 40)) {
            std::set<std::int64_t> times;
            for (const trace::Event& e : trace.events().first(trace.steps()[step].end))
                if (e.kind == trace::EventKind::BytesArrived)
                    times.insert(e.time.ns);
            const std::vector<double> found = dots(pictureOf(panel(), trace, step));
            QCOMPARE(found.size(), times.size());
            QVERIFY(std::equal(last.begin(), last.end(), found.begin())); // they stay where they are
            last = found;
        }
        QVERIFY(!last.empty());
        QVERIFY(find(pictureOf(panel(), trace, 0), QStringLiteral("timeline/arrival/legend")));
        QVERIFY(panel().arrivals(samples::lostUpdate()).empty());
        QVERIFY(
            !find(pictureOf(panel(), samples::lostUpdate(), 0), QStringLiteral("timeline/arrival/legend")));
    }

    /// Asleep, a call costs nothing.
    void sleepIsNotACost()
    {
        const auto curves = iomux::costCurves(run("epoll 8"), run("epoll 8").duration());
        QCOMPARE(curves.front().points.front().cost, microseconds((500 + 10) / 2));
    }

    void manyDescriptorsMakeFewItems()
    {
        const Trace& trace = run("epoll 10000");
        for (const std::size_t step : someSteps(trace, 6))
            QVERIFY(pictureOf(panel(), trace, step).items.size() < 400);
    }

    void everyDescriptorHasItsCell()
    {
        for (const int count : {23, 100, 999, 1000, 10'000}) {
            iomux::Subjects subjects;
            subjects.groups.push_back({0, std::vector<iomux::Descriptor>(static_cast<std::size_t>(count))});
            const QRectF area(0, 0, 1080, 300);
            const iomux::Plan plan = iomux::planFor(area, subjects, false);
            const iomux::Grid& grid = plan.groups.front().descriptors.grid;
            QVERIFY(grid.columns * grid.rows >= count);
            QVERIFY((grid.rows - 1) * grid.columns < count);
            for (const int i : {0, count / 2, count - 1})
                QVERIFY(within(grid.area, grid.cell(static_cast<std::size_t>(i))));
            QVERIFY(within(area, grid.area));
            QVERIFY(within(area, plan.meters));
        }
    }

    void subjects()
    {
        const iomux::Subjects models = iomux::subjectsOf(run("models 8"));
        QCOMPARE(models.groups.size(), std::size_t{3});
        QCOMPARE(models.groups[2].descriptors.size(), std::size_t{8});
        QCOMPARE(models.groups[2].descriptors.front().number, 21);
        QVERIFY(models.polls());
        QVERIFY(!iomux::subjectsOf(run("threads 5")).polls());
        QCOMPARE(iomux::subjectsOf(run("threads 5")).groups.front().descriptors.size(), std::size_t{5});
    }

    void nothingToShow()
    {
        QVERIFY(!panel().hasSubject(Trace()));
        QVERIFY(!panel().hasSubject(samples::lostUpdate()));
        QVERIFY(panel().hasSubject(run("threads 2")));
        QVERIFY(panel().hasSubject(run("epoll 1")));
    }

    void quantities_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* run, const char* expression, const char* value) {
            QTest::newRow(expression) << QByteArray(run) << QByteArray(expression) << QByteArray(value);
        };
        row("select 8", "calls(select)", "2");
        row("select 8", "wakeups(select)", "2");
        row("select 8", "examined(select)", "24"); // the first call had to sleep: twice; the second once
        row("select 8", "reported(select)", "3");
        row("epoll 8", "examined(epoll)", "3");
        row("epoll 8", "calls(poll)", "0");
        row("sweep", "cost(epoll)", "700 ns");
        row("sweep", "cost(poll) > 100 * cost(epoll)", "true");
        row("zoo", "buffered(r)", "12");
        row("zoo", "buffered(4)", "12");
        row("zoo", "listed(r)", "true");
        row("zoo", "sent(client)", "4");
        row("zoo", "received(server)", "3");
        row("edge 5", "read(6)", "1");
        row("zoo", "failed(recv)", "1");
        row("zoo", "syscalls(recv)", "1");
        row("threads 5", "failed(recv)", "0");
    }
    void quantities()
    {
        QFETCH(QByteArray, run);
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, value);
        const Trace& trace = ::run(run.constData());
        const auto found = trace::query(trace, trace.duration(), expression.toStdString());
        QVERIFY2(found, found ? "" : found.error().c_str());
        QCOMPARE(QByteArray::fromStdString(trace::text(*found)), value);
        QVERIFY(!trace::query(trace, trace.duration(), "calls(kqueue)"));
        QVERIFY(!trace::query(trace, trace.duration(), "buffered(nobody)"));
    }

    void golden_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::newRow("returned") << QByteArray("epoll 8") << 3000;
        QTest::newRow("scan") << QByteArray("select 8") << 2500;
        QTest::newRow("zoo") << QByteArray("zoo") << 3000;
        QTest::newRow("models") << QByteArray("models 8") << 2010;
        QTest::newRow("threads") << QByteArray("threads 5") << 2500;
        QTest::newRow("thousand") << QByteArray("poll 1000") << 2500;
        QTest::newRow("chart") << QByteArray("sweep") << 1'000'000;
    }
    void golden()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        compareWithGolden(pictureAt(run.constData(), time), panel());
    }
};

QTEST_MAIN(TestIomuxPanel)
#include "tst_iomux_panel.moc"
