#include "scene/layout_rules.h"
#include "window_test.h"

#include "app/twins/compare_dialog.h"
#include "app/twins/comparing.h"
#include "app/twins/line_diff.h"
#include "app/twins/twin_files.h"
#include "app/twins/twins_page.h"
#include "app/twins/twins_stage.h"

#include "scene/beside.h"
#include "trace/query.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

#include <set>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;
using trace::EventKind;

namespace {

/// A run of nothing but lines at these times.
trace::Trace linesAt(const std::vector<std::int64_t>& times, const std::string& source = "x",
                     const std::vector<std::uint32_t>& lines = {})
{
    trace::TraceBuilder builder;
    for (std::size_t i = 0; i < times.size(); ++i)
        builder.add({.time = trace::nanoseconds(times[i]),
                     .kind = EventKind::Line,
                     .object = i < lines.size() ? lines[i] : 1});
    trace::RunInfo info;
    info.source = source;
    return builder.finish(info);
}

LessonPtr lessonOf(const QString& path)
{
    const auto lesson =
        loadLesson(std::filesystem::path((QStringLiteral(IL_SOURCE_DIR "/") + path).toStdString()));
    if (!lesson)
        qFatal("the lesson %s doesn't load", qPrintable(path));
    return *lesson;
}

RunPtr runOf(const QString& lesson, const std::string& script, const RunOptions& options = {})
{
    const LessonPtr loaded = lessonOf(lesson);
    for (std::size_t i = 0; i < loaded->scripts.size(); ++i)
        if (loaded->scripts[i].name == script)
            return execute(loaded, i, options, *prepare(loaded->scripts[i].metadata, options));
    qFatal("there is no such script");
}

TwinsPtr brokenAndMended()
{
    return makeTwins(runOf(u"resources/lessons/lost-update"_s, "broken"),
                     runOf(u"resources/lessons/lost-update"_s, "mended"));
}

const FigureRow* rowOf(const std::vector<FigureRow>& rows, const QString& id)
{
    for (const FigureRow& row : rows)
        if (row.id == id)
            return &row;
    return nullptr;
}

const scene::Words& english()
{
    return scene::Words::of(scene::Language::English);
}

} // namespace

Q_DECLARE_METATYPE(std::vector<std::int64_t>)
Q_DECLARE_METATYPE(std::vector<std::size_t>)
Q_DECLARE_METATYPE(il::app::RunFigures)

class TestTwins : public WindowTest {
    Q_OBJECT

    /// By the keys that a lecturer uses: with the lesson's next script.
    void compare()
    {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<CompareDialog*>() != nullptr);
        QTest::keyClick(child<QListWidget>("compareList"), Qt::Key_Return);
        QTRY_VERIFY(m_window->comparing().isOn());
    }

    TwinsPage& page() { return *m_window->comparing().page(); }
    void key(Qt::Key key) { QTest::keyClick(&page().stage(), key); }
    void rest() { pass(m_clock, page().player(), Player::tweenMs + 20); }

