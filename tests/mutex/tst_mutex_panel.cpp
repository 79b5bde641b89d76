// The mutex panel keeps the look's rules and says what the View says.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "mutex/accesses.h"
#include "mutex/figures.h"
#include "mutex/mutex_panel.h"
#include "mutex/mutex_traces.h"
#include "mutex/routes.h"
#include "mutex/subjects.h"
#include "mutex/texts.h"
#include "panels/panel_rules.h"
#include "trace/recorder.h"
#include "trace/sample_traces.h"

using namespace il;
using namespace il::tests;
using trace::microseconds;
using trace::milliseconds;
using trace::ThreadId;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = mutex::makePanel();
    return *one;
}

const Runs& runs()
{
    static const Runs all{
        {"three readers", samples::threeReaders()},
        {"lostUpdate", samples::lostUpdate()},
        {"mutexContention", samples::mutexContention()},
        {"deadlock", samples::deadlock()},
        {"locked 1", samples::lockedCounter(1)},
        {"locked 2", samples::lockedCounter(2)},
        {"locked 3", samples::lockedCounter(3)},
        {"locked 5", samples::lockedCounter(5)},
        {"locked 8", samples::lockedCounter(8)},
        {"locked 12", samples::lockedCounter(12)},
        {"locked 16", samples::lockedCounter(16)},
        {"locked 24", samples::lockedCounter(24)},
        {"zoo", samples::objectZoo()},
        {"philosophers 5", samples::philosophers(5)},
        {"philosophers 16", samples::philosophers(16)},
        {"variables 2 by 2", samples::manyVariables(2, 2)},
        {"variables 5 by 3", samples::manyVariables(5, 3)},
        {"variables 4 by 8", samples::manyVariables(4, 8)},
        {"variables 16 by 14", samples::manyVariables(16, 14)},
        {"long run", samples::longRun(3000)},
    };
    return all;
}

const Trace& run(const char* name)
{
    return runOf(runs(), name);
}

scene::DisplayList pictureAt(const Trace& trace, trace::SimTime time)
{
    return pictureOf(panel(), trace, trace.stepAt(time));
}

bool isStale(const trace::View& view, ThreadId thread, const mutex::Subjects& subjects)
{
    const trace::ThreadView* state = mutex::threadOf(view, thread);
    const trace::PrivateCopy* copy = state ? mutex::chiefCopy(*state, subjects) : nullptr;
    return copy && copy->stale;
}

} // namespace

class TestMutexPanel : public QObject {
    Q_OBJECT

private slots:
    void rules_data() { addRuleRows(runs()); }
    void rules() { checkRules(panel(), runs()); }

    void colourIsNeverAlone_data() { addRuns(runs()); }
    void colourIsNeverAlone() { checkColourIsNeverAlone(panel(), thisRun(runs())); }

    void idsSayWhoseTheyAre_data() { addRuns(runs()); }
    void idsSayWhoseTheyAre() { checkIds(panel(), thisRun(runs())); }

    void staleIsMarkedExactlyWhileACopyIsStale_data() { addRuns(runs()); }
    void staleIsMarkedExactlyWhileACopyIsStale()
    {
        const Trace& trace = thisRun(runs());
        const mutex::Subjects subjects = mutex::subjectsOf(trace);
        for (const std::size_t step : someSteps(trace, 60)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (const ThreadId id : subjects.threads) {
                const QString card = QStringLiteral("mutex/card/%1").arg(id);
                if (find(list, card))
                    QCOMPARE(find(list, card + QStringLiteral("/stale")) != nullptr,
                             isStale(view, id, subjects));
            }
        }
    }

