// The compiler against CPython 3.11: golden/compiler/NAME.txt is what listing.py printed for
// script/snippets/NAME.py under CPython 3.11 itself, never our own output.
#include "script/listing.h"

#include "script/compiler.h"

#include <QtTest>

using namespace il::script;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string failure(const std::string& source)
{
    const auto program = compile(source, "x.py");
    return program ? "compiles" : program.error().id;
}

std::string rendered(const std::string& source, Locale locale = Locale::English)
{
    const auto program = compile(source, "x.py");
    return program ? "compiles" : render(program.error(), locale);
}

} // namespace

class CompilerTest : public QObject {
    Q_OBJECT

private slots:
    void sameAsCPython_data();
    void sameAsCPython();
    void refuses_data();
    void refuses();
    void positionsOfFaults();
    void cuesMarkCodeLines();
    void metadata_data();
    void metadata();
    void deepTreesAreRefused_data();
    void deepTreesAreRefused();
    void nestedFinallyIsBounded();
    void disassembly();
    void stackSizeCoversEveryHandler();
};

void CompilerTest::sameAsCPython_data()
{
    QTest::addColumn<QString>("name");
    const QDir snippets(IL_SOURCE_DIR "/tests/script/snippets");
    const auto files = snippets.entryInfoList({"*.py"}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const auto& file : files)
        QTest::newRow(qPrintable(file.baseName())) << file.baseName();
}

void CompilerTest::sameAsCPython()
{
    QFETCH(QString, name);
    const auto source = contents(IL_SOURCE_DIR "/tests/script/snippets/" + name + ".py");
    const auto program = compile(source.toStdString(), name.toStdString());
    if (!program)
        QFAIL(render(program.error(), Locale::English).c_str());
    const auto actual = QString::fromStdString(listing(*program)).split('\n');
    const auto expected =
        QString::fromUtf8(contents(IL_SOURCE_DIR "/tests/golden/compiler/" + name + ".txt")).split('\n');
    for (int i = 0; i < std::min(actual.size(), expected.size()); ++i)
        QCOMPARE(actual[i], expected[i]);
    QCOMPARE(actual.size(), expected.size());
}

void CompilerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char* source, const char* id) {
        QTest::newRow(QByteArray(source).replace('\n', " / ").constData())
            << QByteArray(source) << QByteArray(id);
    };
    row("return 1", "outside-function");
    row("class C:\n  return 1", "outside-function");
    row("yield 1", "outside-function");
    row("break", "outside-loop");
    row("def f():\n  for x in y: pass\n  else: break", "outside-loop");
    row("if a: continue", "continue-outside-loop");
    row("while a:\n  def f(): continue", "continue-outside-loop");
    row("def f():\n  nonlocal x", "no-binding-for-nonlocal");
    row("nonlocal x", "nonlocal-at-module-level");
    row("def f():\n  x = 1\n  def g():\n    global x\n    nonlocal x", "nonlocal-and-global");
    row("def f(x):\n  global x", "parameter-and-declared");
    row("def f():\n  print(x)\n  global x", "used-before-declaration");
    row("def f():\n  x = 1\n  global x", "assigned-before-declaration");
    row("def f():\n  global x\n  x: int = 1", "annotated-name");
    row("def f(a, a): pass", "duplicate-argument");
    row("f = lambda a, *a: 1", "duplicate-argument");
    row("f(a=1, a=2)", "keyword-repeated");
    row("def f():\n  from x import *", "import-star-in-function");
    row("[(yield) for x in y]", "yield-in-comprehension");
    row("[x := 1 for x in y]", "walrus-rebinds-iteration-variable");
    row("class C:\n  [x := 1 for y in z]", "walrus-in-class-comprehension");
    row("[1 for y in (x := z)]", "walrus-in-comprehension-iterable");
    row("try: pass\nexcept: pass\nexcept E: pass", "bare-except-not-last");
    row("a, *b, *c = d", "two-starred-targets");
    row("x = 1\nfrom __future__ import annotations", "future-import-late");
    row("from __future__ import nonsense", "future-feature-unknown");
    row("async def f(): pass", "not-supported");
    row("match x:\n  case 1: pass", "not-supported");
    row("try: pass\nexcept* E: pass", "not-supported");
    row("x = 99999999999999999999", "not-supported");
    row("x = 1j", "not-supported");
    row("x = a @ b", "not-supported");
    row("from . import x", "not-supported");
}

void CompilerTest::refuses()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, id);
    QCOMPARE(QByteArray::fromStdString(failure(source.toStdString())), id);
}

void CompilerTest::positionsOfFaults()
{
    QCOMPARE(rendered("def f():\n    match x:\n        case 1: pass\n"),
             "x.py:2:5: error: this machine can't run match statements yet: write it in another way\n"
             "    match x:\n"
             "    ^^^^^^^^\n");
    QCOMPARE(
        rendered("def f(a, é, a): pass\n"),
        "x.py:1:13: error: duplicate argument 'a' in function definition: give each parameter its own name\n"
        "def f(a, é, a): pass\n"
        "            ^\n");
    QCOMPARE(rendered("x = 1j\n", Locale::Chinese), "x.py:1:5: 错误：本机尚不支持复数：请换一种写法\n"
                                                    "x = 1j\n"
                                                    "    ^^\n");
}

