// The PEP 723 block of a script.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "lesson/lesson.h"
#include "script/compiler.h"

using namespace il;
using namespace il::lesson;

class TestMetadata : public QObject {
    Q_OBJECT

private slots:
    void withoutBlockAllIsDefault_data();
    void withoutBlockAllIsDefault();
    void everyKey();
    void parametersTakeTheScriptsValue();
    void errors_data();
    void errors();
    void allProblemsAreReported();
};

namespace {

/// A script with this metadata (one line each) and `code` after it. Metadata begins in line 2.
script::Program program(const QByteArray& toml, const QByteArray& code = "pass\n")
{
    QByteArray source = "# /// script\n";
    for (const QByteArray& line : toml.split('\n'))
        source += line.isEmpty() ? QByteArray("#\n") : "# " + line + "\n";
    source += "# ///\n" + code;
    return *script::compile(source.toStdString(), "s.py");
}

QString rendered(const std::vector<script::Diagnostic>& problems)
{
    std::string text;
    for (const script::Diagnostic& problem : problems)
        text += render(problem, script::Locale::English);
    return QString::fromStdString(text);
}

} // namespace

void TestMetadata::withoutBlockAllIsDefault_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("no block") << QByteArray("print(1)\n");
    QTest::newRow("other tools' tables")
        << QByteArray("# /// script\n# [tool.other]\n# cores = 'x'\n# ///\n");
    QTest::newRow("empty table") << QByteArray("# /// script\n# [tool.interleave]\n# ///\n");
    QTest::newRow("block never closed") << QByteArray("# /// script\n# [tool.interleave]\n# cores = 4\n");
}

void TestMetadata::withoutBlockAllIsDefault()
{
    QFETCH(QByteArray, source);
    const auto result = metadata(*script::compile(source.toStdString(), "s.py"));
    QVERIFY(result.has_value());
    QCOMPARE(result->cores, 2);
    QCOMPARE(result->python, std::string("3.11"));
    QCOMPARE(result->panel, std::string());
    QCOMPARE(result->schedule, std::string("default"));
    QVERIFY(!result->switchIntervalMs);
    QVERIFY(result->title[0].empty());
}

void TestMetadata::everyKey()
{
    const auto result = metadata(program(R"(requires-python = ">=3.9"

[tool.interleave]
title = { en = "A lock", zh = "锁" }
subtitle = "both"
group = "locks"
order = 7
panel = "mutex"
questions = ["S1-15", "S1-16"]
cores = 4
python = "3.13t"
axis = "steps"
switch-interval-ms = 0.5
schedule = "seed:42")"));
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    QCOMPARE(result->title[0], std::string("A lock"));
    QCOMPARE(result->title[1], std::string("锁"));
    QCOMPARE(result->subtitle[1], std::string("both"));
    QCOMPARE(result->group, std::string("locks"));
    QCOMPARE(result->order, 7);
    QCOMPARE(result->panel, std::string("mutex"));
    QCOMPARE(result->questions, (std::vector<std::string>{"S1-15", "S1-16"}));
    QCOMPARE(result->cores, 4);
    QCOMPARE(result->python, std::string("3.13t"));
    QCOMPARE(result->axis, std::string("steps"));
    QCOMPARE(result->switchIntervalMs.value(), 0.5);
    QCOMPARE(result->schedule, std::string("seed:42"));
}

void TestMetadata::parametersTakeTheScriptsValue()
{
    const auto result =
        metadata(program(R"([[tool.interleave.parameters]]
name = "ROUNDS"
min = 1
max = 1000
label = { en = "Rounds", zh = "轮数" }
[[tool.interleave.parameters]]
name = "DELAY"
min = -2
[[tool.interleave.parameters]]
name = "NAME"
[[tool.interleave.parameters]]
name = "FAST")",
                         "ROUNDS = 100\nDELAY = -0.5\nNAME = 'x'\nFAST = True\nROUNDS = 7\n"));
    QVERIFY2(result.has_value(), result ? "" : qPrintable(rendered(result.error())));
    const auto& parameters = result->parameters;
    QCOMPARE(parameters.size(), std::size_t{4});
    QVERIFY(parameters[0].value == Value(std::int64_t{100}));
    QVERIFY(parameters[0].min == Value(std::int64_t{1}));
    QVERIFY(parameters[0].max == Value(std::int64_t{1000}));
    QCOMPARE(parameters[0].label[1], std::string("轮数"));
    QVERIFY(parameters[1].value == Value(-0.5));
    QVERIFY(parameters[1].min == Value(-2.0));
    QCOMPARE(parameters[1].label[0], std::string("DELAY"));
    QVERIFY(parameters[2].value == Value(std::string("x")));
    QVERIFY(parameters[3].value == Value(true));
}