    void staleCopyHasADashedRedArrowToItsVariable()
    {
        const Trace& trace = run("three readers");
        const scene::DisplayList list = pictureAt(trace, milliseconds(7));
        const scene::Item* arrow = find(list, QStringLiteral("mutex/stale/2/0"));
        QVERIFY(arrow);
        QVERIFY(arrow->stroke.dashed);
        QCOMPARE(arrow->stroke.color,
                 scene::Theme::of(scene::ThemeId::Paper).mark(scene::Theme::of(scene::ThemeId::Paper).bad));
        const auto& points = std::get<scene::Path>(arrow->shape).points;
        QCOMPARE(points.front().y(), rectOf(list, QStringLiteral("mutex/card/2")).top());
        QCOMPARE(points.back().y(), rectOf(list, QStringLiteral("mutex/variable/0")).bottom());
        QCOMPARE(textOf(list, QStringLiteral("mutex/warning")),
                 QStringLiteral("writing now loses an update"));
        QCOMPARE(textOf(list, QStringLiteral("mutex/card/2/copy")), QStringLiteral("tmp = 2"));
        QCOMPARE(textOf(list, QStringLiteral("mutex/card/2/says/0")),
                 QStringLiteral("read 1, but it is 2 now"));
        QVERIFY(!find(pictureAt(trace, milliseconds(6)), QStringLiteral("mutex/stale/2/0")));
    }

    void lostUpdateIsMarkedWhenItHappens()
    {
        const Trace& trace = run("three readers");
        const auto lost = [&](int ms) {
            return textOf(pictureAt(trace, milliseconds(ms)), QStringLiteral("mutex/variable/0/lost/text"));
        };
        QCOMPARE(lost(7), QString());
        QCOMPARE(lost(8), QStringLiteral("update lost"));
        QCOMPARE(lost(9), QStringLiteral("1 lost"));
        QCOMPARE(textOf(pictureAt(trace, milliseconds(8)), QStringLiteral("mutex/card/2/says/0")),
                 QStringLiteral("writes 2: an update is lost"));
    }

    void valuesAreTheViews_data() { addRuns(runs()); }
    void valuesAreTheViews()
    {
        const Trace& trace = thisRun(runs());
        for (const std::size_t step : someSteps(trace, 40)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (std::size_t id = 0; id < view.variables.size(); ++id) {
                const QString box = QStringLiteral("mutex/variable/%1").arg(id);
                if (!find(list, box))
                    continue;
                const trace::VariableView& variable = view.variables[id];
                QCOMPARE(textOf(list, box + QStringLiteral("/value")),
                         variable.written ? mutex::valueText(trace, variable.value) : QStringLiteral("–"));
            }
        }
    }

    void locksShowOwnerAndWaiters_data() { addRuns(runs()); }
    void locksShowOwnerAndWaiters()
    {
        const Trace& trace = thisRun(runs());
        for (const std::size_t step : someSteps(trace, 40)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (std::size_t id = 0; id < view.objects.size(); ++id) {
                const QString box = QStringLiteral("mutex/object/%1").arg(id);
                if (!find(list, box))
                    continue;
                const trace::ObjectView& object = view.objects[id];
                const bool owned = object.owner != trace::noThread;
                const auto present = object.waiters.size() + object.woken.size() + (owned ? 1 : 0);
                const auto chips = idsLike(list, QStringLiteral("thread/"), QStringLiteral("/at/%1").arg(id));
                const auto more = textOf(list, box + QStringLiteral("/more"));
                QCOMPARE(static_cast<std::size_t>(chips.size() + more.mid(1).toInt()), present);
                for (const QString& chip : chips)
                    QVERIFY(rectOf(list, box).contains(rectOf(list, chip)));
            }
        }
    }

    void waitersStandInOrder()
    {
        const scene::DisplayList list = pictureAt(run("locked 5"), milliseconds(4));
        double x = 0;
        for (const int thread : {2, 3, 4, 5}) {
            const QRectF chip = rectOf(list, QStringLiteral("thread/%1/at/0").arg(thread));
            QVERIFY(chip.left() > x);
            x = chip.left();
        }
    }

    void wokenIsNotOwner()
    {
        const Trace& trace = run("locked 3");
        const scene::DisplayList woken = pictureAt(trace, milliseconds(6));
        QCOMPARE(textOf(woken, QStringLiteral("mutex/object/0/value")), QStringLiteral("free"));
        QCOMPARE(textOf(woken, QStringLiteral("mutex/object/0/woken")), QStringLiteral("woken"));
        QCOMPARE(textOf(woken, QStringLiteral("mutex/card/2/says/0")),
                 QStringLiteral("woken, hasn't got lock yet"));
        const scene::DisplayList owner = pictureAt(trace, microseconds(6060));
        QCOMPARE(textOf(owner, QStringLiteral("mutex/card/2/holds")), QStringLiteral("lock"));
        QCOMPARE(textOf(owner, QStringLiteral("mutex/card/2/says/0")), QStringLiteral("waiting for the GIL"));
    }

