// Properties of the one animation.
#include "scene/frame.h"
#include "scene/plain_panel.h"
#include "scene/tween.h"
#include "trace/sample_traces.h"

#include <QSet>
#include <QTest>

using namespace il;
using namespace il::scene;

namespace {

Item box(const char* id, const QRectF& rect, const QColor& color)
{
    return {QString::fromLatin1(id), Role::Data, Rect{rect, 6}, {color}, {}, QStringLiteral("box")};
}

Item word(const char* id, const char* text)
{
    return {QString::fromLatin1(id),
            Role::Text,
            Text{{0, 0, 100, 30}, QString::fromLatin1(text), {}},
            {QColor(Qt::black)}};
}

DisplayList listOf(std::vector<Item> items)
{
    return {{1920, 1080}, Qt::white, std::move(items)};
}

const Item* find(const DisplayList& list, const char* id)
{
    for (const Item& item : list.items)
        if (item.id == QLatin1String(id))
            return &item;
    return nullptr;
}

QStringList ids(const DisplayList& list)
{
    QStringList all;
    for (const Item& item : list.items)
        all << item.id;
    return all;
}

std::vector<DisplayList> stagesOf(const trace::Trace& trace)
{
    std::vector<DisplayList> all;
    for (std::size_t step = 0; step < trace.steps().size(); ++step) {
        const trace::View view = trace.atStep(step);
        all.push_back(stage({trace,
                             view,
                             step,
                             {1920, 1080},
                             Theme::of(ThemeId::Paper),
                             Words::of(Language::English),
                             {},
                             {},
                             {},
                             {},
                             {}},
                            tests::PlainPanel()));
    }
    return all;
}

} // namespace

class TestSceneTween : public QObject {
    Q_OBJECT

private slots:
    void endsAreTheLists()
    {
        const auto a = listOf({box("x", {0, 0, 10, 10}, Qt::red)}),
                   b = listOf({box("y", {5, 5, 10, 10}, Qt::blue)});
        QCOMPARE(dump(tween(a, b, 0)), dump(a));
        QCOMPARE(dump(tween(a, b, 1)), dump(b));
        QCOMPARE(dump(tween(a, b, -3)), dump(a));
        QCOMPARE(dump(tween(a, b, 7)), dump(b));
    }

    void movesGrowsAndRecolours()
    {
        const auto half = tween(listOf({box("x", {0, 0, 10, 20}, QColor(0, 0, 0))}),
                                listOf({box("x", {100, 50, 30, 40}, QColor(200, 100, 50))}), 0.5);
        QCOMPARE(half.items.size(), std::size_t{1});
        QCOMPARE(bounds(half.items[0]), QRectF(50, 25, 20, 30));
        QCOMPARE(half.items[0].fill.color, QColor(100, 50, 25));
        QCOMPARE(half.items[0].opacity, 1.0);
    }

    void fadesInAndOut()
    {
        const auto mid = tween(listOf({box("old", {0, 0, 9, 9}, Qt::red)}),
                               listOf({box("new", {0, 0, 9, 9}, Qt::red)}), 0.25);
        QCOMPARE(find(mid, "new")->opacity, 0.25);
        QCOMPARE(find(mid, "old#leaving")->opacity, 0.75);
        QVERIFY(find(mid, "old#leaving")->accessible.isEmpty());
    }

    void changedTextCrossFades()
    {
        const auto mid = tween(listOf({word("n", "1")}), listOf({word("n", "2")}), 0.5);
        QCOMPARE(ids(mid), (QStringList{QStringLiteral("n#leaving"), QStringLiteral("n")}));
        QCOMPARE(std::get<Text>(mid.items[0].shape).text, QStringLiteral("1"));
        QCOMPARE(std::get<Text>(mid.items[1].shape).text, QStringLiteral("2"));
    }

    void wordsAreNeverSeenThroughOneAnother()
    {
        for (const double progress : {0.1, 0.3, 0.5, 0.7, 0.9}) {
            const auto mid = tween(listOf({word("n", "1")}), listOf({word("n", "2")}), progress);
            QVERIFY(std::min(mid.items[0].opacity, mid.items[1].opacity) < 0.2);
        }
        QVERIFY(tween(listOf({word("n", "1")}), listOf({word("n", "2")}), 0.1).items[0].opacity > 0.8);
    }

    void changedTextureCrossFadesInPlace()
    {
        Item hatched = box("x", {100, 0, 10, 10}, Qt::red);
        hatched.fill.texture = Texture::Hatch;
        const auto mid = tween(listOf({box("x", {0, 0, 10, 10}, Qt::red)}), listOf({hatched}), 0.5);
        QCOMPARE(mid.items.size(), std::size_t{2});
        QCOMPARE(bounds(mid.items[0]), bounds(mid.items[1]));
    }

    void leavingThingsKeepTheirPlaceInTheOrder()
    {
        const QRectF r(0, 0, 5, 5);
        const auto a = listOf({box("card", r, Qt::white), box("gone", r, Qt::red), box("top", r, Qt::blue)});
        const auto b = listOf({box("card", r, Qt::white), box("top", r, Qt::blue)});
        QCOMPARE(ids(tween(a, b, 0.5)), (QStringList{QStringLiteral("card"), QStringLiteral("gone#leaving"),
                                                     QStringLiteral("top")}));
    }

    /// Over all neighbouring steps of real runs: unique ids, opacities in range, everything of `to` is there,
    /// what is the same at both ends stays untouched, and the same call gives the same list.
    void holdsForRealRuns_data()
    {
        QTest::addColumn<int>("run");
        QTest::newRow("gil") << 0;
        QTest::newRow("lost update") << 1;
        QTest::newRow("mutex") << 2;
    }

    void holdsForRealRuns()
    {
        QFETCH(int, run);
        const auto stages = stagesOf(run == 0   ? samples::gilHandoff()
                                     : run == 1 ? samples::lostUpdate()
                                                : samples::mutexContention());
        for (std::size_t i = 1; i < stages.size(); ++i)
            for (const double p : {0.1, 0.5, 0.9}) {
                const DisplayList mid = tween(stages[i - 1], stages[i], p);
                QSet<QString> seen;
                for (const Item& item : mid.items) {
                    QVERIFY2(!seen.contains(item.id), qPrintable(item.id));
                    seen.insert(item.id);
                    QVERIFY(item.opacity >= 0 && item.opacity <= 1);
                }
                for (const Item& item : stages[i].items)
                    QVERIFY(seen.contains(item.id));
                QCOMPARE(dump(mid), dump(tween(stages[i - 1], stages[i], p)));
            }
    }

    void tweenOfEqualsIsTheSame()
    {
        const auto stages = stagesOf(samples::lostUpdate());
        QCOMPARE(dump(tween(stages.back(), stages.back(), 0.37)), dump(stages.back()));
    }
};

QTEST_MAIN(TestSceneTween)
#include "tst_scene_tween.moc"
