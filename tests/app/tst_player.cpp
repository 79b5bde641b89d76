#include "hand_clock.h"

#include "trace/sample_traces.h"

#include <QSignalSpy>
#include <QTest>

using namespace il;
using namespace il::app;

/// Cues of the sample, as the session finds them: here only their place matters.
static std::vector<scene::CueMark> someCues(const trace::Trace& trace)
{
    const std::size_t last = trace.steps().size() - 1;
    std::vector<scene::CueMark> cues;
    for (const std::size_t step : {last / 4, last / 2})
        cues.push_back({QStringLiteral("cue%1").arg(step), step, trace.steps()[step].time});
    return cues;
}

class TestPlayer : public QObject {
    Q_OBJECT

    HandClock m_clock;
    const trace::Trace m_trace = samples::gilHandoff();
    const std::vector<scene::CueMark> m_cues = someCues(m_trace);
    const std::size_t m_last = m_trace.steps().size() - 1;

    std::unique_ptr<Player> loaded()
    {
        auto player = std::make_unique<Player>(m_clock);
        player->setRun(m_trace, m_cues);
        return player;
    }

private slots:
    void startsAtTheBeginningAtRest()
    {
        const auto player = loaded();
        QCOMPARE(player->moment().step, std::size_t{0});
        QCOMPARE(player->fraction(), 0.0);
        QVERIFY(!player->isPlaying());
        QVERIFY(!player->isMoving());
    }

