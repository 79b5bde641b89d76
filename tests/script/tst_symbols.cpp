#include "script/parser.h"
#include "script/symbols.h"

#include <QtTest>

using namespace il::script;

namespace {

const char* text(Binding binding)
{
    switch (binding) {
    case Binding::Local:
        return "local";
    case Binding::Cell:
        return "cell";
    case Binding::Free:
        return "free";
    case Binding::GlobalExplicit:
        return "global!";
    case Binding::GlobalImplicit:
        return "global";
    case Binding::None:
        break;
    }
    return "none";
}

/// "scope: name=binding ...; ..." in the order of the scopes.
QString bindings(const std::string& source)
{
    const auto module = parse(source, "x.py");
    if (!module)
        return "parse error";
    const auto table = SymbolTable::of(*module, {});
    if (!table)
        return QString::fromStdString(table.error().id);
    QStringList scopes;
    std::vector<std::size_t> work = {0};
    for (std::size_t i = 0; i < work.size(); ++i) {
        const Scope& scope = table->at(work[i]);
        work.insert(work.end(), scope.children.begin(), scope.children.end());
        QString line = QString::fromStdString(scope.name) + ":";
        for (const auto& [name, symbol] : scope.symbols)
            line += QString(" %1=%2").arg(QString::fromStdString(name), text(symbol.binding));
        scopes << line;
    }
    return scopes.join("; ");
}

} // namespace

class SymbolsTest : public QObject {
    Q_OBJECT

private slots:
    void bindings_data();
    void bindings();
    void mangling();
    void classCell();
};

void SymbolsTest::bindings_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("module") << "x = y"
                            << "<module>: x=local y=global";
    QTest::newRow("local and global") << "def f(a):\n  b = a + c"
                                      << "<module>: f=local; f: a=local b=local c=global";
    QTest::newRow("global statement") << "def f():\n  global x\n  x = 1"
                                      << "<module>: f=local x=global!; f: x=global!";
    QTest::newRow("closure") << "def f():\n  x = 1\n  def g(): return x"
                             << "<module>: f=local; f: g=local x=cell; g: x=free";
    QTest::newRow("closure through") << "def f(x):\n  def g():\n    def h(): return x"
                                     << "<module>: f=local; f: g=local x=cell; g: h=local x=free; h: x=free";
    QTest::newRow("nonlocal") << "def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2"
                              << "<module>: f=local; f: g=local x=cell; g: x=free";
    QTest::newRow("class hides from methods")
        << "class C:\n  x = 1\n  def f(self): return x"
        << "<module>: C=local; C: f=local x=local; f: self=local x=global";
    QTest::newRow("free through a class")
        << "def f():\n  x = 1\n  class C:\n    x = x\n    def g(self): return x"
        << "<module>: f=local; f: C=local x=cell; C: g=local x=local; "
           "g: self=local x=free";
    QTest::newRow("global stops closure")
        << "def f():\n  x = 1\n  def g():\n    global x\n    def h(): return x"
        << "<module>: f=local x=global!; f: g=local x=local; g: h=local x=global!; "
           "h: x=global";
    QTest::newRow("comprehension")
        << "def f(n):\n  return [i * n for i in range(n)]"
        << "<module>: f=local; f: n=cell range=global; <listcomp>: .0=local i=local n=free";
    QTest::newRow("walrus") << "def f(n):\n  return [y := i for i in n]"
                            << "<module>: f=local; f: n=local y=cell; <listcomp>: .0=local i=local y=free";
    QTest::newRow("walrus in a module")
        << "[y := i for i in n]"
        << "<module>: n=global y=global!; <listcomp>: .0=local i=local y=global!";
    QTest::newRow("except name") << "def f():\n  try: pass\n  except E as e: pass"
                                 << "<module>: f=local; f: E=global e=local";
    QTest::newRow("import") << "def f():\n  import a.b, c as d"
                            << "<module>: f=local; f: a=local d=local";
    QTest::newRow("default is outside") << "def f(x=x): pass"
                                        << "<module>: f=local x=global; f: x=local";
}

void SymbolsTest::bindings()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(::bindings(source.toStdString()), expected);
}

void SymbolsTest::mangling()
{
    QCOMPARE(mangle("C", "__x"), "_C__x");
    QCOMPARE(mangle("__C", "__x"), "_C__x");
    QCOMPARE(mangle("C", "__x__"), "__x__");
    QCOMPARE(mangle("C", "_x"), "_x");
    QCOMPARE(mangle("", "__x"), "__x");
    QCOMPARE(mangle("___", "__x"), "__x");
}

void SymbolsTest::classCell()
{
    const auto module =
        parse("class C:\n  def f(self): super().f()\nclass D:\n  def f(self): pass\n", "x.py");
    QVERIFY(module.has_value());
    const auto table = SymbolTable::of(*module, {});
    QVERIFY(table.has_value());
    QVERIFY(table->at(table->module().children[0]).needsClassCell);
    QVERIFY(!table->at(table->module().children[1]).needsClassCell);
}

QTEST_GUILESS_MAIN(SymbolsTest)
#include "tst_symbols.moc"
