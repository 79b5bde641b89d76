// Small programs against what Python's reference manual says they print.
#include "machine/interpreter/fingerprint.h"
#include "machine/interpreter_world.h"

#include <QtTest>

using namespace il::machine;

class TestInterpreter : public QObject {
    Q_OBJECT
private slots:
    void programs_data();
    void programs();
    void stopsAtABreakerAndGoesOn();
    void budgetIsKept();
    void memoryIsBounded();
    void copyOfTheStateGoesOnAlike();
    void fingerprintSeesContentsNotPlaces();
};

void TestInterpreter::programs_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("out");
    const auto row = [](const char* name, const char* source, const char* out) {
        QTest::newRow(name) << QString(source) << QString(out);
    };
    row("arguments",
        "def f(a, b=2, *c, d=4, **e):\n    return a, b, c, d, e\nprint(f(1), f(1, 2, 3, d=5, z=6))",
        "(1, 2, (), 4, {}) (1, 2, (3,), 5, {'z': 6})\n");
    row("closure",
        "def c():\n    n = 0\n    def add():\n        nonlocal n\n        n += 1\n        return n\n    "
        "return add\n"
        "f = c()\nf()\nprint(f())",
        "2\n");
    row("class",
        "class A:\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return "
        "f'A({self.x})'\n"
        "print(A(1), [A(2)], {'k': A(3)})",
        "A(1) [A(2)] {'k': A(3)}\n");
    row("super",
        "class A:\n    def f(self):\n        return 'a'\nclass B(A):\n    def f(self):\n        return "
        "super().f() + 'b'\n"
        "class C(A):\n    def f(self):\n        return super().f() + 'c'\nclass D(B, C):\n    "
        "pass\nprint(D().f())",
        "acb\n");
    row("property",
        "class A:\n    @property\n    def p(self):\n        return self._p\n    @p.setter\n    def p(self, "
        "v):\n"
        "        self._p = v * 2\na = A()\na.p = 4\nprint(a.p)",
        "8\n");
    row("generator",
        "def g():\n    x = yield 1\n    print(x)\n    yield 2\nit = g()\nprint(next(it), it.send('s'))",
        "s\n1 2\n");
    row("yield from",
        "def a():\n    yield 1\n    return 2\ndef b():\n    x = yield from a()\n    yield "
        "x\nprint(list(b()))",
        "[1, 2]\n");
    row("throw into yield from",
        "def a():\n    try:\n        yield 1\n    except ValueError as e:\n        yield str(e)\n"
        "def b():\n    yield from a()\nit = b()\nnext(it)\nprint(it.throw(ValueError('v')))",
        "v\n");
    row("with",
        "class M:\n    def __enter__(self):\n        return 'in'\n    def __exit__(self, t, v, b):\n        "
        "print(t.__name__, v)\n"
        "        return True\nwith M() as m:\n    print(m)\n    raise KeyError('k')\nprint('on')",
        "in\nKeyError 'k'\non\n");
    row("finally", "def f():\n    try:\n        return 1\n    finally:\n        print('f')\nprint(f())",
        "f\n1\n");
    row("reflected", "class A:\n    def __radd__(self, o):\n        return 'r'\nprint(1 + A())", "r\n");
    row("truth",
        "class A:\n    def __bool__(self):\n        return False\nprint(not A(), A() or 'or', 1 if A() else "
        "2)",
        "True or 2\n");
    row("sorted", "print(sorted('bca', key=ord, reverse=True), sorted([(2, 'a'), (1, 'b')]))",
        "['c', 'b', 'a'] [(1, 'b'), (2, 'a')]\n");
    row("comprehensions",
        "print([x * y for x in range(3) for y in range(2) if x], {x: x for x in 'ab'}, {1, 1})",
        "[0, 1, 0, 2] {'a': 'a', 'b': 'b'} {1}\n");
    row("unpacking", "a, *b, c = range(5)\nprint(a, b, c, *[1, 2], {**{'x': 1}})",
        "0 [1, 2, 3] 4 1 2 {'x': 1}\n");
    row("lost generator",
        "print(sum(i * i for i in range(10)), max(x for x in [1, 3, 2]), any(x > 2 for x in [1, 3]))",
        "285 3 True\n");
    row("what can't be sorted", "try:\n    sorted([1, 'a'])\nexcept TypeError as e:\n    print(e)",
        "'<' not supported between instances of 'str' and 'int'\n");
    row("names of main", "print(__name__)", "__main__\n");
    row("dict of instances",
        "class K:\n    def __init__(self, v):\n        self.v = v\n    def __hash__(self):\n        return "
        "hash(self.v)\n"
        "    def __eq__(self, o):\n        return self.v == o.v\nd = {K(1): 'a'}\nprint(d[K(1)], K(1) in d, "
        "K(2) in d)",
        "a True False\n");
}