    void jumps_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<int>("to");
        const int last = static_cast<int>(m_last), first = last / 4, second = last / 2;
        QVERIFY(first >= 2 && second > first + 1 && last > second + 1);
        QTest::newRow("forward") << 3 << QByteArray("forward") << 4;
        QTest::newRow("back") << 3 << QByteArray("back") << 2;
        QTest::newRow("forward at the end") << last << QByteArray("forward") << last;
        QTest::newRow("back at the start") << 0 << QByteArray("back") << 0;
        QTest::newRow("next cue") << 0 << QByteArray("next") << first;
        QTest::newRow("next cue on a cue") << first << QByteArray("next") << second;
        QTest::newRow("next cue after the last") << second << QByteArray("next") << last;
        QTest::newRow("previous cue") << last << QByteArray("previous") << second;
        QTest::newRow("previous cue on a cue") << second << QByteArray("previous") << first;
        QTest::newRow("previous cue before the first") << first << QByteArray("previous") << 0;
        QTest::newRow("start") << second << QByteArray("start") << 0;
        QTest::newRow("end") << 1 << QByteArray("end") << last;
    }

    void jumps()
    {
        QFETCH(int, from);
        QFETCH(QByteArray, action);
        QFETCH(int, to);
        const std::map<QByteArray, void (Player::*)()> actions{
            {"forward", &Player::stepForward},  {"back", &Player::stepBack}, {"next", &Player::nextCue},
            {"previous", &Player::previousCue}, {"start", &Player::toStart}, {"end", &Player::toEnd}};
        const auto player = loaded();
        player->goTo(static_cast<std::size_t>(from));
        pass(m_clock, *player, Player::tweenMs + 10);
        (player.get()->*actions.at(action))();
        QCOMPARE(player->moment().step, static_cast<std::size_t>(to));
        QCOMPARE(player->moment().now, m_trace.steps()[static_cast<std::size_t>(to)].time);
        QCOMPARE(player->fraction(), player->fractionOf(static_cast<std::size_t>(to)));
    }

    void everyStepForwardIsOneStepBack()
    {
        const auto player = loaded();
        for (std::size_t i = 0; i < m_last; ++i)
            player->stepForward();
        QCOMPARE(player->moment().step, m_last);
        for (std::size_t i = 0; i < m_last; ++i) {
            player->stepBack();
            QCOMPARE(player->moment().step, m_last - i - 1);
        }
    }

    void aStepTakesTheTweensTime()
    {
        const auto player = loaded();
        player->stepForward();
        QCOMPARE(player->moment().fromStep, std::size_t{0});
        QCOMPARE(player->moment().progress, 0.0);
        double before = 0;
        for (int frame = 1; frame < 30; ++frame) {
            pass(m_clock, *player, 10);
            QVERIFY2(player->moment().progress > before, "it moves on with every frame");
            before = player->moment().progress;
        }
        QVERIFY(player->isMoving());
        pass(m_clock, *player, 10);
        QCOMPARE(player->moment().progress, 1.0);
        QVERIFY(!player->isMoving());
    }

    void halfWayIsHalfTheMotion()
    {
        const auto player = loaded();
        player->stepForward();
        pass(m_clock, *player, Player::tweenMs / 2);
        QCOMPARE(player->moment().progress, 0.5);
    }

    void aPauseOfTheProgramIsNoLeap()
    {
        const auto player = loaded();
        player->setPausesAtCues(false);
        player->play();
        pass(m_clock, *player, 100);
        const double before = player->fraction();
        m_clock.turn(60'000); // the machine slept
        player->tick();
        const double leap = player->fraction() - before;
        QVERIFY2(leap < 3 * before, "as far as a quarter of a second goes, not a minute");
    }

    void restBeforePlayCountsNothing()
    {
        const auto player = loaded();
        m_clock.turn(5000);
        player->play();
        m_clock.turn(10);
        player->tick();
        const double tenMs = player->fraction();
        pass(m_clock, *player, 10);
        QVERIFY(qFuzzyCompare(player->fraction(), 2 * tenMs));
    }

    void playsToTheEndAndStops()
    {
        const auto player = loaded();
        player->setPausesAtCues(false);
        player->play();
        std::size_t step = 0;
        for (int i = 0; i < 40'000 && player->isPlaying(); ++i) {
            pass(m_clock, *player, 10);
            QVERIFY2(player->moment().step >= step, "never back");
            QVERIFY2(player->moment().now >= m_trace.steps()[player->moment().step].time,
                     "not before its step");
            step = player->moment().step;
        }
        QVERIFY(!player->isPlaying());
        QCOMPARE(player->moment().step, m_last);
        QCOMPARE(player->fraction(), 1.0);
        player->play();
        QVERIFY2(player->isPlaying() && player->moment().step == 0, "from the end it starts again");
    }

    void pausesAtCues()
    {
        const auto player = loaded();
        for (const scene::CueMark& cue : m_cues) {
            player->play();
            for (int i = 0; i < 40'000 && player->isPlaying(); ++i)
                pass(m_clock, *player, 10);
            QCOMPARE(player->moment().step, cue.step);
            QCOMPARE(player->moment().now, m_trace.steps()[cue.step].time);
            QVERIFY2(player->isMoving(), "the cue's own picture still moves in");
            pass(m_clock, *player, Player::tweenMs);
            QVERIFY(!player->isMoving());
        }
    }

    void speed_data()
    {
        QTest::addColumn<double>("asked");
        QTest::addColumn<double>("got");
        QTest::newRow("quarter") << 0.25 << 0.25;
        QTest::newRow("four") << 4.0 << 4.0;
        QTest::newRow("too slow") << 0.0 << 0.25;
        QTest::newRow("too fast") << 1e9 << 4.0;
    }

    void speed()
    {
        QFETCH(double, asked);
        QFETCH(double, got);
        const auto normal = loaded(), other = loaded();
        other->setSpeed(asked);
        QCOMPARE(other->speed(), got);
        for (Player* player : {normal.get(), other.get()}) {
            player->setPausesAtCues(false);
            player->play();
            pass(m_clock, *player, 200);
        }
        QVERIFY(qFuzzyCompare(other->fraction(), got * normal->fraction()));
    }

    void scrubs_data()
    {
        QTest::addColumn<double>("fraction");
        QTest::addColumn<double>("place");
        QTest::newRow("middle") << 0.5 << 0.5;
        QTest::newRow("before the start") << -3.0 << 0.0;
        QTest::newRow("after the end") << 7.0 << 1.0;
        QTest::newRow("no number") << std::nan("") << 0.0;
    }

    void scrubs()
    {
        QFETCH(double, fraction);
        QFETCH(double, place);
        const auto player = loaded();
        QSignalSpy changes(player.get(), &Player::momentChanged);
        player->scrub(fraction);
        QCOMPARE(player->fraction(), place);
        QCOMPARE(changes.count(), 1);
        QVERIFY(!player->isMoving());
        if (place > 0)
            QCOMPARE(player->moment().step, m_trace.stepAt(player->moment().now));
    }

    void anotherRunStartsAfresh()
    {
        const auto player = loaded();
        player->play();
        pass(m_clock, *player, 500);
        player->setRun(samples::lostUpdate(), {});
        QCOMPARE(player->moment().step, std::size_t{0});
        QVERIFY(!player->isMoving());
        QVERIFY(player->cues().empty());
    }

    void anEmptyRunIsNoProblem()
    {
        Player player(m_clock);
        for (const auto action : {&Player::stepForward, &Player::stepBack, &Player::nextCue,
                                  &Player::previousCue, &Player::toEnd, &Player::toggle})
            (player.*action)();
        pass(m_clock, player, 2000);
        QCOMPARE(player.moment().step, std::size_t{0});
        QVERIFY(!player.isPlaying());
    }
};

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"