    void aCycleWaitsForEver()
    {
        const Trace& trace = run("philosophers 5"); // the cycle closes at 10 ms
        const auto says = [&](int ms) {
            return textOf(pictureAt(trace, milliseconds(ms)), QStringLiteral("mutex/card/2/says/0"));
        };
        QCOMPARE(says(9), QStringLiteral("waits for forks[2]"));
        QCOMPARE(says(10), QStringLiteral("waits for ever")); // the brief form: its card is low
        for (ThreadId id = 1; id <= 5; ++id) {
            QVERIFY(!mutex::waitsForEver(trace.at(milliseconds(9)), id));
            QVERIFY(mutex::waitsForEver(trace.at(milliseconds(10)), id));
        }
        QVERIFY(
            !mutex::waitsForEver(trace.at(milliseconds(10)), 0)); // main joins: nobody owns a thread's end
        const scene::Item* words =
            find(pictureAt(trace, milliseconds(10)), QStringLiteral("mutex/card/2/says/0"));
        const scene::Theme& theme = scene::Theme::of(scene::ThemeId::Paper);
        QCOMPARE(words->fill.color, theme.readable(theme.bad));
    }

    void otherObjectsShowTheirCounters()
    {
        const scene::DisplayList list = pictureAt(run("zoo"), milliseconds(3));
        const auto value = [&](int id) {
            return textOf(list, QStringLiteral("mutex/object/%1/value").arg(id));
        };
        QCOMPARE(value(1), QStringLiteral("1 of 3"));
        QCOMPARE(value(2), QStringLiteral("3 of 5"));
        QCOMPARE(value(3), QStringLiteral("set"));
        QCOMPARE(value(4), QStringLiteral("1 of 3"));
        QCOMPARE(textOf(list, QStringLiteral("mutex/object/0/depth")), QStringLiteral("× 2"));
    }

    void figuresAreTheViews()
    {
        const Trace& trace = run("mutexContention");
        const mutex::Subjects subjects = mutex::subjectsOf(trace);
        for (const std::size_t step : someSteps(trace, 60)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            QCOMPARE(textOf(list, QStringLiteral("mutex/figure/acquisitions")),
                     QString::number(view.objects[0].acquisitions));
            const auto requests =
                view.objects[0].acquisitions + view.objects[0].waiters.size() + view.objects[0].woken.size();
            const QString contended = textOf(list, QStringLiteral("mutex/figure/contended"));
            if (requests == 0)
                QCOMPARE(contended, QStringLiteral("–"));
            else
                QCOMPARE(contended, QStringLiteral("%1 %").arg(std::lround(100.0 * view.objects[0].contended /
                                                                           static_cast<double>(requests))));
        }
        QCOMPARE(mutex::contentionOf(trace, trace.atStep(trace.steps().size() - 1), subjects).acquisitions,
                 3u);
    }

