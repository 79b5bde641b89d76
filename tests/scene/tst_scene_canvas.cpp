// What is painted in parts is, pixel by pixel, what is painted at once.
#include "scene/canvas.h"
#include "scene/frame.h"
#include "scene/plain_panel.h"
#include "scene/replay.h"
#include "scene/tween.h"
#include "trace/sample_traces.h"

#include <QPainter>
#include <QTest>

using namespace il;
using namespace il::scene;

namespace {

Item box(const char* id, const QRectF& rect, const QColor& color = Qt::red)
{
    return {QString::fromLatin1(id), Role::Data, Rect{rect, 6}, {color}, {}, {}};
}

DisplayList listOf(std::vector<Item> items)
{
    return {{1920, 1080}, Qt::white, std::move(items)};
}

std::vector<DisplayList> stagesOf(const trace::Trace& trace, ThemeId theme, QSizeF size)
{
    std::vector<DisplayList> all;
    for (std::size_t step = 0; step < trace.steps().size(); ++step) {
        const trace::View view = trace.atStep(step);
        all.push_back(stage({trace,
                             view,
                             step,
                             size,
                             Theme::of(theme),
                             Words::of(Language::English),
                             {},
                             {},
                             {},
                             {},
                             {},
                             Axis::Time,
                             {},
                             nullptr},
                            tests::PlainPanel(true, {"gil", "object/0", "variable/0"})));
    }
    return all;
}

QImage painted(const DisplayList& list, QSize pixels, const QRectF& target, const QColor& around)
{
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(around);
    QPainter painter(&image);
    replay(list, painter, target);
    return image;
}

/// The largest difference of two pixels' channels, 0..255.
int worstDifference(const QImage& a, const QImage& b)
{
    int worst = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            worst = std::max({worst, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                              std::abs(qBlue(p) - qBlue(q))});
        }
    return worst;
}

} // namespace

class TestSceneCanvas : public QObject {
    Q_OBJECT

private slots:
    void tellsDifferences_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("moved: where it was and where it is") << 1 << 2;
        QTest::newRow("new") << 2 << 1;
        QTest::newRow("gone") << 3 << 1;
        QTest::newRow("another order") << 4 << 2;
    }
    void tellsDifferences()
    {
        QFETCH(int, change);
        QFETCH(int, count);
        const DisplayList from =
            listOf({box("a", {0, 0, 10, 10}), box("b", {20, 0, 10, 10}), box("c", {40, 0, 10, 10})});
        DisplayList to = from;
        if (change == 1)
            to.items[1].shape = Rect{{20, 50, 10, 10}, 6};
        if (change == 2)
            to.items.insert(to.items.begin() + 1, box("d", {60, 0, 10, 10}));
        if (change == 3)
            to.items.erase(to.items.begin());
        if (change == 4)
            std::swap(to.items[0], to.items[1]);
        QCOMPARE(static_cast<int>(differences(from, to).size()), count);
    }

    void paintsNothingTwice()
    {
        const auto stages = stagesOf(samples::gilHandoff(), ThemeId::Paper, {1920, 1080});
        Canvas canvas({640, 360}, {0, 0, 640, 360}, Qt::black);
        QCOMPARE(canvas.show(stages[1]), std::vector<QRect>{QRect(0, 0, 640, 360)});
        QVERIFY(canvas.show(stages[1]).empty());
    }

    void paintsOnlyWhatChanges()
    {
        const DisplayList from = listOf({box("a", {0, 0, 1920, 1080}), box("b", {200, 200, 50, 50})});
        DisplayList to = from;
        to.items[1].fill.color = Qt::blue;
        Canvas canvas({1920, 1080}, {0, 0, 1920, 1080}, Qt::black);
        canvas.show(from);
        const auto parts = canvas.show(to);
        QCOMPARE(parts.size(), std::size_t{1});
        QVERIFY(parts[0].contains(QRect(200, 200, 50, 50)));
        QVERIFY(parts[0].width() < 60 && parts[0].height() < 60);
    }

    /// Every step, and frames on the way to it, forwards and with leaps back.
    void isEqualToReplay_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<ThemeId>("theme");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<QRectF>("target");
        QTest::newRow("handoff") << 0 << ThemeId::Paper << QSize(1920, 1080) << QRectF(0, 0, 1920, 1080);
        QTest::newRow("handoff, dark, letterboxed")
            << 0 << ThemeId::Slate << QSize(900, 700) << QRectF(0.5, 96.5, 899, 505.6);
        QTest::newRow("lost update, small")
            << 1 << ThemeId::HighContrast << QSize(511, 300) << QRectF(0.5, 0.5, 510, 299);
        QTest::newRow("lost update, large")
            << 1 << ThemeId::Paper << QSize(2560, 1440) << QRectF(0, 0, 2560, 1440);
    }
    void isEqualToReplay()
    {
        QFETCH(int, sample);
        QFETCH(ThemeId, theme);
        QFETCH(QSize, pixels);
        QFETCH(QRectF, target);
        const auto stages = stagesOf(sample == 0 ? samples::gilHandoff() : samples::lostUpdate(), theme,
                                     stageSize(target.size()));
        QVERIFY(stages.size() > 5);
        Canvas canvas(pixels, target, Qt::magenta);
        const auto check = [&](const DisplayList& list, bool atRest = false) {
            canvas.show(list);
            const QImage whole = painted(list, pixels, target, Qt::magenta);
            QVERIFY(worstDifference(canvas.image(), whole) <= 1);
            if (!atRest)
                return;
            canvas.settle();
            QCOMPARE(canvas.image(), whole);
            QVERIFY(canvas.settle().empty());
        };
        for (std::size_t i = 1; i < std::min<std::size_t>(stages.size(), 24); ++i) {
            check(tween(stages[i - 1], stages[i], 0.3));
            check(tween(stages[i - 1], stages[i], 0.71));
            check(stages[i]);
            if (i % 7 == 0)
                check(stages[i / 2], true);
        }
    }
};

QTEST_MAIN(TestSceneCanvas)
#include "tst_scene_canvas.moc"
