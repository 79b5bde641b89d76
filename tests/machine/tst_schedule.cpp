#include <QtTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "machine/schedule.h"

#include <rapidcheck.h>

using namespace il::machine;

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void oneOptionIsNoChoice();
    void recordedOptionIsClamped();
    void byHandOtherQuestionsAreAsked();
    void byHandIsBounded();
    void seedsDiffer();
    void replaysWhatWasChosen();
    void parseNeverFailsBadly();
};

namespace {

std::vector<std::uint32_t> answers(Schedule& schedule, const std::vector<std::uint32_t>& options)
{
    std::vector<std::uint32_t> result;
    for (const std::uint32_t n : options)
        result.push_back(schedule.choose(ChoiceKind::NextThread, n));
    return result;
}

} // namespace

void TestSchedule::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replay");
    QTest::newRow("default") << "default"
                             << "default";
    QTest::newRow("picks") << "p:1=1,3=2"
                           << "p:1=1,3=2";
    QTest::newRow("a pick of the usual option") << "p:1=0,3=2"
                                                << "p:3=2";
    QTest::newRow("by hand") << "hand:1=1,3=2"
                             << "hand:1=1,3=2";
    QTest::newRow("by hand, nothing chosen yet") << "hand:"
                                                 << "hand:";
    QTest::newRow("no picks") << "p:"
                              << "default";
    QTest::newRow("a choice never reached") << "p:0=1,1000=1"
                                            << "p:0=1";
}

void TestSchedule::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, replay);
    auto schedule = Schedule::parse(text.toStdString());
    QVERIFY(schedule.has_value());
    answers(*schedule, std::vector<std::uint32_t>(10, 3));
    QCOMPARE(QString::fromStdString(schedule->text()), replay);
}

void TestSchedule::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << ""
                           << R"(a schedule is "default", "seed:42", "p:5=1,17=2" or "hand:5=1", not: "")";
    QTest::newRow("word")
        << "random"
        << R"(a schedule is "default", "seed:42", "p:5=1,17=2" or "hand:5=1", not: "random")";
    QTest::newRow("seed without number") << "seed:x"
                                         << R"(a seed is a whole number from 0 to 18446744073709551615: "x")";
    QTest::newRow("seed too big")
        << "seed:18446744073709551616"
        << R"(a seed is a whole number from 0 to 18446744073709551615: "18446744073709551616")";
    QTest::newRow("no equals") << "p:5"
                               << R"(a pick is written choice=option, like 5=1: "5")";
    QTest::newRow("no option") << "p:5="
                               << R"(a pick is written choice=option, like 5=1: "5=")";
    QTest::newRow("negative") << "p:5=-1"
                              << R"(a pick is written choice=option, like 5=1: "5=-1")";
    QTest::newRow("order") << "p:5=1,5=2"
                           << R"(choices must be in rising order: "5=2")";
    QTest::newRow("trailing comma") << "p:5=1,"
                                    << R"(nothing follows the last comma: "5=1,")";
}

void TestSchedule::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto schedule = Schedule::parse(text.toStdString());
    QVERIFY(!schedule.has_value());
    QCOMPARE(QString::fromStdString(schedule.error()), error);
}

void TestSchedule::oneOptionIsNoChoice()
{
    Schedule schedule = *Schedule::parse("p:0=1");
    QCOMPARE(schedule.choose(ChoiceKind::GilWinner, 1), 0u);
    QCOMPARE(schedule.choose(ChoiceKind::GilWinner, 2), 1u);
}

void TestSchedule::recordedOptionIsClamped()
{
    Schedule schedule = *Schedule::parse("p:0=7");
    QCOMPARE(schedule.choose(ChoiceKind::LockWinner, 3), 2u);
    QCOMPARE(schedule.text(), std::string("p:0=2"));
}

void TestSchedule::byHandOtherQuestionsAreAsked()
{
    Schedule schedule = *Schedule::parse("hand:0=1,1=2");
    QCOMPARE(schedule.choose(ChoiceKind::WakeLatency, 8), 0u); // isn't asked, so it isn't counted
    QCOMPARE(schedule.choose(ChoiceKind::Delay, 2), 1u);
    QCOMPARE(schedule.choose(ChoiceKind::GilWinner, 1), 0u);
    QCOMPARE(schedule.choose(ChoiceKind::Preempt, 3), 2u);
    QCOMPARE(schedule.asked().size(), std::size_t{2});
    QCOMPARE(schedule.asked()[1].kind, ChoiceKind::Preempt);
    QCOMPARE(schedule.asked()[1].options, 3u);
    QCOMPARE(schedule.asked()[1].chosen, 2u);
}

void TestSchedule::byHandIsBounded()
{
    Schedule schedule = *Schedule::parse("hand:" + std::to_string(Schedule::maxByHand) + "=1");
    for (std::uint64_t i = 0; i < Schedule::maxByHand; ++i)
        schedule.choose(ChoiceKind::Preempt, 2);
    QVERIFY(!schedule.isByHand());
    QCOMPARE(schedule.choose(ChoiceKind::Preempt, 2), 0u);
    QCOMPARE(schedule.asked().size(), std::size_t{Schedule::maxByHand});
}

void TestSchedule::seedsDiffer()
{
    const std::vector<std::uint32_t> options(64, 2);
    Schedule one = Schedule::seeded(1), again = Schedule::seeded(1), two = Schedule::seeded(2);
    const auto first = answers(one, options);
    QCOMPARE(answers(again, options), first);
    QVERIFY(answers(two, options) != first);
}

void TestSchedule::replaysWhatWasChosen()
{
    QVERIFY(rc::check("the text of a schedule repeats its answers", [](std::uint64_t seed) {
        const auto options = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(1u, 9u));
        Schedule schedule = Schedule::seeded(seed);
        const auto first = answers(schedule, options);
        for (std::size_t i = 0; i < first.size(); ++i)
            RC_ASSERT(first[i] < options[i]);
        auto replay = Schedule::parse(schedule.text());
        RC_ASSERT(replay.has_value());
        RC_ASSERT(answers(*replay, options) == first);
        RC_ASSERT(replay->text() == schedule.text());
    }));
    QVERIFY(rc::check("a copy goes on from the same position", [](std::uint64_t seed) {
        Schedule schedule = Schedule::seeded(seed);
        answers(schedule, std::vector<std::uint32_t>(5, 4));
        Schedule copy = schedule;
        const std::vector<std::uint32_t> rest(20, 4);
        RC_ASSERT(answers(copy, rest) == answers(schedule, rest));
    }));
}

void TestSchedule::parseNeverFailsBadly()
{
    QVERIFY(rc::check("any text is a schedule or an error with words", []() {
        const auto letters =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("p:=,0123456789seed ")));
        for (const std::string& text : {letters, "p:" + letters, "seed:" + letters}) {
            const auto schedule = Schedule::parse(text);
            RC_ASSERT(schedule.has_value() || !schedule.error().empty());
        }
    }));
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
