// A few pixels: textures, arrows, arcs, scaling.
#include "scene/parts.h"
#include "scene/replay.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPicture>
#include <QTest>

#include <set>

using namespace il;
using namespace il::scene;

namespace {

const QColor ink(0, 0, 200), paper(255, 255, 255), under(255, 240, 200);

DisplayList listOf(Item item)
{
    return {{192, 108}, paper, {std::move(item)}};
}

Item area(Texture texture)
{
    return {QStringLiteral("a"),   Role::Lane, Rect{{20, 20, 100, 60}, 0},
            {ink, texture, under}, {},         QStringLiteral("a")};
}

QImage drawn(Item item, int scale = 1)
{
    return toImage(listOf(std::move(item)), QSize(192, 108) * scale);
}

/// Shares of pixels of a colour in a rectangle.
double share(const QImage& image, const QRect& rect, const QColor& color)
{
    int hits = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            hits += image.pixelColor(x, y) == color ? 1 : 0;
    return hits / double(rect.width() * rect.height());
}

const QRect inside(24, 24, 92, 52);

} // namespace

class TestSceneReplay : public QObject {
    Q_OBJECT

private slots:
    void solidIsSolid()
    {
        const QImage image = drawn(area(Texture::Solid));
        QCOMPARE(share(image, inside, ink), 1.0);
        QCOMPARE(image.pixelColor(10, 10), paper);
        QCOMPARE(image.pixelColor(130, 50), paper);
    }

    void noTextureIsNothing() { QCOMPARE(share(drawn(area(Texture::None)), inside, paper), 1.0); }

    void hatchShowsLinesOverUnder()
    {
        const QImage image = drawn(area(Texture::Hatch));
        QVERIFY(share(image, inside, under) > 0.5);
        QVERIFY(share(image, inside, under) < 0.95);
        QVERIFY(share(image, inside, paper) == 0);
    }

    void hatchLinesAreDiagonal()
    {
        const QImage image = drawn(area(Texture::Hatch));
        for (int i = 0; i < 20; ++i) // one up and one right is the same place of the pattern
            QCOMPARE(image.pixelColor(40 + i, 60 - i), image.pixelColor(40, 60));
    }

