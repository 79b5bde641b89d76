// Format specs, % and str.format. What to expect was made by CPython 3.11 (format(value, spec)).
#include "machine/interpreter_world.h"

#include <QtTest>

using namespace il::machine;

namespace {

struct FormatRow {
    const char* value;
    const char* spec;
    const char* text;
};
struct Row {
    const char* expression;
    const char* text;
};

constexpr FormatRow formatRows[] = {
    {"42", "", "42"},
    {"42", "5", "   42"},
    {"42", "<5", "42   "},
    {"42", "^5", " 42  "},
    {"42", "05", "00042"},
    {"42", "+d", "+42"},
    {"42", "x", "2a"},
    {"42", "#x", "0x2a"},
    {"42", "b", "101010"},
    {"42", "#o", "0o52"},
    {"42", ",", "42"},
    {"42", "_", "42"},
    {"42", "08,", "0,000,042"},
    {"42", "e", "4.200000e+01"},
    {"42", ".2f", "42.00"},
    {"42", "%", "4200.000000%"},
    {"42", "c", "*"},
    {"-7", "", "-7"},
    {"-7", "5", "   -7"},
    {"-7", "<5", "-7   "},
    {"-7", "^5", " -7  "},
    {"-7", "05", "-0007"},
    {"-7", "+d", "-7"},
    {"-7", "x", "-7"},
    {"-7", "#x", "-0x7"},
    {"-7", "b", "-111"},
    {"-7", "#o", "-0o7"},
    {"-7", ",", "-7"},
    {"-7", "_", "-7"},
    {"-7", "08,", "-000,007"},
    {"-7", "e", "-7.000000e+00"},
    {"-7", ".2f", "-7.00"},
    {"-7", "%", "-700.000000%"},
    {"1234567", "", "1234567"},
    {"1234567", "5", "1234567"},
    {"1234567", "<5", "1234567"},
    {"1234567", "^5", "1234567"},
    {"1234567", "05", "1234567"},
    {"1234567", "+d", "+1234567"},
    {"1234567", "x", "12d687"},
    {"1234567", "#x", "0x12d687"},
    {"1234567", "b", "100101101011010000111"},
    {"1234567", "#o", "0o4553207"},
    {"1234567", ",", "1,234,567"},
    {"1234567", "_", "1_234_567"},
    {"1234567", "08,", "1,234,567"},
    {"1234567", "e", "1.234567e+06"},
    {"1234567", ".2f", "1234567.00"},
    {"1234567", "%", "123456700.000000%"},
    {"float('3.14159')", "", "3.14159"},
    {"float('3.14159')", ".3", "3.14"},
    {"float('3.14159')", ".2f", "3.14"},
    {"float('3.14159')", "10.1f", "       3.1"},
    {"float('3.14159')", "<8.1f", "3.1     "},
    {"float('3.14159')", "+.0f", "+3"},
    {"float('3.14159')", "e", "3.141590e+00"},
    {"float('3.14159')", ".1e", "3.1e+00"},
    {"float('3.14159')", "g", "3.14159"},
    {"float('3.14159')", ".3g", "3.14"},
    {"float('3.14159')", "%", "314.159000%"},
    {"float('3.14159')", ".1%", "314.2%"},
    {"float('3.14159')", ",.2f", "3.14"},
    {"float('3.14159')", "010.3f", "000003.142"},
    {"float('3.14159')", "G", "3.14159"},
    {"float('-0.5')", "", "-0.5"},
    {"float('-0.5')", ".3", "-0.5"},
    {"float('-0.5')", ".2f", "-0.50"},
    {"float('-0.5')", "10.1f", "      -0.5"},
    {"float('-0.5')", "<8.1f", "-0.5    "},
    {"float('-0.5')", "+.0f", "-0"},
    {"float('-0.5')", "e", "-5.000000e-01"},
    {"float('-0.5')", ".1e", "-5.0e-01"},
    {"float('-0.5')", "g", "-0.5"},
    {"float('-0.5')", ".3g", "-0.5"},
    {"float('-0.5')", "%", "-50.000000%"},
    {"float('-0.5')", ".1%", "-50.0%"},
    {"float('-0.5')", ",.2f", "-0.50"},
    {"float('-0.5')", "010.3f", "-00000.500"},
    {"float('-0.5')", "G", "-0.5"},
    {"float('1e+20')", "", "1e+20"},
    {"float('1e+20')", ".3", "1e+20"},
    {"float('1e+20')", ".2f", "100000000000000000000.00"},
    {"float('1e+20')", "10.1f", "100000000000000000000.0"},
    {"float('1e+20')", "<8.1f", "100000000000000000000.0"},
    {"float('1e+20')", "+.0f", "+100000000000000000000"},
    {"float('1e+20')", "e", "1.000000e+20"},
    {"float('1e+20')", ".1e", "1.0e+20"},
    {"float('1e+20')", "g", "1e+20"},
    {"float('1e+20')", ".3g", "1e+20"},
    {"float('1e+20')", "%", "10000000000000000000000.000000%"},
    {"float('1e+20')", ".1%", "10000000000000000000000.0%"},
    {"float('1e+20')", ",.2f", "100,000,000,000,000,000,000.00"},
    {"float('1e+20')", "010.3f", "100000000000000000000.000"},
    {"float('1e+20')", "G", "1E+20"},
    {"float('1234567.891')", "", "1234567.891"},
    {"float('1234567.891')", ".3", "1.23e+06"},
    {"float('1234567.891')", ".2f", "1234567.89"},
    {"float('1234567.891')", "10.1f", " 1234567.9"},
    {"float('1234567.891')", "<8.1f", "1234567.9"},
    {"float('1234567.891')", "+.0f", "+1234568"},
    {"float('1234567.891')", "e", "1.234568e+06"},
    {"float('1234567.891')", ".1e", "1.2e+06"},
    {"float('1234567.891')", "g", "1.23457e+06"},
    {"float('1234567.891')", ".3g", "1.23e+06"},
    {"float('1234567.891')", "%", "123456789.100000%"},
    {"float('1234567.891')", ".1%", "123456789.1%"},
    {"float('1234567.891')", ",.2f", "1,234,567.89"},
    {"float('1234567.891')", "010.3f", "1234567.891"},
    {"float('1234567.891')", "G", "1.23457E+06"},
    {"float('0.0')", "", "0.0"},
    {"float('0.0')", ".3", "0.0"},
    {"float('0.0')", ".2f", "0.00"},
    {"float('0.0')", "10.1f", "       0.0"},
    {"float('0.0')", "<8.1f", "0.0     "},
    {"float('0.0')", "+.0f", "+0"},
    {"float('0.0')", "e", "0.000000e+00"},
    {"float('0.0')", ".1e", "0.0e+00"},
    {"float('0.0')", "g", "0"},
    {"float('0.0')", ".3g", "0"},
    {"float('0.0')", "%", "0.000000%"},
    {"float('0.0')", ".1%", "0.0%"},
    {"float('0.0')", ",.2f", "0.00"},
    {"float('0.0')", "010.3f", "000000.000"},
    {"float('0.0')", "G", "0"},
    {"float('1e-07')", "", "1e-07"},
    {"float('1e-07')", ".3", "1e-07"},
    {"float('1e-07')", ".2f", "0.00"},
    {"float('1e-07')", "10.1f", "       0.0"},
    {"float('1e-07')", "<8.1f", "0.0     "},
    {"float('1e-07')", "+.0f", "+0"},
    {"float('1e-07')", "e", "1.000000e-07"},
    {"float('1e-07')", ".1e", "1.0e-07"},
    {"float('1e-07')", "g", "1e-07"},
    {"float('1e-07')", ".3g", "1e-07"},
    {"float('1e-07')", "%", "0.000010%"},
    {"float('1e-07')", ".1%", "0.0%"},
    {"float('1e-07')", ",.2f", "0.00"},
    {"float('1e-07')", "010.3f", "000000.000"},
    {"float('1e-07')", "G", "1E-07"},
    {"float('inf')", "", "inf"},
    {"float('inf')", ".3", "inf"},
    {"float('inf')", ".2f", "inf"},
    {"float('inf')", "10.1f", "       inf"},
    {"float('inf')", "<8.1f", "inf     "},
    {"float('inf')", "+.0f", "+inf"},
    {"float('inf')", "e", "inf"},
    {"float('inf')", ".1e", "inf"},
    {"float('inf')", "g", "inf"},
    {"float('inf')", ".3g", "inf"},
    {"float('inf')", "%", "inf%"},
    {"float('inf')", ".1%", "inf%"},
    {"float('inf')", ",.2f", "inf"},
    {"float('inf')", "010.3f", "0000000inf"},
    {"float('inf')", "G", "INF"},
    {"float('nan')", "", "nan"},
    {"float('nan')", ".3", "nan"},
    {"float('nan')", ".2f", "nan"},
    {"float('nan')", "10.1f", "       nan"},
    {"float('nan')", "<8.1f", "nan     "},
    {"float('nan')", "+.0f", "+nan"},
    {"float('nan')", "e", "nan"},
    {"float('nan')", ".1e", "nan"},
    {"float('nan')", "g", "nan"},
    {"float('nan')", ".3g", "nan"},
    {"float('nan')", "%", "nan%"},
    {"float('nan')", ".1%", "nan%"},
    {"float('nan')", ",.2f", "nan"},
    {"float('nan')", "010.3f", "0000000nan"},
    {"float('nan')", "G", "NAN"},
    {"float('100.0')", "", "100.0"},
    {"float('100.0')", ".3", "1e+02"},
    {"float('100.0')", ".2f", "100.00"},
    {"float('100.0')", "10.1f", "     100.0"},
    {"float('100.0')", "<8.1f", "100.0   "},
    {"float('100.0')", "+.0f", "+100"},
    {"float('100.0')", "e", "1.000000e+02"},
    {"float('100.0')", ".1e", "1.0e+02"},
    {"float('100.0')", "g", "100"},
    {"float('100.0')", ".3g", "100"},
    {"float('100.0')", "%", "10000.000000%"},
    {"float('100.0')", ".1%", "10000.0%"},
    {"float('100.0')", ",.2f", "100.00"},
    {"float('100.0')", "010.3f", "000100.000"},
    {"float('100.0')", "G", "100"},
    {"'abc'", "", "abc"},
    {"'abc'", "5", "abc  "},
    {"'abc'", ">5", "  abc"},
    {"'abc'", "^7", "  abc  "},
    {"'abc'", "*^7", "**abc**"},
    {"'abc'", ".2", "ab"},
    {"'abc'", "é<4", "abcé"},
    {"'日本'", "", "日本"},
    {"'日本'", "5", "日本   "},
    {"'日本'", ">5", "   日本"},
    {"'日本'", "^7", "  日本   "},
    {"'日本'", "*^7", "**日本***"},
    {"'日本'", ".2", "日本"},
    {"'日本'", "é<4", "日本éé"},
};

constexpr Row rows[] = {
    {"'%5d|%-5d|%05d|%+d' % (42, 42, 42, 42)", "   42|42   |00042|+42"},
    {"'%x %X %o %#x' % (255, 255, 8, 255)", "ff FF 10 0xff"},
    {"'%s %r' % ('a', 'a')", "a 'a'"},
    {"'%.2f %10.3f %-8.1f|' % (3.14159, 2.5, 1.25)", "3.14      2.500 1.2     |"},
    {"'%e %g' % (12345.678, 0.0001)", "1.234568e+04 0.0001"},
    {"'%c%c' % ('a', 66)", "aB"},
    {"'%(a)s %(b)d' % {'a': 1, 'b': 2}", "1 2"},
    {"'%*d' % (5, 3)", "    3"},
    {"'%5.1s|' % 'abc'", "    a|"},
    {"'100%%' % ()", "100%"},
    {"'%s' % [1]", "[1]"},
    {"'{} {}'.format(1, 2)", "1 2"},
    {"'{1} {0}'.format('a', 'b')", "b a"},
    {"'{a.real} {b[0]} {c[k]}'.format(a=1, b=[2], c={'k': 3})", "1 2 3"},
    {"'{!r:>6}'.format('a')", "   'a'"},
    {"'{{}} {:{}}'.format('x', 4)", "{} x   "},
    {"repr(0.1 + 0.2)", "0.30000000000000004"},
    {"repr(1e16)", "1e+16"},
    {"repr(123456789012345.6)", "123456789012345.6"},
    {"repr(1e-5)", "1e-05"},
    {"repr(5e-324)", "5e-324"},
    {"repr(-0.0)", "-0.0"},
    {"repr('it\\'s')", "\"it's\""},
    {"repr('\"')", "'\"'"},
    {"repr('\\n\\x00\\x7f')", "'\\n\\x00\\x7f'"},
    {"repr(b'a\\xff')", "b'a\\xff'"},
    {"str([1.0, 'a', None, (1,), {2: 3}, {4}])", "[1.0, 'a', None, (1,), {2: 3}, {4}]"},
};

} // namespace