void TestMetadata::errors_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray("[tool.interleave]\n") + line << QString::fromUtf8(expected);
    };
    row("unknown key", "korse = 4",
        "s.py:3:3: error: there is no key 'korse': use one of title, subtitle, group, order, panel, "
        "questions, "
        "cores, python, axis, switch-interval-ms, schedule, parameters, goals\n"
        "# korse = 4\n  ^^^^^\n");
    row("wrong type", "cores = '4'",
        "s.py:3:11: error: the value of 'cores' must be a whole number\n# cores = '4'\n          ^^^\n");
    row("no whole number", "cores = 1.5",
        "s.py:3:11: error: the value of 'cores' must be a whole number\n# cores = 1.5\n          ^^^\n");
    row("out of range", "cores = 65",
        "s.py:3:11: error: the value of 'cores' must lie between 1 and 64\n# cores = 65\n          ^^\n");
    row("no such choice", "axis = 'weeks'",
        "s.py:3:10: error: the value of 'axis' must be one of time, steps\n# axis = 'weeks'\n         "
        "^^^^^^^\n");
    row("empty", "panel = ''",
        "s.py:3:11: error: the value of 'panel' is empty: write something, or leave the key out\n"
        "# panel = ''\n          ^^\n");
    row("version", "python = 'three'",
        "s.py:3:12: error: 'three' is no Python version: write one like \"3.11\" or \"3.13t\"\n"
        "# python = 'three'\n           ^^^^^^^\n");
    row("version as number", "python = 3.11",
        "s.py:3:12: error: the value of 'python' must be a text\n# python = 3.11\n           ^^^^\n");
    row("language missing", "title = { en = 'x' }",
        "s.py:3:11: error: 'title' has no text for 'zh': add one\n# title = { en = 'x' }\n          "
        "^^^^^^^^^^^^\n");
    row("unknown language", "title = { en = 'x', zh = 'y', fr = 'z' }",
        "s.py:3:33: error: there is no key 'fr': use one of en, zh\n"
        "# title = { en = 'x', zh = 'y', fr = 'z' }\n                                ^^\n");
    row("title of wrong type", "title = 3",
        "s.py:3:11: error: the value of 'title' must be a text, or { en = \"...\", zh = \"...\" }\n"
        "# title = 3\n          ^\n");
    row("interval", "switch-interval-ms = 0",
        "s.py:3:24: error: the value of 'switch-interval-ms' must lie between 0.001 and 1000\n"
        "# switch-interval-ms = 0\n                       ^\n");
    row("questions", "questions = ['S1', 2]",
        "s.py:3:22: error: the value of 'questions' must be a text\n"
        "# questions = ['S1', 2]\n                     ^\n");
    row("parameters", "parameters = 3",
        "s.py:3:16: error: the value of 'parameters' must be a list of tables\n"
        "# parameters = 3\n               ^\n");
    row("parameter without name", "parameters = [{ min = 3 }]",
        "s.py:3:17: error: this parameter has no name: add name = \"...\"\n"
        "# parameters = [{ min = 3 }]\n                ^^^^^^^^^^^\n");
    row("parameter unknown", "parameters = [{ name = 'X' }]",
        "s.py:3:26: error: the script's top level gives 'X' no constant: add a line like 'X = 3', or correct "
        "the "
        "name\n# parameters = [{ name = 'X' }]\n                         ^^^\n");
    row("parameter's bound", "parameters = [{ name = 'N', max = 2 }]",
        "s.py:3:37: error: the script's own value of 'N' lies beyond this bound: change one of the two\n"
        "# parameters = [{ name = 'N', max = 2 }]\n                                    ^\n");
    row("bound's kind", "parameters = [{ name = 'N', max = 4.5 }]",
        "s.py:3:37: error: 'max' must be a number of the same kind as the script's value of 'N'\n"
        "# parameters = [{ name = 'N', max = 4.5 }]\n                                    ^^^\n");
    QTest::newRow("table of wrong type")
        << QByteArray("[tool]\ninterleave = 3")
        << QStringLiteral("s.py:3:16: error: the value of 'tool.interleave' must be a table\n"
                          "# interleave = 3\n               ^\n");
}

void TestMetadata::errors()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, expected);
    const auto result = metadata(program(toml, "N = 3\n"));
    QVERIFY(!result);
    QCOMPARE(rendered(result.error()), expected);
}

void TestMetadata::allProblemsAreReported()
{
    const auto result = metadata(program("[tool.interleave]\ncores = 0\norder = 'x'\npanle = 'gil'"));
    QVERIFY(!result);
    QCOMPARE(result.error().size(), std::size_t{3});

    const auto syntax = metadata(program("[tool.interleave]\ncores = = 3"));
    QVERIFY(!syntax);
    QCOMPARE(syntax.error().size(), std::size_t{1});
    QCOMPARE(syntax.error()[0].id, std::string("metadata-syntax"));
    QCOMPARE(syntax.error()[0].line, 3);
    QCOMPARE(syntax.error()[0].sourceLine, std::string("# cores = = 3"));
}

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
