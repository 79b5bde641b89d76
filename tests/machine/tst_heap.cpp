// The heap, its garbage collector and the hash table.
#include "machine/heap/heap.h"

#include <QtTest>

using namespace il::machine;

class TestHeap : public QObject {
    Q_OBJECT
private slots:
    void internedTextsAreOne();
    void garbageIsReusedInOrder();
    void cyclesAreGarbageToo();
    void copiesAreIndependent();
    void tableKeepsInsertionOrder();
    void tableSurvivesDeletions();
};

void TestHeap::internedTextsAreOne()
{
    Heap heap;
    QCOMPARE(heap.intern("a"), heap.intern("a"));
    QVERIFY(!(heap.str("a") == heap.str("a")));
    QCOMPARE(heap.get<Str>(heap.str("日本"))->length, 2u);
}

void TestHeap::garbageIsReusedInOrder()
{
    Heap heap;
    const Value first = heap.list({});
    const Value second = heap.list({});
    const Value kept = heap.list({second});
    heap.collect([&](Marker& marker) { marker.mark(kept); });
    QCOMPARE(heap.liveObjects(), std::size_t{2});
    QCOMPARE(heap.list({}), first);
    QVERIFY(heap.get<List>(second) != nullptr);
}

void TestHeap::cyclesAreGarbageToo()
{
    Heap heap;
    const Value a = heap.list({});
    const Value b = heap.list({a});
    heap.get<List>(a)->items.push_back(b);
    const std::size_t before = heap.bytesUsed();
    heap.collect([](Marker&) {});
    QCOMPARE(heap.liveObjects(), std::size_t{0});
    QVERIFY(heap.bytesUsed() < before);
}

void TestHeap::copiesAreIndependent()
{
    Heap heap;
    const Value list = heap.list({});
    Heap copy = heap;
    heap.get<List>(list)->items.push_back(Value::none());
    QCOMPARE(copy.get<List>(list)->items.size(), std::size_t{0});
    QCOMPARE(copy.list({}), heap.list({})); // the same history goes on alike
}

void TestHeap::tableKeepsInsertionOrder()
{
    Table table;
    for (std::int64_t i = 0; i < 1000; ++i)
        table.append(Value::of(i * 7), static_cast<std::uint64_t>(i * 7), Value::of(i));
    std::int64_t expected = 0;
    for (const Table::Entry& entry : table.entries())
        QCOMPARE(entry.value.asInt(), expected++);
    for (std::int64_t i = 0; i < 1000; ++i) {
        const std::uint32_t at =
            table.find(static_cast<std::uint64_t>(i * 7), [&](Value key) { return key == Value::of(i * 7); });
        QVERIFY(at != Table::npos);
        QCOMPARE(table.at(at).value.asInt(), i);
    }
    QCOMPARE(table.find(1, [](Value) { return true; }), Table::npos);
}

void TestHeap::tableSurvivesDeletions()
{
    // A queue's life: entries are added at one end and removed at the other, far more than are ever there at
    // once.
    Table table;
    const auto at = [&](std::int64_t key) {
        return table.find(static_cast<std::uint64_t>(key % 5),
                          [&](Value other) { return other == Value::of(key); });
    };
    for (std::int64_t i = 0; i < 2000; ++i) {
        table.append(Value::of(i), static_cast<std::uint64_t>(i % 5), Value{});
        if (i >= 20)
            table.erase(at(i - 20));
    }
    QCOMPARE(table.size(), std::size_t{20});
    QVERIFY(table.entries().size() < 100);
    for (std::int64_t i = 1980; i < 2000; ++i)
        QVERIFY(at(i) != Table::npos);
    QCOMPARE(at(1979), Table::npos);
}

QTEST_GUILESS_MAIN(TestHeap)
#include "tst_heap.moc"
