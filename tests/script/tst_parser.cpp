// Tokens, comments, positions, bounds and repr: what the comparison with CPython (tests/conformance) doesn't
// see.
#include "script/comments.h"
#include "script/messages.h"
#include "script/parser.h"
#include "script/repr.h"
#include "script/unicode.h"

#include <QtTest>

#include <set>

using namespace il::script;

namespace {

std::string repeated(const std::string& text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

QString errorId(const std::string& source, ParseLimits limits = {})
{
    const auto module = parse(source, "a.py", limits);
    return module ? QString() : QString::fromStdString(module.error().id);
}

} // namespace

class TestParser : public QObject {
    Q_OBJECT

private slots:
    void sameTreeWhateverTheLineEnds_data();
    void sameTreeWhateverTheLineEnds();
    void comments_data();
    void comments();
    void spans();
    void bounds_data();
    void bounds();
    void withinBounds_data();
    void withinBounds();
    void sourceBound();
    void literals_data();
    void literals();
    void columns_data();
    void columns();
    void badUtf8_data();
    void badUtf8();
    void messageTable();
};

void TestParser::sameTreeWhateverTheLineEnds_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("unix") << QByteArray("if a:\n    b = '''x\ny'''\nc\n");
    QTest::newRow("windows") << QByteArray("if a:\r\n    b = '''x\r\ny'''\r\nc\r\n");
    QTest::newRow("old mac") << QByteArray("if a:\r    b = '''x\ry'''\rc\r");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFif a:\n    b = '''x\ny'''\nc\n");
    QTest::newRow("no last newline") << QByteArray("if a:\n    b = '''x\ny'''\nc");
}

void TestParser::sameTreeWhateverTheLineEnds()
{
    QFETCH(QByteArray, source);
    const auto module = parse(source.toStdString(), "a.py");
    QVERIFY(module);
    QCOMPARE(QString::fromStdString(dump(*module)),
             QString("Module(body=[If(test=Name(id='a', ctx=Load()), body=[Assign(targets=[Name(id='b', "
                     "ctx=Store())], "
                     "value=Constant(value='x\\ny'))], orelse=[]), Expr(value=Name(id='c', ctx=Load()))], "
                     "type_ignores=[])"));
}

void TestParser::comments_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected"); // line, '+' when alone on it, text; joined by '|'
    QTest::newRow("none") << QByteArray("a = '# no'\n") << QByteArray();
    QTest::newRow("cue on its own line") << QByteArray("a\n  #: start\nb\n") << QByteArray("2+#: start");
    QTest::newRow("cue behind code") << QByteArray("a  #: start\n") << QByteArray("1#: start");
    QTest::newRow("chinese") << QByteArray("# 注释：一\n") << QByteArray("1+# 注释：一");
    QTest::newRow("metadata") << QByteArray("# /// script\n# x = 1\n# ///\n")
                              << QByteArray("1+# /// script|2+# x = 1|3+# ///");
    QTest::newRow("in brackets") << QByteArray("f(a, # one\n  # two\n b)\n") << QByteArray("1# one|2+# two");
    QTest::newRow("windows line ends") << QByteArray("# a\r\nb # c\r\n") << QByteArray("1+# a|2# c");
    QTest::newRow("in a triple-quoted string")
        << QByteArray("'''\n# no\n'''  # yes\n") << QByteArray("3# yes");
    QTest::newRow("in a block") << QByteArray("if a:\n    # one\n    b\n# two")
                                << QByteArray("2+# one|4+# two");
    QTest::newRow("up to an error") << QByteArray("# one\n$\n# two\n") << QByteArray("1+# one");
}

void TestParser::comments()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    QStringList found;
    for (const Comment& comment : il::script::comments(source.toStdString()))
        found << QString::number(comment.line) + (comment.ownLine ? "+" : "") +
                     QString::fromStdString(comment.text);
    QCOMPARE(found.join('|'), QString::fromUtf8(expected));
}

void TestParser::spans()
{
    const auto module = parse("数 = f(\n  a)\nif b: c;\n", "a.py");
    QVERIFY(module);
    const Span& first = module->body[0]->span;
    QCOMPARE(first.line, 1);
    QCOMPARE(first.column, 0);
    QCOMPARE(first.endLine, 2);
    QCOMPARE(first.endColumn, 4);
    const auto& assign = std::get<ast::Assign>(module->body[0]->node);
    QCOMPARE(assign.value->span.column, 6); // the name takes three bytes
    QCOMPARE(module->body[1]->span.endColumn, 8);
}

void TestParser::bounds_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const std::string& source, const char* id) {
        QTest::newRow(name) << QByteArray::fromStdString(source) << QString(id);
    };
    constexpr int many = 50'000;
    row("brackets", repeated("(", many) + repeated(")", many), "too-nested");
    row("unclosed brackets", repeated("[", many), "too-nested");
    row("calls in calls", repeated("f(", many), "too-nested");
    row("lambdas", repeated("lambda: ", many) + "0", "too-nested");
    row("not", repeated("not ", many) + "a", "too-nested");
    row("minus", repeated("-", many) + "a", "too-nested");
    row("powers", repeated("a**", many) + "a", "too-nested");
    row("conditionals", repeated("a if b else ", many) + "c", "too-nested");
    row("elif", "if a: b\n" + repeated("elif a: b\n", many), "too-nested");
    row("sums", repeated("a+", many) + "a", "expression-too-long");
    row("attributes", "a" + repeated(".b", many), "expression-too-long");
    row("calls", "a" + repeated("()", many), "expression-too-long");
    row("subscripts", "a" + repeated("[0]", many), "expression-too-long");
    row("patterns", "match a:\n  case " + repeated("[", 80) + repeated("{1: [", 40), "too-nested");
    std::string blocks;
    for (int i = 0; i < 200; ++i)
        blocks += std::string(static_cast<std::size_t>(i), ' ') + "if a:\n";
    row("blocks", blocks, "too-nested");
    row("long integer", std::string(5000, '7'), "number-too-long");
    row("long hexadecimal", "0x" + std::string(many, 'f'), "number-too-long");
    row("brackets in an f-string", "f'''{" + repeated("(", 100) + "}'''", "too-nested");
}

