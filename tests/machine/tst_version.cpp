#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine.h"
#endif

#include <QtTest>

using namespace il::machine;

class TestVersion : public QObject {
    Q_OBJECT

private slots:
    void knows_data();
    void knows();
    void refusesOthers();
    void costsAreInTheMeasuredRange();
};

void TestVersion::knows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("gil");
    QTest::addColumn<bool>("everyInstruction");
    const int ticks = static_cast<int>(GilModel::Ticks);
    const int interval = static_cast<int>(GilModel::SwitchInterval);
    const int none = static_cast<int>(GilModel::None);
    QTest::newRow("the old GIL") << "2.7" << ticks << true;
    QTest::newRow("first with a switch interval") << "3.2" << interval << true;
    QTest::newRow("last that checks everywhere") << "3.9" << interval << true;
    QTest::newRow("first that checks at jumps and calls") << "3.10" << interval << false;
    QTest::newRow("the default") << "3.11" << interval << false;
    QTest::newRow("3.13") << "3.13" << interval << false;
    QTest::newRow("free-threaded") << "3.13t" << none << false;
}

void TestVersion::knows()
{
    QFETCH(QString, text);
    QFETCH(int, gil);
    QFETCH(bool, everyInstruction);
    const auto version = PythonVersion::parse(text.toStdString());
    QVERIFY(version.has_value());
    QCOMPARE(QString::fromStdString(version->text), text);
    QCOMPARE(static_cast<int>(version->gil), gil);
    QCOMPARE(version->switchPoints == SwitchPoints::EveryInstruction, everyInstruction);
}

void TestVersion::refusesOthers()
{
    const auto version = PythonVersion::parse("3.1");
    QVERIFY(!version.has_value());
    QCOMPARE(
        QString::fromStdString(version.error()),
        "unknown Python version \"3.1\"; known are 2.7, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 3.10, 3.11, "
        "3.12, 3.13, 3.13t");
}

/// The ranges are measurements: GIL hand-off about 50 us, a lock handed over 3 to 8 us, creating and joining
/// a thread 25 to 145 us.
void TestVersion::costsAreInTheMeasuredRange()
{
    for (const char* text : {"2.7", "3.11", "3.13t"}) {
        const Costs costs = Costs::of(*PythonVersion::parse(text));
        QVERIFY(costs.wakeUp.ns >= 40'000 && costs.wakeUp.ns <= 65'000);
        QVERIFY(costs.wakeUpSoon.ns >= 3'000 && costs.wakeUpSoon.ns <= 8'000);
        const auto createAndJoin = costs.threadStart + costs.contextSwitch + costs.wakeUpSoon;
        QVERIFY(createAndJoin.ns >= 25'000 && createAndJoin.ns <= 145'000);
        QVERIFY(costs.instruction.ns >= 2 && costs.instruction.ns <= 12);
    }
}

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