    void speaksChinese()
    {
        const Trace& trace = run("locked 3");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.stepAt(milliseconds(4)),
                                                  {{1920, 1080}, scene::Language::Chinese});
        QCOMPARE(textOf(list, QStringLiteral("mutex/card/2/says/0")), QStringLiteral("等待 lock"));
    }

    void positionsStayFromStepToStep()
    {
        const Trace& trace = run("locked 8");
        const QRectF lock = rectOf(pictureOf(panel(), trace, 0), QStringLiteral("mutex/object/0"));
        const QRectF card = rectOf(pictureOf(panel(), trace, 0), QStringLiteral("mutex/card/3"));
        for (const std::size_t step : someSteps(trace, 60)) {
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            QCOMPARE(rectOf(list, QStringLiteral("mutex/object/0")), lock);
            QCOMPARE(rectOf(list, QStringLiteral("mutex/card/3")), card);
        }
    }

    void subjects()
    {
        using namespace samples;
        Recorder r({"x.py", "", "3.13t", 2, {}, ""});
        const auto constant = r.variable("N", true), counter = r.variable("counter", true);
        const auto own = r.variable("tmp", false), flag = r.variable("done", true);
        const auto lock = r.lock("lock"), unused = r.lock("unused"), end = r.end("T1");
        r.created(0, "MainThread", trace::noThread);
        r.writes(0, constant, 10);
        r.writes(0, counter, 0);
        r.created(1, "T1", 0);
        r.blocks(0, end);
        r.reads(1, constant, 10);
        r.event(trace::EventKind::LockAcquired, 1, lock, 1);
        r.writes(1, counter, 1);
        r.writes(1, own, 1);
        r.writes(1, flag, 1);
        r.done(1);
        r.reads(0, counter, 1);
        const mutex::Subjects found = mutex::subjectsOf(r.finish());
        QCOMPARE(found.objects, std::vector<trace::ObjectId>{lock});
        QCOMPARE(found.variables, (std::vector<trace::VariableId>{counter, flag}));
        QCOMPARE(found.threads, std::vector<ThreadId>{1});
        QVERIFY(unused != lock);
    }

    void nothingToShow()
    {
        QVERIFY(!panel().hasSubject(Trace()));
        QVERIFY(!panel().hasSubject(samples::gilHandoff()));
        QVERIFY(panel().hasSubject(samples::lostUpdate()));
    }

    void lanes_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QStringList>("lanes");
        QTest::newRow("lock and data") << QByteArray("locked 3") << QStringList{"object/0", "variable/0"};
        QTest::newRow("data") << QByteArray("three readers") << QStringList{"variable/0"};
        QTest::newRow("locks") << QByteArray("philosophers 5")
                               << QStringList{"object/0", "object/1", "object/2"};
    }
    void lanes()
    {
        QFETCH(QByteArray, run);
        QFETCH(QStringList, lanes);
        QStringList found;
        for (const std::string& lane : panel().extraLanes(::run(run.constData())))
            found << QString::fromStdString(lane);
        QCOMPARE(found, lanes);
    }

    void waysDontCross_data()
    {
        QTest::addColumn<int>("cards");
        for (const int cards : {1, 2, 3, 5, 8})
            QTest::addRow("%d", cards) << cards;
    }
    void waysDontCross()
    {
        QFETCH(int, cards);
        const QRectF strip(0, 150, 1100, 60), thing(450, 0, 200, 150);
        std::vector<mutex::Link> links;
        for (int i = 0; i < cards; ++i)
            links.push_back({QRectF(1100.0 / cards * i, 210, 1100.0 / cards - 12, 100), thing});
        const auto ways = mutex::route(links, strip, {12, 20});
        QCOMPARE(ways.size(), links.size());
        for (std::size_t i = 0; i < ways.size(); ++i) {
            QCOMPARE(ways[i].front().y(), links[i].card.top());
            QCOMPARE(ways[i].back().y(), thing.bottom());
            for (std::size_t j = 0; j < i; ++j)
                for (std::size_t a = 1; a < ways[i].size(); ++a)
                    for (std::size_t b = 1; b < ways[j].size(); ++b)
                        QVERIFY(
                            !QRectF(ways[i][a - 1], ways[i][a])
                                 .normalized()
                                 .adjusted(-1, -1, 1, 1)
                                 .intersects(
                                     QRectF(ways[j][b - 1], ways[j][b]).normalized().adjusted(-1, -1, 1, 1)));
        }
    }

    void golden_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::newRow("stale") << QByteArray("three readers") << 7000;
        QTest::newRow("lost") << QByteArray("three readers") << 8000;
        QTest::newRow("held") << QByteArray("locked 3") << 4000;
        QTest::newRow("woken") << QByteArray("locked 3") << 6000;
        QTest::newRow("zoo") << QByteArray("zoo") << 3000;
        QTest::newRow("crowd") << QByteArray("locked 12") << 4000;
    }
    void golden()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        compareWithGolden(pictureAt(::run(run.constData()), microseconds(time)), panel());
    }
};

QTEST_MAIN(TestMutexPanel)
#include "tst_mutex_panel.moc"
