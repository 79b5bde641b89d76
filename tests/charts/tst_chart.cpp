#include "charts/chart.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace il::charts;
using namespace Qt::StringLiterals;

class TestChart : public QObject {
    Q_OBJECT

    static Style style()
    {
        Style s;
        s.background = Qt::white;
        s.ink = s.ink2 = Qt::black;
        s.line = Qt::lightGray;
        s.accent = Qt::blue;
        s.font.setPixelSize(13);
        return s;
    }
    static Picture steps()
    {
        Picture p;
        p.form = Form::Steps;
        p.title = u"Busy"_s;
        p.xTitle = u"Time (ms)"_s;
        p.yTitle = u"Cores"_s;
        p.xTo = 4;
        p.yTo = 2;
        p.wholeNumbersY = true;
        p.series = {{u"T1"_s, Qt::red, {}, Qt::SolidPattern, false, {{0, 1}, {2, 0.5}, {4, 0}}},
                    {u"T2"_s, Qt::green, {}, Qt::BDiagPattern, false, {{0, 0}, {2, 1}, {4, 0}}}};
        p.playhead = 1;
        return p;
    }
    static Picture bars()
    {
        Picture p;
        p.form = Form::Bars;
        p.xTitle = u"ms"_s;
        p.yTitle = u"Thread"_s;
        p.categories = QStringList{u"T1"_s, u"T2"_s};
        p.xTo = 10;
        p.series = {{u"GIL"_s, Qt::red, {}, Qt::SolidPattern, false, {{0, 8}}},
                    {u"lock"_s, Qt::blue, {}, Qt::SolidPattern, false, {{1, 4}}}};
        return p;
    }
    static Picture lines()
    {
        Picture p;
        p.xTitle = u"Cores"_s;
        p.yTitle = u"Speed-up"_s;
        p.xFrom = 1;
        p.xTo = 2;
        p.yTo = 2;
        p.series = {{u"measured"_s, Qt::red, {}, Qt::SolidPattern, false, {{1, 1}, {2, 1.5}}},
                    {u"ideal"_s, Qt::blue, {}, Qt::SolidPattern, true, {{1, 1}, {2, 2}}}};
        return p;
    }
    static QImage drawn(const Picture& picture)
    {
        QImage image(800, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        draw(painter, image.rect(), picture, style());
        return image;
    }
    /// The middle of all pixels of about that colour; null when there is none.
    static QPointF centreOf(const QImage& image, const QColor& color)
    {
        QPointF sum;
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const QColor at = image.pixelColor(x, y); std::abs(at.red() - color.red()) < 40 &&
                                                              std::abs(at.green() - color.green()) < 40 &&
                                                              std::abs(at.blue() - color.blue()) < 40) {
                    sum += QPointF(x, y);
                    ++count;
                }
        return count == 0 ? QPointF() : sum / count;
    }

private slots:
    void tables_data()
    {
        QTest::addColumn<Picture>("picture");
        QTest::addColumn<QString>("csv");
        QTest::newRow("steps") << steps() << u"Time (ms),T1,T2\r\n0,1,0\r\n2,0.5,1\r\n"_s;
        QTest::newRow("bars") << bars() << u"Thread,GIL,lock\r\nT1,8,\r\nT2,,4\r\n"_s;
        QTest::newRow("lines") << lines() << u"Cores,measured,ideal\r\n1,1,1\r\n2,1.5,2\r\n"_s;
    }

    void tables()
    {
        QFETCH(Picture, picture);
        QFETCH(QString, csv);
        QCOMPARE(il::charts::csv(tableOf(picture)), csv);
    }

    void fieldsAreQuoted_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"lock"_s << u"lock"_s;
        QTest::newRow("comma") << u"totals['a'], b"_s << u"\"totals['a'], b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("negative number") << u"-1.5"_s << u"-1.5"_s;
    }

    void fieldsAreQuoted()
    {
        QFETCH(QString, field);
        QFETCH(QString, written);
        QCOMPARE(csv({{field}, {}}), written + u"\r\n"_s);
    }

    void drawsEveryForm_data()
    {
        QTest::addColumn<Picture>("picture");
        QTest::newRow("steps") << steps();
        QTest::newRow("bars") << bars();
        QTest::newRow("lines") << lines();
    }

    void drawsEveryForm()
    {
        QFETCH(Picture, picture);
        const QImage image = drawn(picture);
        for (const Series& series : picture.series)
            QVERIFY2(!centreOf(image, series.color).isNull(), qPrintable(series.name));
    }

    void theFirstCategoryIsOnTop()
    {
        const QImage image = drawn(bars());
        QVERIFY(centreOf(image.copy(0, 100, 800, 300), Qt::red).y() <
                centreOf(image.copy(0, 100, 800, 300), Qt::blue).y());
    }

    void anEmptyChartSaysSo()
    {
        Picture nothing;
        nothing.empty = u"Nothing yet."_s;
        const QImage image = drawn(nothing);
        QVERIFY(!centreOf(image, Qt::black).isNull());
        ChartWidget widget;
        widget.setStyle(style());
        widget.setPicture(nothing);
        QCOMPARE(widget.accessibleDescription(), u"Nothing yet."_s);
    }

    void thePlayheadMoves()
    {
        ChartWidget widget;
        widget.resize(800, 300);
        widget.setStyle(style());
        widget.setPicture(steps());
        const QImage before = widget.grab().toImage();
        Picture later = steps();
        later.playhead = 3;
        later.description = u"later"_s;
        widget.setPicture(later);
        QVERIFY(widget.grab().toImage() != before);
        QCOMPARE(widget.accessibleDescription(), u"later"_s);
        widget.setPicture(steps());
        QCOMPARE(widget.grab().toImage(), before);
    }

    void aClickTellsWhere()
    {
        ChartWidget widget;
        widget.resize(800, 300);
        widget.setStyle(style());
        widget.setPicture(steps());
        widget.grab();
        QSignalSpy clicked(&widget, &ChartWidget::clicked);
        QTest::mouseClick(&widget, Qt::LeftButton, {}, {790, 150});
        QTest::mouseClick(&widget, Qt::LeftButton, {}, {200, 150});
        QCOMPARE(clicked.count(), 2);
        QVERIFY(clicked[0][0].toDouble() > 3.8 && clicked[0][0].toDouble() <= 4);
        QVERIFY(clicked[1][0].toDouble() > 0.3 && clicked[1][0].toDouble() < 1.2);
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
