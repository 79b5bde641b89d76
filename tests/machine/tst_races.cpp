// Which forms lose updates under which version: the table of measured facts (two threads, one shared
// counter).
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine_run.h"
#endif

#include <QtTest>

#include <set>

class TestRaces : public QObject {
    Q_OBJECT

private slots:
    void losesUpdates_data();
    void losesUpdates();
    void seedsGiveDifferentResults();
};

namespace {

constexpr int rounds = 20'000;

/// Two threads that do `statement` over and over, starting together.
std::string program(const std::string& statement, const std::string& prelude)
{
    return "import sys, threading, time\n"
           "sys.setswitchinterval(0.0002)\n"
           "c = 0\n"
           "lock = threading.Lock()\n"
           "start = threading.Barrier(2)\n" +
           prelude +
           "def worker():\n"
           "    global c\n"
           "    start.wait()\n"
           "    for _ in range(" +
           std::to_string(rounds) +
           "):\n"
           "        " +
           statement +
           "\n"
           "ts = [threading.Thread(target=worker) for _ in range(2)]\n"
           "for t in ts: t.start()\n"
           "for t in ts: t.join()\n"
           "print(c)\n";
}

int lost(const std::string& statement, const std::string& prelude, const char* version, const char* schedule)
{
    auto config = configFor(version);
    config.trace = false;
    const auto result = runText(program(statement, prelude), config, schedule);
    return result.err.empty() && !result.out.empty() ? 2 * rounds - std::stoi(result.out) : -1;
}

} // namespace

void TestRaces::losesUpdates_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("prelude");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("loses");
    const char* f = "def f(n): return n\n";
    const struct {
        const char* name;
        const char* statement;
        const char* prelude;
        bool old, v310, v311, none;
    } forms[] = {
        {"c += 1", "c += 1", "", true, false, false, true},
        {"tmp", "tmp = c; c = tmp + 1", "", true, false, false, true},
        {"c = f(c) + 1", "c = f(c) + 1", f, true, true, true, true},
        {"c = c + f(1)", "c = c + f(1)", f, true, true, true, true},
        {"with lock", "with lock: c += 1", "", false, false, false, false},
    };
    for (const auto& form : forms) {
        const auto row = [&](const char* version, bool loses) {
            QTest::addRow("%s on %s", form.name, version)
                << form.statement << form.prelude << version << loses;
        };
        row("2.7", form.old);
        row("3.9", form.old);
        row("3.10", form.v310);
        row("3.11", form.v311);
        row("3.13", form.v311);
        row("3.13t", form.none);
    }
}

void TestRaces::losesUpdates()
{
    QFETCH(QString, statement);
    QFETCH(QString, prelude);
    QFETCH(QString, version);
    QFETCH(bool, loses);
    int most = 0;
    for (const char* schedule : {"default", "seed:1", "seed:2", "seed:3"}) {
        const int n = lost(statement.toStdString(), prelude.toStdString(), qPrintable(version), schedule);
        QVERIFY(n >= 0);
        most = std::max(most, n);
    }
    QCOMPARE(most > 0, loses);
}

void TestRaces::seedsGiveDifferentResults()
{
    std::set<int> results;
    for (int seed = 0; seed < 10; ++seed)
        results.insert(
            lost("c = f(c) + 1", "def f(n): return n\n", "3.11", ("seed:" + std::to_string(seed)).c_str()));
    QVERIFY(results.size() >= 3);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
