// What CPython can't tell us of pickling: what damaged data does to the machine.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine_run.h"
#endif

#include <QtTest>

using namespace il;

namespace {

/// Loads every text in `corpus` with one byte changed, cut off or doubled, and counts how it ends.
const char* const damage = R"(
import pickle
import random


class Point:
    def __init__(self, x):
        self.x = x


class Money:
    def __reduce__(self):
        return Money, ()


corpus = [pickle.dumps(value) for value in [
    [1, 2.5, "text", b"data", None, True], {"a": (1, 2, 3, 4), "b": {1, 2}}, Point([1]), Money(), ValueError("x"),
    frozenset([1]), len, Point, range(3), [[], {}, ()], bytearray(b"abc"), 2 ** 40]]
rng = random.Random(5)
ends = {}
for round in range(ROUNDS):
    data = bytearray(rng.choice(corpus))
    for change in range(rng.randrange(1, 4)):
        at = rng.randrange(len(data))
        kind = rng.randrange(3)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            del data[at]
            data.append(46)
        else:
            data.insert(at, data[at])
    try:
        pickle.loads(bytes(data))
        end = "loaded"
    except Exception as error:
        end = "refused"
    ends[end] = ends.get(end, 0) + 1
print(sum(ends.values()) == ROUNDS, sorted(ends))
)";

} // namespace

class PickleTest : public QObject {
    Q_OBJECT

private slots:
    void survivesDamagedData();
};

void PickleTest::survivesDamagedData()
{
    std::string text = damage;
    for (std::size_t at = 0; (at = text.find("ROUNDS")) != std::string::npos;)
        text.replace(at, 6, "4000");
    machine::Config config = configFor("3.11");
    config.trace = false;
    const auto result = runText(text, config);
    QCOMPARE(result.err, std::string());
    QCOMPARE(result.out, std::string("True ['loaded', 'refused']\n"));
}

QTEST_GUILESS_MAIN(PickleTest)
#include "tst_pickle.moc"