class TestFormat : public QObject {
    Q_OBJECT
private slots:
    void specs();
    void expressions_data();
    void expressions();
    void refusals_data();
    void refusals();
};

/// One program for all rows: starting one takes longer than formatting.
void TestFormat::specs()
{
    std::string source;
    for (const FormatRow& row : formatRows)
        source += std::string("print(format(") + row.value + ", '" + row.spec + "'), end='\\n')\n";
    World world(source);
    QCOMPARE(world.problem, std::string());
    world.run();
    QCOMPARE(world.err, std::string());
    const QStringList lines = QString::fromStdString(world.out).split('\n');
    qsizetype i = 0;
    for (const FormatRow& row : formatRows) {
        const QString where = QString("format(%1, '%2')").arg(row.value, QString::fromUtf8(row.spec));
        QCOMPARE(where + " = " + lines.value(i++), where + " = " + QString::fromUtf8(row.text));
    }
}

void TestFormat::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    for (const Row& row : rows)
        QTest::newRow(row.expression) << QString::fromUtf8(row.expression) << QString::fromUtf8(row.text);
}

void TestFormat::expressions()
{
    QFETCH(QString, expression);
    QFETCH(QString, text);
    World world("print(" + expression.toStdString() + ")");
    QCOMPARE(world.problem, std::string());
    world.run();
    QCOMPARE(QString::fromStdString(world.err), QString());
    QCOMPARE(QString::fromStdString(world.out), text + "\n");
}

void TestFormat::refusals_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* expression, const char* error) {
        QTest::newRow(expression) << QString(expression) << QString(error);
    };
    row("format(1, 'q')", "ValueError: Unknown format code 'q' for object of type 'int'");
    row("format('a', 'd')", "ValueError: Unknown format code 'd' for object of type 'str'");
    row("'%d' % 'a'", "TypeError: %d format: a real number is required, not str");
    row("'%d' % (1, 2)", "TypeError: not all arguments converted during string formatting");
    row("'%d %d' % 1", "TypeError: not enough arguments for format string");
    row("format([], '5')", "TypeError: unsupported format string passed to list.__format__");
}

void TestFormat::refusals()
{
    QFETCH(QString, expression);
    QFETCH(QString, error);
    World world("print(" + expression.toStdString() + ")");
    world.run();
    QVERIFY2(QString::fromStdString(world.err).endsWith(error + "\n"), world.err.c_str());
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