void TestParser::bounds()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, id);
    QCOMPARE(errorId(source.toStdString()), id);
}

void TestParser::withinBounds_data()
{
    QTest::addColumn<QByteArray>("source");
    const auto row = [](const char* name, const std::string& source) {
        QTest::newRow(name) << QByteArray::fromStdString(source);
    };
    row("brackets", repeated("(", 80) + "a" + repeated(")", 80));
    row("chain", "a" + repeated(".b()", 150));
    row("flat list", "[" + repeated("1, ", 10'000) + "]");
    row("flat booleans", repeated("a and ", 10'000) + "b");
    row("flat comparison", repeated("a < ", 10'000) + "b");
    row("joined strings", repeated("'a' ", 10'000));
    row("statements", repeated("a = 1\n", 10'000));
    row("one long line", repeated("a; ", 10'000));
}

void TestParser::withinBounds()
{
    QFETCH(QByteArray, source);
    QCOMPARE(errorId(source.toStdString()), QString());
}

void TestParser::sourceBound()
{
    ParseLimits limits;
    limits.bytes = 4;
    QCOMPARE(errorId("a+b\n", limits), QString());
    QCOMPARE(errorId("a+bc\n", limits), QString("source-too-large"));
}

void TestParser::literals_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("repr");
    QTest::newRow("largest 64-bit") << QByteArray("9223372036854775807") << QByteArray("9223372036854775807");
    QTest::newRow("one more") << QByteArray("9223372036854775808") << QByteArray("9223372036854775808");
    QTest::newRow("2**100") << QByteArray("0x10000000000000000000000000")
                            << QByteArray("1267650600228229401496703205376");
    QTest::newRow("10**18 in limbs") << QByteArray("0xDE0B6B3A76400000000")
                                     << QByteArray("65536000000000000000000");
    QTest::newRow("float whole") << QByteArray("1e15") << QByteArray("1000000000000000.0");
    QTest::newRow("float exponent") << QByteArray("1e16") << QByteArray("1e+16");
    QTest::newRow("float small") << QByteArray("0.00001") << QByteArray("1e-05");
    QTest::newRow("imaginary") << QByteArray("2.0j") << QByteArray("2j");
    QTest::newRow("quotes") << QByteArray(R"("it's")") << QByteArray(R"("it's")");
    QTest::newRow("both quotes") << QByteArray(R"("it's \"")") << QByteArray(R"('it\'s "')");
    QTest::newRow("surrogate") << QByteArray(R"('\ud83d')") << QByteArray(R"('\ud83d')");
    QTest::newRow("bytes") << QByteArray(R"(b'\0a\xff\n')") << QByteArray(R"(b'\x00a\xff\n')");
}

void TestParser::literals()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, repr);
    const auto module = parse(source.toStdString(), "a.py");
    QVERIFY(module);
    const auto& statement = std::get<ast::ExprStmt>(module->body[0]->node);
    QCOMPARE(
        QByteArray::fromStdString(il::script::repr(std::get<ast::Constant>(statement.value->node).value)),
        repr);
}

void TestParser::columns_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<int>("expected");
    QTest::newRow("letter") << uint{'a'} << 1;
    QTest::newRow("e acute") << 0xE9U << 1;
    QTest::newRow("han") << 0x4E2DU << 2;
    QTest::newRow("full-width colon") << 0xFF1AU << 2;
    QTest::newRow("kana") << 0x3042U << 2;
    QTest::newRow("emoji") << 0x1F600U << 2;
    QTest::newRow("combining acute") << 0x301U << 0;
}

void TestParser::columns()
{
    QFETCH(uint, codePoint);
    QTEST(il::script::columns(codePoint), "expected");
}

void TestParser::badUtf8_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("id");
    QTest::newRow("lone continuation") << QByteArray("a\x80") << "not-utf8";
    QTest::newRow("cut short") << QByteArray("# \xE4\xB8") << "not-utf8";
    QTest::newRow("overlong") << QByteArray("# \xC0\xAF") << "not-utf8";
    QTest::newRow("surrogate") << QByteArray("# \xED\xA0\x80") << "not-utf8";
    QTest::newRow("too high") << QByteArray("# \xF4\x90\x80\x80") << "not-utf8";
    QTest::newRow("GB 18030") << QByteArray("# \xD6\xD0\xCE\xC4") << "not-utf8";
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << "nul-byte";
}

void TestParser::badUtf8()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, id);
    QCOMPARE(errorId(source.toStdString()), id);
}

void TestParser::messageTable()
{
    std::set<std::string_view> ids;
    for (const MessageRow& row : messages()) {
        const std::string id(row.id);
        QVERIFY2(ids.insert(row.id).second, id.c_str());
        QVERIFY2(!row.english.empty() && !row.chinese.empty() && row.english != row.chinese, id.c_str());
        for (const char* placeholder : {"%1", "%2", "%3", "%4"}) {
            QVERIFY2((row.english.find(placeholder) == std::string_view::npos) ==
                         (row.chinese.find(placeholder) == std::string_view::npos),
                     id.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
