#include "machine/modules/mersenne.h"

#include <QtTest>

using il::machine::Mersenne;

/// Expected figures are what CPython 3.11's random prints.
class TestMersenne : public QObject {
    Q_OBJECT

private slots:
    void likeCPython_data();
    void likeCPython();
    void seedsWithText();
    void sha512();
};

void TestMersenne::likeCPython_data()
{
    QTest::addColumn<qint64>("seed");
    QTest::addColumn<double>("first");
    QTest::addColumn<qint64>("bits40");
    QTest::newRow("0") << qint64(0) << 0.8444218515250481 << qint64(978212965548);
    QTest::newRow("42") << qint64(42) << 0.6394267984578837 << qint64(811856239313);
    QTest::newRow("negative") << qint64(-12345678901234) << 0.02504137575317178 << qint64(906862273772);
}

void TestMersenne::likeCPython()
{
    QFETCH(qint64, seed);
    QFETCH(double, first);
    QFETCH(qint64, bits40);
    Mersenne random;
    random.seed(std::int64_t(seed));
    QCOMPARE(random.fraction(), first);
    QCOMPARE(qint64(random.bits(40)), bits40);
}

void TestMersenne::seedsWithText()
{
    Mersenne random;
    random.seed("hello");
    QCOMPARE(random.fraction(), 0.3537754404730722);
}

void TestMersenne::sha512()
{
    const auto digest = il::machine::sha512("abc"); // the example of FIPS 180-4
    QCOMPARE(digest[0], std::uint8_t(0xdd));
    QCOMPARE(digest[1], std::uint8_t(0xaf));
    QCOMPARE(digest[63], std::uint8_t(0x9f));
}

QTEST_GUILESS_MAIN(TestMersenne)
#include "tst_mersenne.moc"