void TestInterpreter::programs()
{
    QFETCH(QString, source);
    QFETCH(QString, out);
    World world(source.toStdString());
    QCOMPARE(QString::fromStdString(world.problem), QString());
    world.run();
    QCOMPARE(QString::fromStdString(world.err), QString());
    QCOMPARE(QString::fromStdString(world.out), out);
}

void TestInterpreter::stopsAtABreakerAndGoesOn()
{
    World world("total = 0\nfor i in range(1000):\n    total += i\nprint(total)");
    Quantum quantum;
    quantum.instructionCost = il::trace::nanoseconds(10);
    int breaks = 0;
    do {
        quantum.breakerAt = il::trace::SimTime{world.now + 1000};
        breaks += world.step(quantum).kind == Outcome::Kind::Breaker ? 1 : 0;
    } while (world.outcome.kind == Outcome::Kind::Breaker);
    QCOMPARE(world.outcome.kind, Outcome::Kind::Done);
    QVERIFY(breaks > 20);
    QCOMPARE(world.out, std::string("499500\n"));
}

void TestInterpreter::budgetIsKept()
{
    World world("while True:\n    pass");
    world.run(10'000);
    QCOMPARE(world.outcome.kind, Outcome::Kind::Budget);
    QVERIFY(world.outcome.instructions >= 10'000 && world.outcome.instructions < 20'000);
}

void TestInterpreter::memoryIsBounded()
{
    World loop("a = []\nwhile True:\n    a.append([1, 2, 3])");
    loop.run();
    QCOMPARE(loop.outcome.kind, Outcome::Kind::OutOfMemory);
    World huge("try:\n    a = [0] * 10 ** 12\nexcept MemoryError:\n    print('refused')");
    huge.run();
    QCOMPARE(huge.out, std::string("refused\n"));
}

void TestInterpreter::copyOfTheStateGoesOnAlike()
{
    World world("x = []\nfor i in range(100):\n    x.append(str(i) * 2)\nprint(len(''.join(x)))");
    Quantum some;
    some.instructions = 500;
    world.step(some);
    QCOMPARE(world.outcome.kind, Outcome::Kind::Budget);
    const Memory memory = world.memory;
    const ThreadContext thread = world.thread;
    world.run();
    QCOMPARE(world.out, std::string("380\n"));
    world.memory = memory;
    world.thread = thread;
    world.out.clear();
    world.run();
    QCOMPARE(world.out, std::string("380\n"));
}

void TestInterpreter::fingerprintSeesContentsNotPlaces()
{
    World world("x = [1, 2]\ny = {'a': x}\nwhile True:\n    pass");
    Quantum some;
    some.instructions = 400;
    world.step(some);
    const ThreadContext* const threads[] = {&world.thread};
    const std::uint64_t before = fingerprint(world.memory, threads);
    QCOMPARE(fingerprint(Memory(world.memory), threads), before);
    // The same contents elsewhere on the heap.
    Heap& heap = world.memory.heap;
    Table& modules = heap.as<Dict>(world.memory.modules).table;
    const Value main = modules.at(0).value;
    Table& globals = heap.as<Dict>(heap.get<Module>(main)->dict).table;
    const Value list = globals.at(3).value;
    QVERIFY(heap.get<List>(list) != nullptr);
    const Value moved = heap.list(heap.get<List>(list)->items);
    globals.at(3).value = moved;
    heap.get<Dict>(globals.at(4).value)->table.at(0).value = moved;
    QCOMPARE(fingerprint(world.memory, threads), before);
    heap.get<List>(moved)->items[0] = Value::of(std::int64_t{7});
    QVERIFY(fingerprint(world.memory, threads) != before);
}

QTEST_GUILESS_MAIN(TestInterpreter)
#include "tst_interpreter.moc"