    void hatchIsPeriodicOnDevicePixels_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
    }

    void hatchIsPeriodicOnDevicePixels()
    {
        QFETCH(int, scale);
        const QImage image = drawn(area(Texture::Hatch), scale);
        const int pitch = 12 * scale;
        for (int x = 30 * scale; x < 60 * scale; ++x)
            QCOMPARE(image.pixelColor(x, 40 * scale), image.pixelColor(x + pitch, 40 * scale));
    }

    void crossHatchIsDenser()
    {
        const double hatch = share(drawn(area(Texture::Hatch)), inside, under);
        const double cross = share(drawn(area(Texture::CrossHatch)), inside, under);
        QVERIFY(cross < hatch - 0.05);
    }

    void thinLineAndDotsRunThroughTheMiddle()
    {
        for (const Texture texture : {Texture::ThinLine, Texture::Dots}) {
            Item item = area(texture);
            item.fill.under = {};
            const QImage image = drawn(item);
            QCOMPARE(share(image, QRect(24, 24, 92, 18), paper), 1.0);
            QVERIFY(share(image, QRect(24, 48, 92, 4), paper) < 0.9);
        }
        QCOMPARE(drawn(area(Texture::ThinLine)).pixelColor(70, 50), ink);
    }

    void dotsStayWhenTheLaneGrows()
    {
        Item shorter = area(Texture::Dots), longer = area(Texture::Dots);
        std::get<Rect>(longer.shape).rect.setRight(170);
        const QImage a = drawn(shorter), b = drawn(longer);
        for (int x = 24; x < 112; ++x)
            QCOMPARE(a.pixelColor(x, 50), b.pixelColor(x, 50));
    }

    /// Vector devices get lines, not a picture of them.
    void vectorHatchIsDrawnAsPaths()
    {
        QPicture picture;
        QPainter painter(&picture);
        replay(listOf(area(Texture::CrossHatch)), painter, {0, 0, 192, 108});
        painter.end();
        QImage image(192, 108, QImage::Format_RGB32);
        image.fill(Qt::green);
        QPainter again(&image);
        again.drawPicture(0, 0, picture);
        again.end();
        QVERIFY(share(image, inside, under) > 0.3);
        QVERIFY(share(image, inside, paper) == 0);
        QVERIFY(share(image, QRect(125, 20, 60, 60), paper) == 1.0); // nothing spills out of the shape
    }

    /// A slide full of long lanes must not take seconds.
    void vectorHatchIsQuick()
    {
        DisplayList list{{1920, 1080}, paper, {}};
        for (int i = 0; i < 40; ++i)
            list.items.push_back({QString::number(i),
                                  Role::Lane,
                                  Rect{{100, 10.0 + 24 * i, 1700, 20}, 6},
                                  {ink, Texture::CrossHatch, under},
                                  {},
                                  QStringLiteral("lane")});
        QElapsedTimer timer;
        timer.start();
        QPicture picture;
        QPainter painter(&picture);
        replay(list, painter, {0, 0, 1920, 1080});
        painter.end();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void arrowEndsInItsHead()
    {
        const Item arrow{
            QStringLiteral("e"), Role::Edge, Path{{{20, 50}, {120, 50}}, false, false, true}, {}, {ink, 3},
            QStringLiteral("e")};
        const QImage image = drawn(arrow);
        QCOMPARE(image.pixelColor(60, 50), ink);
        QCOMPARE(image.pixelColor(60, 56), paper);  // the shaft is thin
        QCOMPARE(image.pixelColor(104, 55), ink);   // the head is not
        QCOMPARE(image.pixelColor(123, 50), paper); // and ends at the point
    }

    void arcGoesClockwiseFromTheTop()
    {
        const Item ring{QStringLiteral("r"), Role::Marker, Arc{{40, 20, 60, 60}, 0.25, 6}, {}, {ink, 6},
                        QStringLiteral("r")};
        const QImage image = drawn(ring);
        QCOMPARE(image.pixelColor(70 + 21, 50 - 21), ink);   // half past one
        QCOMPARE(image.pixelColor(70 - 21, 50 - 21), paper); // half past ten
        QCOMPARE(image.pixelColor(70 + 21, 50 + 21), paper);
    }

    void keepsTheAspectAndCentres()
    {
        const DisplayList list =
            listOf({QStringLiteral("a"), Role::Data, Rect{{0, 0, 192, 108}}, {ink}, {}, QStringLiteral("a")});
        const QImage image = toImage(list, {192, 208});
        QCOMPARE(image.pixelColor(96, 10), paper);
        QCOMPARE(image.pixelColor(96, 104), ink);
        QCOMPARE(image.pixelColor(96, 198), paper);
    }

    void opacityMixes()
    {
        Item item = area(Texture::Solid);
        item.opacity = 0.5;
        const QColor mixed = drawn(item).pixelColor(60, 50);
        QVERIFY(std::abs(mixed.red() - 128) <= 2 && std::abs(mixed.blue() - 228) <= 2);
    }

    void symbolsAreAllDifferentAndInsideTheirSquares()
    {
        std::set<QByteArray> seen;
        for (const Symbol symbol :
             {Symbol::Key, Symbol::LockClosed, Symbol::LockOpen, Symbol::Warning, Symbol::Check,
              Symbol::Cross, Symbol::Clock, Symbol::Disk, Symbol::Flag, Symbol::Tray, Symbol::Bell}) {
            const QImage image = drawn({QStringLiteral("i"),
                                        Role::Object,
                                        Icon{{40, 20, 48, 48}, symbol},
                                        {ink},
                                        {},
                                        QStringLiteral("i")});
            QVERIFY(share(image, QRect(40, 20, 48, 48), ink) > 0.08);
            QCOMPARE(share(image, QRect(92, 16, 60, 60), paper), 1.0);
            QCOMPARE(share(image, QRect(0, 16, 38, 60), paper), 1.0);
            seen.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), std::size_t{11});
    }

    void everyStateLooksDifferent()
    {
        using trace::ThreadState;
        std::set<QByteArray> seen;
        for (const ThreadState state :
             {ThreadState::Ready, ThreadState::Running, ThreadState::WaitGil, ThreadState::Blocked,
              ThreadState::Io, ThreadState::Sleeping, ThreadState::Done}) {
            Items items;
            threadChip(items, QStringLiteral("c"), {20, 20, 128, 64},
                       {1, QStringLiteral("T1"), state, QStringLiteral("T1")}, Theme::of(ThemeId::Paper));
            const QImage image = toImage({{192, 108}, paper, items}, {192, 108});
            seen.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), std::size_t{7});
    }

    void discsNameThreads_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<double>("diameter");
        QTest::addColumn<QString>("shown");
        QTest::newRow("room for all") << QStringLiteral("4243") << 80.0 << QStringLiteral("4243");
        QTest::newRow("a pid's end tells it from others")
            << QStringLiteral("4243") << 36.0 << QStringLiteral("43");
        QTest::newRow("a name is no pid") << QStringLiteral("Philosopher") << 36.0 << QStringLiteral("P…");
    }
    void discsNameThreads()
    {
        QFETCH(QString, label);
        QFETCH(double, diameter);
        QFETCH(QString, shown);
        Items items;
        threadDisc(items, QStringLiteral("d"), {100, 100}, diameter,
                   {1, label, trace::ThreadState::Running, label}, Theme::of(ThemeId::Paper));
        const Text* text = std::get_if<Text>(&items.back().shape);
        QVERIFY(text != nullptr);
        QCOMPARE(text->text, shown);
    }
};

QTEST_MAIN(TestSceneReplay)
#include "tst_scene_replay.moc"