void CompilerTest::cuesMarkCodeLines()
{
    const auto program = compile("x = 1  #: trailing\n"
                                 "#: alone\n"
                                 "\n"
                                 "# an ordinary comment\n"
                                 "def f():\n"
                                 "    #: inside\n"
                                 "    return x\n"
                                 "#: a sentence for Sphinx\n"
                                 "s = '#: no-comment'\n"
                                 "#: last\n",
                                 "x.py");
    QVERIFY(program.has_value());
    std::string cues;
    for (const auto& cue : program->cues)
        cues += cue.name + ":" + std::to_string(cue.line) + " ";
    QCOMPARE(cues, std::string("trailing:1 alone:5 inside:7 last:0 "));
}

void CompilerTest::metadata_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<int>("line");
    QTest::newRow("one block")
        << QByteArray("#!/usr/bin/env python3\n# /// script\n# a = 1\n#\n# b = 2\n# ///\nx = 1\n")
        << QByteArray("a = 1\n\nb = 2\n") << 3;
    QTest::newRow("inner end") << QByteArray("# /// script\n# a = '''\n# ///\n# '''\n# ///\n")
                               << QByteArray("a = '''\n///\n'''\n") << 2;
    QTest::newRow("not closed") << QByteArray("# /// script\n# a = 1\nx = 1\n") << QByteArray() << 0;
    QTest::newRow("in a string") << QByteArray("x = '''\n# /// script\n# a = 1\n# ///\n'''\n") << QByteArray()
                                 << 0;
    QTest::newRow("another type") << QByteArray("# /// other\n# a = 1\n# ///\n") << QByteArray() << 0;
    QTest::newRow("no space") << QByteArray("# /// script\n#a = 1\n# ///\n") << QByteArray() << 0;
}

void CompilerTest::metadata()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, metadata);
    QFETCH(int, line);
    const auto program = compile(source.toStdString(), "x.py");
    QVERIFY(program.has_value());
    QCOMPARE(QByteArray::fromStdString(program->metadata), metadata);
    QCOMPARE(program->metadataLine, line);
}

void CompilerTest::deepTreesAreRefused_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("brackets") << QByteArray(10000, '(') + "1" + QByteArray(10000, ')');
    QTest::newRow("sum") << QByteArray("a+").repeated(100000) + "a";
    QTest::newRow("not") << QByteArray("not ").repeated(100000) + "a";
    QTest::newRow("minus") << QByteArray(100000, '-') + "a";
    QTest::newRow("attributes") << "a" + QByteArray(".a").repeated(100000);
    QTest::newRow("lambda") << QByteArray("lambda:").repeated(20000) + "a";
    QByteArray elifs = "if a: pass\n";
    for (int i = 0; i < 20000; ++i)
        elifs += "elif a: pass\n";
    QTest::newRow("elif") << elifs;
    QByteArray blocks;
    for (int i = 0; i < 1000; ++i)
        blocks += QByteArray(i, ' ') + "if a:\n";
    QTest::newRow("blocks") << blocks + QByteArray(1000, ' ') + "pass\n";
}

void CompilerTest::deepTreesAreRefused()
{
    // Either answer is right, as long as there is one.
    QFETCH(QByteArray, source);
    const auto program = compile(source.toStdString(), "x.py");
    if (!program)
        QVERIFY(message(program.error(), Locale::English) != program.error().id);
}

void CompilerTest::nestedFinallyIsBounded()
{
    std::string source = "def f():\n";
    for (int i = 0; i < 40; ++i)
        source += std::string(static_cast<std::size_t>(i) + 1, ' ') + "try: return g()\n" +
                  std::string(static_cast<std::size_t>(i) + 1, ' ') + "finally:\n";
    source += std::string(42, ' ') + "h()\n";
    QVERIFY2(failure(source) == "program-too-big" || failure(source) == "too-deeply-nested",
             failure(source).c_str());
}

void CompilerTest::disassembly()
{
    const auto program = compile(
        "counter = 0\ndef add(n):\n    global counter\n    for i in range(n):\n        counter += 1\n",
        "x.py");
    QVERIFY(program.has_value());
    const auto text = disassemble(*program);
    QVERIFY2(text.find("add:\n   2    0 RESUME  0\n"
                       "   4    1 LOAD_GLOBAL  1 (NULL + range)\n"
                       "        2 LOAD_FAST  0 (n)\n"
                       "        3 CALL  1\n"
                       "        4 GET_ITER\n"
                       "        5 FOR_ITER  12 (to 12)\n"
                       "        6 STORE_FAST  1 (i)\n"
                       "   5    7 LOAD_GLOBAL  2 (counter)\n"
                       "        8 LOAD_CONST  1 (1)\n"
                       "        9 BINARY_OP  13 (+=)\n"
                       "       10 STORE_GLOBAL  1 (counter)\n"
                       "       11 JUMP_BACKWARD  5 (to 5)\n"
                       "   4   12 LOAD_CONST  0 (None)\n"
                       "       13 RETURN_VALUE\n") != std::string::npos,
             text.c_str());
}

void CompilerTest::stackSizeCoversEveryHandler()
{
    const auto program = compile("def f():\n  for x in y:\n    with a as b:\n      try:\n        g(1, 2, "
                                 "h(3))\n      except E:\n        pass\n",
                                 "x.py");
    QVERIFY(program.has_value());
    for (const auto& code : program->codes)
        for (const auto& handler : code.handlers)
            QVERIFY(handler.depth + (handler.lasti ? 2 : 1) <= code.stackSize);
}

QTEST_GUILESS_MAIN(CompilerTest)
#include "tst_compiler.moc"