private slots:
    void initTestCase() { useOwnSettings(); }
    void cleanup() { closeWindow(); }

    // --- the clock

    void clockGoesWhereEitherRunGoes_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("left");
        QTest::addColumn<std::vector<std::int64_t>>("right");
        QTest::addColumn<std::vector<std::size_t>>("leftSteps");
        QTest::addColumn<std::vector<std::size_t>>("rightSteps");
        using Times = std::vector<std::int64_t>;
        using Steps = std::vector<std::size_t>;
        QTest::newRow("in turn") << Times{5, 20} << Times{10} << Steps{0, 1, 1, 2} << Steps{0, 0, 1, 1};
        QTest::newRow("at once") << Times{5, 9} << Times{5, 9} << Steps{0, 1, 2} << Steps{0, 1, 2};
        QTest::newRow("from the start") << Times{0, 4} << Times{2} << Steps{0, 1, 1, 2} << Steps{0, 0, 1, 1};
        QTest::newRow("one is empty") << Times{} << Times{3, 4} << Steps{0, 0, 0} << Steps{0, 1, 2};
        QTest::newRow("both are") << Times{} << Times{} << Steps{0} << Steps{0};
        QTest::newRow("the shorter one stays")
            << Times{1} << Times{1, 100, 200} << Steps{0, 1, 1, 1} << Steps{0, 1, 2, 3};
    }

    void clockGoesWhereEitherRunGoes()
    {
        QFETCH(std::vector<std::int64_t>, left);
        QFETCH(std::vector<std::int64_t>, right);
        QFETCH(std::vector<std::size_t>, leftSteps);
        QFETCH(std::vector<std::size_t>, rightSteps);
        const LinkedClock clock(linesAt(left), linesAt(right));
        QCOMPARE(clock.steps(), leftSteps.size());
        for (std::size_t step = 0; step < clock.steps(); ++step) {
            QCOMPARE(clock.atStep(step).left.step, leftSteps[step]);
            QCOMPARE(clock.atStep(step).right.step, rightSteps[step]);
        }
        QCOMPARE(clock.atStep(clock.steps() + 7), clock.atStep(clock.steps() - 1));
    }

    void momentsAreThoseOfTheRunsThemselves_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::newRow("broken and mended")
            << u"resources/lessons/lost-update"_s << u"broken"_s << u"mended"_s;
        QTest::newRow("GIL and none")
            << u"resources/lessons/gil-free-threading"_s << u"with_gil"_s << u"without_gil"_s;
        QTest::newRow("threads and processes")
            << u"resources/lessons/threads-or-processes"_s << u"computing"_s << u"computing_processes"_s;
        QTest::newRow("deadlock and none")
            << u"resources/lessons/deadlock-two-locks"_s << u"broken"_s << u"mended"_s;
    }

    void momentsAreThoseOfTheRunsThemselves()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, left);
        QFETCH(QString, right);
        const TwinsPtr twins =
            makeTwins(runOf(lesson, left.toStdString()), runOf(lesson, right.toStdString()));
        const LinkedClock& clock = twins->clock;
        std::size_t leftSeen = 0, rightSeen = 0;
        for (std::size_t step = 0; step < clock.steps(); ++step) {
            const TwinMoments moments = clock.atStep(step);
            const trace::SimTime now = clock.trace().steps()[step].time;
            QCOMPARE(moments.left.now, std::min(now, twins->left->trace().duration()));
            QCOMPARE(moments.right.now, std::min(now, twins->right->trace().duration()));
            // Every step of each run is passed, none is leapt over.
            QVERIFY(moments.left.step == leftSeen || moments.left.step == leftSeen + 1);
            QVERIFY(moments.right.step == rightSeen || moments.right.step == rightSeen + 1);
            leftSeen = moments.left.step;
            rightSeen = moments.right.step;
            if (step == 0 || step % 7 != 0)
                continue; // a replay of each would take long
            const trace::Trace& run = twins->left->trace();
            const trace::View shown = trace::advanced(run.atStep(moments.left.step), moments.left.now);
            const trace::View replayed = run.at(moments.left.now);
            if (run.steps()[moments.left.step].time == moments.left.now)
                QVERIFY(shown == replayed);
            // Between its steps only calls and returns can have happened, which change no picture.
            QCOMPARE(shown.threads.size(), replayed.threads.size());
            for (std::size_t i = 0; i < shown.threads.size(); ++i)
                QVERIFY(shown.threads[i].state == replayed.threads[i].state &&
                        shown.threads[i].ran == replayed.threads[i].ran);
        }
        QCOMPARE(leftSeen + 1, twins->left->trace().steps().size());
        QCOMPARE(rightSeen + 1, twins->right->trace().steps().size());
        QCOMPARE(clock.trace().duration(),
                 std::max(twins->left->trace().duration(), twins->right->trace().duration()));
    }

    void forwardAndBackAreEqual()
    {
        const TwinsPtr twins = brokenAndMended();
        Player player(m_clock);
        player.setRun(twins->clock.trace(), twins->cues);
        const auto now = [&] { return twins->clock.at(player.moment().step, player.moment().now); };
        std::vector<TwinMoments> there{now()};
        for (int i = 0; i < 40; ++i) {
            player.stepForward();
            pass(m_clock, player, Player::tweenMs + 20);
            QVERIFY(!(now() == there.back()));
            there.push_back(now());
        }
        for (auto before = there.rbegin() + 1; before != there.rend(); ++before) {
            player.stepBack();
            pass(m_clock, player, Player::tweenMs + 20);
            QCOMPARE(now(), *before);
        }
    }

    void playingKeepsToTheClock()
    {
        const TwinsPtr twins = brokenAndMended();
        Player player(m_clock);
        player.setRun(twins->clock.trace(), {});
        player.play();
        for (int i = 0; i < 300; ++i) {
            pass(m_clock, player, 50);
            const TwinMoments moments = twins->clock.at(player.moment().step, player.moment().now);
            QVERIFY(moments.left.now >= twins->left->trace().steps()[moments.left.step].time);
            QVERIFY(moments.right.now >= twins->right->trace().steps()[moments.right.step].time);
        }
        QVERIFY(player.moment().step > 0);
    }

    // --- where they part

    void parting_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("leftTimes");
        QTest::addColumn<std::vector<std::int64_t>>("leftLines");
        QTest::addColumn<std::vector<std::int64_t>>("rightTimes");
        QTest::addColumn<std::vector<std::int64_t>>("rightLines");
        QTest::addColumn<qint64>("left"); // -1: ended; -2: they don't part
        QTest::addColumn<qint64>("right");
        using N = std::vector<std::int64_t>;
        QTest::newRow("the same") << N{1, 2} << N{1, 2} << N{1, 2} << N{1, 2} << qint64(-2) << qint64(-2);
        QTest::newRow("only slower") << N{1, 2} << N{1, 2} << N{5, 9} << N{1, 2} << qint64(-2) << qint64(-2);
        QTest::newRow("another line")
            << N{1, 2, 3} << N{1, 2, 3} << N{1, 4, 9} << N{1, 7, 3} << qint64(2) << qint64(4);
        QTest::newRow("one ends") << N{1, 2} << N{1, 2} << N{1} << N{1} << qint64(2) << qint64(-1);
        QTest::newRow("at once") << N{3} << N{1} << N{2} << N{2} << qint64(3) << qint64(2);
    }

    void parting()
    {
        QFETCH(std::vector<std::int64_t>, leftTimes);
        QFETCH(std::vector<std::int64_t>, leftLines);
        QFETCH(std::vector<std::int64_t>, rightTimes);
        QFETCH(std::vector<std::int64_t>, rightLines);
        QFETCH(qint64, left);
        QFETCH(qint64, right);
        const auto lines = [](const std::vector<std::int64_t>& numbers) {
            return std::vector<std::uint32_t>(numbers.begin(), numbers.end());
        };
        const auto parted = divergence(linesAt(leftTimes, "x", lines(leftLines)),
                                       linesAt(rightTimes, "x", lines(rightLines)));
        QCOMPARE(parted.has_value(), left != -2);
        if (!parted)
            return;
        QCOMPARE(parted->left ? parted->left->ns : -1, left);
        QCOMPARE(parted->right ? parted->right->ns : -1, right);
        QCOMPARE(parted->first().ns, left < 0 ? right : right < 0 ? left : std::min(left, right));
    }

    void onlyOneProgramCanPart()
    {
        QVERIFY(!divergence(linesAt({1}, "a"), linesAt({1, 2}, "b")));
        QVERIFY(!brokenAndMended()->divergence);
    }

    void withoutGilThreadsGoOtherWays()
    {
        const QString lesson = u"tests/app/lessons/counter"_s;
        RunOptions free;
        free.python = "3.13t";
        const RunPtr with = runOf(lesson, "first");
        QVERIFY(!makeTwins(with, runOf(lesson, "first"))->divergence);
        const TwinsPtr twins = makeTwins(with, runOf(lesson, "first", free));
        QVERIFY(twins->divergence);
        const std::size_t step = *twins->divergenceStep();
        QCOMPARE(twins->clock.trace().steps()[step].time, twins->divergence->first());
        QVERIFY(std::any_of(twins->cues.begin(), twins->cues.end(), [step](const scene::CueMark& cue) {
            return cue.name == u"≠"_s && cue.step == step;
        }));
    }

    // --- which lines differ

    void linesThatDiffer_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("marked"); // numbers of the left | of the right
        QTest::newRow("the same") << u"a b c"_s << u"a b c"_s << u"|"_s;
        QTest::newRow("one more") << u"a c"_s << u"a b c"_s << u"|2"_s;
        QTest::newRow("one less") << u"a b c"_s << u"a c"_s << u"2|"_s;
        QTest::newRow("another") << u"a b c"_s << u"a x c"_s << u"2|2"_s;
        QTest::newRow("in two places") << u"a b c d e"_s << u"a x c y e"_s << u"2 4|2 4"_s;
        QTest::newRow("moved") << u"a b c"_s << u"b c a"_s << u"1|3"_s;
        QTest::newRow("blank lines") << u"a . b"_s << u"a b"_s << u"|"_s;
        QTest::newRow("nothing in common") << u"a"_s << u"b"_s << u"1|1"_s;
        QTest::newRow("nothing") << QString() << u"b"_s << u"|1"_s;
    }

    void linesThatDiffer()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, marked);
        const auto lines = [](const QString& text) {
            std::vector<NumberedLine> all;
            for (const QString& line : text.split(u' ', Qt::SkipEmptyParts))
                all.push_back({static_cast<int>(all.size()) + 1, line == "."_L1 ? u"  "_s : line});
            return all;
        };
        const auto text = [](const std::set<int>& numbers) {
            QStringList all;
            for (const int number : numbers)
                all.append(QString::number(number));
            return all.join(u' ');
        };
        const auto [a, b] = differingLines(lines(left), lines(right));
        QCOMPARE(text(a) + u'|' + text(b), marked);
    }

    // --- figures

    void figuresAreTheRuns()
    {
        const TwinsPtr twins = brokenAndMended();
        const auto& [left, right] = twins->atEnd;
        const auto lost = trace::query(twins->left->trace(), {}, "lost");
        QCOMPARE(std::int64_t(left.lostUpdates), std::get<std::int64_t>(*lost));
        QVERIFY(left.lostUpdates > 0);
        QCOMPARE(right.lostUpdates, 0u);
        QCOMPARE(left.time, twins->left->trace().duration());
        QVERIFY(left.utilisation > 0 && left.utilisation <= 1);
        QVERIFY(twins->left->result.out.find(left.printed.toStdString()) != std::string::npos);
        QVERIFY(!left.printed.isEmpty());
        const auto [noneLeft, noneRight] = figuresAt(*twins, twins->clock.atStep(0));
        QCOMPARE(noneLeft.time, trace::SimTime{});
        QCOMPARE(noneLeft.switches, 0u);
        QCOMPARE(noneRight.printed, QString());
    }

    void coresBusyIsWhatRan()
    {
        trace::TraceBuilder builder;
        const auto add = [&builder](std::int64_t time, EventKind kind, trace::ThreadId thread,
                                    std::int64_t value) {
            builder.add({.time = trace::nanoseconds(time), .kind = kind, .thread = thread, .value = value});
        };
        add(0, EventKind::ThreadCreated, 0, trace::noThread);
        add(0, EventKind::ThreadRunning, 0, 0);
        add(10, EventKind::ThreadCreated, 1, 0);
        add(25, EventKind::ThreadDone, 0, 0);
        add(25, EventKind::ThreadRunning, 1, 0);
        add(50, EventKind::ThreadDone, 1, 0);
        add(100, EventKind::RunEnded, 0, 0);
        Run run;
        run.config.cores = 2;
        run.result.trace = builder.finish({});
        const auto switches = switchesOf(run.trace());
        const auto at = [&](std::int64_t ns) {
            const trace::SimTime time = trace::nanoseconds(ns);
            return figuresAt(run, run.trace().at(time), run.trace().stepAt(time), switches);
        };
        QCOMPARE(at(20).utilisation, 0.5);
        QCOMPARE(at(100).utilisation, 0.25);
        QCOMPARE(at(20).switches, 0u);
        QCOMPARE(at(25).switches, 1u);
    }

    void deadlockIsTold()
    {
        const QString lesson = u"resources/lessons/deadlock-two-locks"_s;
        const TwinsPtr twins = makeTwins(runOf(lesson, "broken"), runOf(lesson, "mended"));
        const auto rows = compared(twins->atEnd.first, twins->atEnd.second, english());
        const FigureRow* row = rowOf(rows, u"deadlock"_s);
        QVERIFY(row != nullptr);
        QCOMPARE(row->left, u"yes"_s);
        QCOMPARE(row->right, u"no"_s);
        QVERIFY(row->differs);
    }

    void rows_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<RunFigures>("left");
        QTest::addColumn<RunFigures>("right");
        QTest::addColumn<QString>("shown"); // left|right|ratio|differs; "" for no such row
        const auto time = [](std::int64_t ms) { return RunFigures{.time = trace::milliseconds(ms)}; };
        QTest::newRow("slower") << u"time"_s << time(10) << time(25) << u"10 ms|25 ms|× 2.5|≠"_s;
        QTest::newRow("faster") << u"time"_s << time(40) << time(10) << u"40 ms|10 ms|× 0.25|≠"_s;
        QTest::newRow("the same") << u"time"_s << time(10) << time(10) << u"10 ms|10 ms||="_s;
        QTest::newRow("a hair") << u"time"_s << RunFigures{.time = trace::nanoseconds(10'000'001)} << time(10)
                                << u"10 ms|10 ms||="_s;
        QTest::newRow("from nothing") << u"time"_s << time(0) << time(10) << u"0 ms|10 ms||≠"_s;
        QTest::newRow("much more") << u"time"_s << time(1) << time(500) << u"1 ms|500 ms|× 5e+02|≠"_s;
        QTest::newRow("none lost") << u"lost"_s << RunFigures{} << RunFigures{} << QString();
        QTest::newRow("one lost") << u"lost"_s << RunFigures{.lostUpdates = 1} << RunFigures{} << u"1|0||≠"_s;
        QTest::newRow("busy") << u"cpu"_s << RunFigures{.utilisation = 0.5}
                              << RunFigures{.utilisation = 0.996} << u"50 %|100 %|× 2.0|≠"_s;
        QTest::newRow("printed") << u"printed"_s << RunFigures{.printed = u"7"_s} << RunFigures{}
                                 << u"7|–||≠"_s;
    }

    void rows()
    {
        QFETCH(QString, id);
        QFETCH(RunFigures, left);
        QFETCH(RunFigures, right);
        QFETCH(QString, shown);
        const auto all = compared(left, right, english());
        const FigureRow* row = rowOf(all, id);
        QCOMPARE(row != nullptr, !shown.isEmpty());
        if (row != nullptr)
            QCOMPARE(
                QStringList({row->left, row->right, row->ratio, row->differs ? u"≠"_s : u"="_s}).join(u'|'),
                shown);
    }

    void rowsStayWhereTheyAre()
    {
        const TwinsPtr twins = brokenAndMended();
        std::set<std::size_t> counts;
        for (const std::size_t step : {std::size_t(0), twins->clock.steps() / 2, twins->clock.steps() - 1}) {
            const auto [left, right] = figuresAt(*twins, twins->clock.atStep(step));
            counts.insert(compared(left, right, english(), &twins->atEnd).size());
        }
        QCOMPARE(counts.size(), std::size_t(1));
    }

    // --- the picture

    void aPartIsMovedScaledAndRenamed()
    {
        using namespace scene;
        const DisplayList part{
            {100, 50},
            Qt::white,
            {{u"a"_s, Role::Container, Rect{{10, 20, 30, 10}, 4}, {Qt::red}, {Qt::black, 2}, {}},
             {u"b"_s, Role::Text, Text{{0, 0, 50, 20}, u"x"_s, {FontFamily::Sans, 20}}},
             {u"c"_s, Role::Edge, Path{{{1, 2}, {3, 4}}}}}};
        DisplayList whole{{400, 400}, Qt::white, {}};
        addPart(whole, part, {200, 100}, u"right/"_s, 2);
        QCOMPARE(whole.items.size(), std::size_t(4));
        QCOMPARE(bounds(whole.items[0]), QRectF(200, 100, 200, 100));
        QCOMPARE(whole.items[1].id, u"right/a"_s);
        QCOMPARE(bounds(whole.items[1]), QRectF(220, 140, 60, 20));
        QCOMPARE(std::get<Rect>(whole.items[1].shape).radius, 8.0);
        QCOMPARE(whole.items[1].stroke.width, 4.0);
        QCOMPARE(std::get<Text>(whole.items[2].shape).font.px, 40.0);
        QCOMPARE(std::get<Path>(whole.items[3].shape).points.back(), QPointF(206, 108));
    }

    void pictureKeepsTheRules_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("panel");
        QTest::newRow("lost update") << u"lost-update"_s << u"broken"_s << u"mended"_s << u"mutex"_s;
        QTest::newRow("gil") << u"gil-free-threading"_s << u"with_gil"_s << u"without_gil"_s << u"gil"_s;
        QTest::newRow("deadlock") << u"deadlock-two-locks"_s << u"broken"_s << u"mended"_s << u"deadlock"_s;
        QTest::newRow("pool") << u"threads-or-processes"_s << u"computing"_s << u"computing_processes"_s
                              << u"pool"_s;
        QTest::newRow("io") << u"io-four-ways"_s << u"1_blocking"_s << u"3_multiplexed"_s << u"iomux"_s;
    }

    void pictureKeepsTheRules()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, panel);
        const TwinsPtr twins = makeTwins(runOf(u"resources/lessons/"_s + lesson, left.toStdString()),
                                         runOf(u"resources/lessons/"_s + lesson, right.toStdString()));
        TwinPictureOf wanted{.panels = {panel.toStdString(), panel.toStdString()}};
        for (const QSizeF pixels : {QSizeF(1920, 1080), QSizeF(1024, 420), QSizeF(800, 1000)})
            for (const auto theme :
                 {scene::ThemeId::Paper, scene::ThemeId::Slate, scene::ThemeId::HighContrast})
                for (const auto language : {scene::Language::English, scene::Language::Chinese})
                    for (const double part : {0.0, 0.4, 1.0}) {
                        wanted.pixels = pixels;
                        wanted.theme = theme;
                        wanted.language = language;
                        const double last = static_cast<double>(twins->clock.steps() - 1);
                        wanted.step = static_cast<std::size_t>(part * last);
                        wanted.now = twins->clock.trace().steps()[wanted.step].time;
                        const scene::DisplayList list = twinPicture(*twins, wanted);
                        const QStringList wrong = tests::violations(list);
                        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1x%2 step %3: %4"_s.arg(pixels.width())
                                                                 .arg(pixels.height())
                                                                 .arg(wanted.step)
                                                                 .arg(wrong.join(u'\n'))));
                    }
    }

    void eachRunKeepsToItsHalf()
    {
        const TwinsPtr twins = brokenAndMended();
        TwinPictureOf wanted{.step = twins->clock.steps() / 2, .panels = {"mutex", "mutex"}};
        wanted.now = twins->clock.trace().steps()[wanted.step].time;
        const scene::DisplayList list = twinPicture(*twins, wanted);
        for (const scene::Item& item : list.items) {
            if (item.id.startsWith("left/"_L1))
                QVERIFY2(scene::bounds(item).right() <= list.size.width() / 2, qPrintable(item.id));
            else if (item.id.startsWith("right/"_L1))
                QVERIFY2(scene::bounds(item).left() >= list.size.width() / 2, qPrintable(item.id));
            else
                QVERIFY2(item.id.startsWith("figures"_L1), qPrintable(item.id));
        }
    }

    // --- the window

    void comparesByKeys()
    {
        open();
        compare();
        QVERIFY(page().isVisible());
        QCOMPARE(page().twins()->left->script, std::size_t(0));
        QCOMPARE(page().twins()->right->script, std::size_t(1));
        const std::size_t below = m_window->player().moment().step;
        key(Qt::Key_Right);
        rest();
        key(Qt::Key_Right);
        rest();
        QCOMPARE(page().player().moment().step, std::size_t(2));
        key(Qt::Key_Left);
        rest();
        QCOMPARE(page().player().moment().step, std::size_t(1));
        key(Qt::Key_PageDown);
        rest();
        QCOMPARE(page().player().moment().step, page().twins()->cues.front().step);
        key(Qt::Key_End);
        rest();
        QCOMPARE(page().player().moment().step, page().player().steps() - 1);
        QCOMPARE(m_window->player().moment().step, below); // the run below hasn't moved
        QVERIFY(told(&page().stage()).contains(u"Time: "_s));
        key(Qt::Key_Escape);
        QVERIFY(!m_window->comparing().isOn());
        QCOMPARE(m_window->focusWidget(), child<StageWidget>("stage"));
    }

    void changesSides()
    {
        open();
        compare();
        key(Qt::Key_Right);
        rest();
        key(Qt::Key_X);
        QCOMPARE(page().twins()->left->script, std::size_t(1));
        QCOMPARE(page().player().moment().step, std::size_t(1));
    }

    void goesToTheFirstDifference()
    {
        open();
        RunChoice other{m_window->session().lesson(), 0, {}};
        other.options.python = "3.13t";
        m_window->comparing().compareWith(other);
        QTRY_VERIFY(m_window->comparing().isOn());
        QVERIFY(page().twins()->divergence);
        QTest::mouseClick(child<QPushButton>("twinsParting"), Qt::LeftButton);
        rest();
        QCOMPARE(page().player().moment().step, *page().twins()->divergenceStep());
        key(Qt::Key_Home);
        rest();
        key(Qt::Key_D);
        rest();
        QCOMPARE(page().player().moment().step, *page().twins()->divergenceStep());
    }

    void differentProgramsHaveNoFirstDifference()
    {
        open();
        compare();
        QVERIFY(!child<QPushButton>("twinsParting")->isEnabled());
    }

    void presentsBoth()
    {
        open();
        compare();
        key(Qt::Key_F5);
        QVERIFY(page().presentation() != nullptr);
        QTRY_VERIFY(page().presentation()->isVisible());
        QTest::keyClick(page().presentation(), Qt::Key_Right);
        rest();
        QCOMPARE(page().player().moment().step, std::size_t(1));
        QTest::keyClick(page().presentation(), Qt::Key_Escape);
        QTRY_VERIFY(page().presentation() == nullptr);
        QVERIFY(m_window->comparing().isOn());
    }

    void anotherLessonEndsIt()
    {
        open();
        compare();
        m_window->session().runAgain();
        QVERIFY(!m_window->comparing().isOn());
    }

    void languageChangesWhileComparing()
    {
        open();
        compare();
        m_window->setLanguage(scene::Language::Chinese);
        QCOMPARE(page().stage().wanted().language, scene::Language::Chinese);
        QVERIFY(child<QPushButton>("twinsClose")->text() != u"Back"_s);
        m_window->setLanguage(scene::Language::English);
        QCOMPARE(child<QPushButton>("twinsClose")->text(), u"Back"_s);
    }

    void everyControlHasAName()
    {
        open();
        compare();
        for (const auto* widget : page().findChildren<QAbstractButton*>())
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }

    void theRunItselfIsNoComparison()
    {
        const LessonPtr lesson = lessonOf(u"tests/app/lessons/counter"_s);
        CompareDialog dialog({lesson, 0, {}}, {}, Look{}, nullptr);
        auto* list = dialog.findChild<QListWidget*>(u"compareList"_s);
        const auto* start = dialog.findChild<QPushButton*>(u"compareStart"_s);
        QCOMPARE(list->count(), 2);
        QVERIFY(start->isEnabled());
        list->setCurrentRow(1);
        QVERIFY(!start->isEnabled());
        dialog.findChild<QSpinBox*>(u"compareCores"_s)->setValue(1);
        QVERIFY(start->isEnabled());
        QCOMPARE(dialog.choice().options.cores, std::optional(1));
        QVERIFY(!dialog.choice().options.python);
    }

    void searchFindsLessons()
    {
        const LessonPtr lesson = lessonOf(u"tests/app/lessons/counter"_s);
        CompareDialog dialog({lesson, 0, {}}, loadLibrary({IL_SOURCE_DIR "/resources/lessons"}), Look{},
                             nullptr);
        auto* search = dialog.findChild<QLineEdit*>(u"compareSearch"_s);
        auto* list = dialog.findChild<QListWidget*>(u"compareList"_s);
        QTest::keyClicks(search, u"1_blocking"_s);
        QCOMPARE(dialog.choice().lesson->id, std::string("io-four-ways"));
        search->setText(u"nothing is called so"_s);
        QVERIFY(list->currentItem() == nullptr);
        QVERIFY(!dialog.findChild<QPushButton*>(u"compareStart"_s)->isEnabled());
    }

    void searchingLeavesTheTwins()
    {
        open();
        compare();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Slash);
        QVERIFY(!m_window->comparing().isOn());
        QVERIFY(child<QLineEdit>("search")->hasFocus());
    }

    void exportsBothAsOnePicture()
    {
        open();
        compare();
        const QString picture = m_folder.filePath(u"twins.png"_s);
        QVERIFY(m_window->comparing().exportTo(picture, false));
        QCOMPARE(QImage(picture).size(), QSize(1920, 1080));
        const QString pages = m_folder.filePath(u"twins.pdf"_s);
        QVERIFY(m_window->comparing().exportTo(pages, true));
        QVERIFY(QFileInfo(pages).size() > 1000);
        QVERIFY(!m_window->comparing().exportTo(m_folder.filePath(u"twins.odd"_s), false));
        QVERIFY(!m_window->comparing().exportTo(m_folder.filePath(u"no/such/twins.png"_s), false));
    }

    void exportsEachMomentOnce()
    {
        const TwinsPtr twins = brokenAndMended();
        const Selection all = *app::selectionOf(*twins, u"all"_s);
        std::set<std::size_t> steps, cues;
        for (const Instant& at : all.instants)
            QVERIFY(steps.insert(at.step).second);
        for (const scene::CueMark& cue : twins->cues)
            cues.insert(cue.step);
        QVERIFY(steps == cues);
    }

    void momentsAreNamed_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("cue"); // empty: refused
        QTest::newRow("with its sign") << u"‹ overtaken"_s << u"‹ overtaken"_s;
        QTest::newRow("a left cue") << u"overtaken"_s << u"‹ overtaken"_s;
        QTest::newRow("a right cue") << u"inside"_s << u"inside ›"_s;
        QTest::newRow("nothing said") << QString() << u"‹ read"_s;
        QTest::newRow("unknown") << u"nowhere"_s << QString();
    }

    void momentsAreNamed()
    {
        QFETCH(QString, at);
        QFETCH(QString, cue);
        const TwinsPtr twins = brokenAndMended();
        const auto what = app::selectionOf(*twins, at);
        QCOMPARE(what.has_value(), !cue.isEmpty());
        if (!what)
            return;
        QCOMPARE(what->instants.size(), 1U);
        QVERIFY(std::any_of(twins->cues.begin(), twins->cues.end(), [&](const scene::CueMark& mark) {
            return mark.name == cue && mark.step == what->instants.front().step;
        }));
    }

    void theLeftRunsCueComesFirst()
    {
        RunOptions free;
        free.python = "3.13t";
        const QString lesson = u"resources/lessons/gil-handoff"_s;
        const TwinsPtr twins = makeTwins(runOf(lesson, "handoff"), runOf(lesson, "handoff", free));
        const auto stepOf = [&twins](const QString& at) {
            return app::selectionOf(*twins, at)->instants.front().step;
        };
        QVERIFY(stepOf(u"‹ request"_s) != stepOf(u"request ›"_s));
        QCOMPARE(stepOf(u"request"_s), stepOf(u"‹ request"_s));
    }

    void theCommandLineWritesTheSameBytes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("everyCue");
        QTest::newRow("png") << u"twins.png"_s << false;
        QTest::newRow("svg") << u"twins.svg"_s << false;
        QTest::newRow("pdf") << u"twins.pdf"_s << false;
        QTest::newRow("pptx") << u"twins.pptx"_s << true;
        QTest::newRow("svg of every cue") << u"twins.svg"_s << true;
    }

    void theCommandLineWritesTheSameBytes()
    {
        QFETCH(QString, file);
        QFETCH(bool, everyCue);
        open();
        compare();
        QTest::keyClick(&page().stage(), Qt::Key_End);
        rest();
        const QTemporaryDir window, line;
        QVERIFY(m_window->comparing().exportTo(window.filePath(file), everyCue));
        const QString at = everyCue ? u"all"_s : QString::number(page().player().moment().step);
        QProcess process;
        process.start(QStringLiteral(IL_BUILD_DIR "/app/interleave"),
                      {u"export"_s, QStringLiteral(IL_SOURCE_DIR "/tests/app/lessons/counter"), u"--twin"_s,
                       u"second"_s, u"--at"_s, at, u"--lang"_s, u"en"_s, u"-o"_s, line.filePath(file)});
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QStringList files = QDir(window.path()).entryList(QDir::Files);
        QCOMPARE(QDir(line.path()).entryList(QDir::Files), files);
        QCOMPARE(files.size() > 1, everyCue && file.endsWith(u".svg"_s));
        for (const QString& name : files) {
            QFile one(window.filePath(name)), two(line.filePath(name));
            QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
            QVERIFY2(one.readAll() == two.readAll(), qPrintable(name));
        }
    }

    void theCommandLineMakesTwins_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says"); // in the picture, else on standard error
        const auto row = [](const char* name, const QStringList& arguments, int status, const QString& says) {
            QTest::newRow(name) << arguments << status << says;
        };
        row("another script", {u"lost-update"_s, u"--twin"_s, u"mended"_s}, 0, u"mended.py"_s);
        row("without a GIL", {u"gil-handoff"_s, u"--twin"_s, u"handoff"_s, u"--twin-python"_s, u"3.13t"_s}, 0,
            u"CPython 3.13t"_s);
        row("the same options but its own",
            {u"gil-handoff"_s, u"--cores"_s, u"3"_s, u"--twin"_s, u"handoff"_s, u"--twin-seed"_s, u"5"_s}, 0,
            u"3 cores · seed:5"_s);
        row("another lesson's script", {u"gil-handoff"_s, u"--twin"_s, u"lost-update/mended"_s}, 0,
            u"mended.py"_s);
        row("another lesson", {u"gil-handoff"_s, u"--twin"_s, u"fork"_s}, 0, u".py"_s);
        row("a file",
            {u"gil-handoff"_s, u"--twin"_s,
             QStringLiteral(IL_SOURCE_DIR "/tests/app/lessons/counter/second.py")},
            0, u"second.py"_s);
        row("an unknown twin", {u"lost-update"_s, u"--twin"_s, u"mened"_s}, 2, u"mended"_s);
        row("an unknown script of it", {u"gil-handoff"_s, u"--twin"_s, u"lost-update/third"_s}, 2,
            u"third"_s);
        row("an unknown moment", {u"lost-update"_s, u"--twin"_s, u"mended"_s, u"--at"_s, u"never"_s}, 2,
            u"never"_s);
        row("runs that don't part", {u"gil-handoff"_s, u"--twin"_s, u"handoff"_s, u"--at"_s, u"parting"_s}, 2,
            u"throughout"_s);
        row("where they part",
            {u"lost-update"_s, u"--twin"_s, u"broken"_s, u"--twin-schedule"_s, u"hand:4=1"_s, u"--at"_s,
             u"parting"_s},
            0, u"hand:4=1"_s);
        row("a wrong option", {u"lost-update"_s, u"--twin"_s, u"mended"_s, u"--twin-cores"_s, u"many"_s}, 2,
            u"many"_s);
        row("options without a twin", {u"lost-update"_s, u"--twin-cores"_s, u"2"_s}, 2, u"--twin NAME"_s);
        row("a film", {u"lost-update"_s, u"--twin"_s, u"mended"_s, u"--format"_s, u"mp4"_s}, 2, u"mp4"_s);
        row("a page", {u"lost-update"_s, u"--twin"_s, u"mended"_s, u"--format"_s, u"html"_s}, 2, u"html"_s);
        row("frames", {u"lost-update"_s, u"--twin"_s, u"mended"_s, u"--fps"_s, u"5"_s}, 2, u"--fps"_s);
    }

    void theCommandLineMakesTwins()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString picture = folder.filePath(u"out.svg"_s);
        QProcess process;
        process.start(QStringLiteral(IL_BUILD_DIR "/app/interleave"),
                      QStringList{u"export"_s} + arguments +
                          QStringList{u"--lang"_s, u"en"_s, u"-o"_s, picture});
        QVERIFY(process.waitForFinished(120'000));
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == status, qPrintable(errors));
        QFile file(picture);
        QCOMPARE(file.open(QIODevice::ReadOnly), status == 0);
        const QString told = status == 0 ? QString::fromUtf8(file.readAll()) : errors;
        QVERIFY2(told.contains(says), qPrintable(errors));
    }
};

QTEST_MAIN(TestTwins)
#include "tst_twins.moc"
