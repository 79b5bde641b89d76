// Text metrics, words, times and theme colours.
#include "scene/text.h"
#include "scene/theme.h"
#include "scene/words.h"

#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace il::scene;

Q_DECLARE_METATYPE(il::scene::Font)

namespace {

constexpr Font sans{FontFamily::Sans, 20, 400};
constexpr Font mono{FontFamily::Mono, 20, 400};

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestSceneText : public QObject {
    Q_OBJECT

private slots:
    void fontsAreInstalled()
    {
        QCOMPARE(QFontInfo(qfont(sans)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(qfont(mono)).family(), QStringLiteral("JetBrains Mono"));
    }

    void widthIsLinearInSize()
    {
        const QString text = u("Waiting for the GIL 等待 GIL");
        const double at20 = textWidth(text, sans);
        for (const double px : {17.0, 24.0, 33.5, 44.0})
            QVERIFY(std::abs(textWidth(text, {FontFamily::Sans, px, 400}) - at20 * px / 20) < 0.01 * at20);
    }

    void monospaceColumnsAreEqual()
    {
        QVERIFY(std::abs(textWidth(u("iiiiiiiiii"), mono) - textWidth(u("WWWWWWWWWW"), mono)) < 1e-6);
        QVERIFY(std::abs(textWidth(u("x"), mono) - 12) < 0.05);
    }

    /// A learner finds no key for a sign that stands for two.
    void codeHasNoLigatures_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"!=", ">=", "<=", "==", "->", "**", "//"})
            QTest::newRow(code) << u(code);
    }
    void codeHasNoLigatures()
    {
        QFETCH(QString, code);
        const auto drawn = [](const QStringList& pieces) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(qfont(mono));
            double x = 5;
            for (const QString& piece : pieces) {
                painter.drawText(QPointF(x, 28), piece);
                x += textWidth(piece, mono);
            }
            return image;
        };
        QCOMPARE(drawn({code}), drawn({code.left(1), code.mid(1)}));
    }

    /// What layout measures is what replay draws: no ink beyond the advance (but for a letter's overhang).
    void inkMatchesWidth()
    {
        const QString text = u("Two CPU-bound threads, 两个计算线程");
        QImage image(700, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(qfont(sans));
        painter.drawText(QPointF(10, 40), text);
        painter.end();
        int last = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = last; x < image.width(); ++x)
                if (qGray(image.pixel(x, y)) < 128)
                    last = x;
        QVERIFY(last > 100);
        QVERIFY(std::abs(last - 10 - textWidth(text, sans)) < 3);
    }

    void elides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::newRow("fits") << u("short") << 200.0;
        QTest::newRow("English") << u("a sentence that is far too long for its place") << 120.0;
        QTest::newRow("Chinese") << u("一个对于它的位置来说太长的句子") << 120.0;
        QTest::newRow("room for the dots only") << u("word") << textWidth(QString(QChar(0x2026)), sans);
        QTest::newRow("no room at all") << u("word") << 2.0;
    }

    void elides()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        const QString shown = elide(text, sans, width);
        QVERIFY(textWidth(shown, sans) <= width);
        if (textWidth(text, sans) <= width)
            QCOMPARE(shown, text);
        else if (!shown.isEmpty()) {
            QVERIFY(shown.endsWith(QChar(0x2026)));
            QVERIFY(text.startsWith(shown.chopped(1)));
        }
    }

    void wraps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("maxLines");
        QTest::addColumn<bool>("complete");
        QTest::newRow("English") << u("T1 has waited 5 ms without a switch: it asks T2 to drop the GIL.")
                                 << 200.0 << 9 << true;
        QTest::newRow("Chinese") << u("等待者每等满切换间隔且期间没有发生过切换，就请求持有者放弃锁。")
                                 << 200.0 << 9 << true;
        QTest::newRow("mixed") << u("默认 5 ms 的 switch interval 到期后设置 gil_drop_request 标志") << 150.0
                               << 9 << true;
        QTest::newRow("too much") << u("one two three four five six seven eight nine ten eleven") << 100.0
                                  << 2 << false;
        QTest::newRow("a long word") << u("supercalifragilisticexpialidocious") << 60.0 << 99 << true;
        QTest::newRow("narrower than a letter") << u("WW") << 1.0 << 9 << false;
    }

    void wraps()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        QFETCH(int, maxLines);
        QFETCH(bool, complete);
        const QStringList lines = wrap(text, sans, width, maxLines);
        QVERIFY(lines.size() <= maxLines);
        QString joined;
        for (const QString& line : lines) {
            if (width > 20)
                QVERIFY2(textWidth(line, sans) <= width, qPrintable(line));
            joined += line;
        }
        QString solid = text;
        solid.remove(QLatin1Char(' '));
        joined.remove(QLatin1Char(' '));
        QCOMPARE(joined == solid, complete);
    }

    void breaksChineseButNotBeforePunctuation()
    {
        const double four = textWidth(u("四个汉字"), sans) + 1;
        QCOMPARE(wrap(u("四个汉字，然后继续"), sans, four, 9).first(), u("四个汉"));
    }

    void wrapsNothing() { QCOMPARE(wrap(u("  "), sans, 100, 3), QStringList()); }

    void fitsByShrinking()
    {
        const QString text = u("A title that has to shrink");
        const double width = textWidth(text, sans) * 0.8;
        const Font smaller = fitted(text, sans, width, 10);
        QVERIFY(smaller.px < 20);
        QVERIFY(textWidth(text, smaller) <= width);
        QCOMPARE(fitted(text, sans, 5, 17).px, 17.0);
        QCOMPARE(fitted(text, sans, 5000, 17).px, 20.0);
    }

    void tellsTimes_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << qint64{0} << u("0 ms");
        QTest::newRow("nanoseconds") << qint64{850} << u("850 ns");
        QTest::newRow("microseconds") << qint64{1500} << u("1.5 µs");
        QTest::newRow("milliseconds") << qint64{23'400'000} << u("23.4 ms");
        QTest::newRow("whole") << qint64{5'000'000} << u("5 ms");
        QTest::newRow("three digits") << qint64{5'054'321} << u("5.05 ms");
        QTest::newRow("rounds up to the next unit") << qint64{999'999} << u("1 ms");
        QTest::newRow("rounds up to ten") << qint64{9'999'999} << u("10 ms");
        QTest::newRow("hundreds") << qint64{412'300'000} << u("412 ms");
        QTest::newRow("seconds") << qint64{1'200'000'000} << u("1.2 s");
        QTest::newRow("long") << qint64{3'600'000'000'000} << u("3600 s");
        QTest::newRow("negative") << qint64{-1500} << u("-1.5 µs");
    }

    void tellsTimes()
    {
        QFETCH(qint64, ns);
        QFETCH(QString, expected);
        QCOMPARE(timeText(ns), expected);
    }

    void wordsFallBackToTheSource()
    {
        const Words& words = Words::of(Language::English);
        QCOMPARE(words.translate("Nowhere", "Some text"), u("Some text"));
        QCOMPARE(words.translate("Nowhere", "%n switch(es)", nullptr, 1), u("1 switch"));
        QCOMPARE(words.translate("Nowhere", "%n switch(es)", nullptr, 6), u("6 switches"));
        QCOMPARE(words.translate("Nowhere", "%n thread(s)", nullptr, 0), u("0 threads"));
        QCOMPARE(Words::of(Language::Chinese).translate("Nowhere", "untranslated"), u("untranslated"));
    }

    void contrastIsThatOfWcag()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-9);
        QVERIFY(std::abs(contrast(Qt::white, Qt::white) - 1) < 1e-9);
        QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) <
                0.01); // WCAG's own example grey
    }

    void themeColours_data()
    {
        QTest::addColumn<ThemeId>("id");
        QTest::newRow("paper") << ThemeId::Paper;
        QTest::newRow("slate") << ThemeId::Slate;
        QTest::newRow("contrast") << ThemeId::HighContrast;
    }

    void themeColours()
    {
        QFETCH(ThemeId, id);
        const Theme& theme = Theme::of(id);
        for (const QColor& under : {theme.background, theme.surface, theme.soft}) {
            QVERIFY(contrast(theme.ink, under) >= 7);
            QVERIFY(contrast(theme.readable(theme.ink2), under) >= 4.5);
            QVERIFY(contrast(theme.readable(theme.accent), under) >= 4.5);
            for (int n = 0; n <= 16; ++n) {
                QVERIFY(contrast(theme.mark(theme.thread(n)), under) >= 3);
                QVERIFY(contrast(theme.readable(theme.thread(n)), under) >= 4.5);
            }
        }
        for (int n = 0; n <= 16; ++n) {
            QVERIFY(contrast(theme.on(theme.thread(n)), theme.thread(n)) >= 4.5);
            QVERIFY(contrast(theme.ink, theme.tint(theme.thread(n))) >= 7);
        }
        ThemeId found = ThemeId::Paper;
        QVERIFY(themeFromName(name(id), found));
        QCOMPARE(found, id);
        QVERIFY(!themeFromName(QStringLiteral("pink"), found));
    }

    void threadColoursRepeatWithARing()
    {
        const Theme& theme = Theme::of(ThemeId::Paper);
        QCOMPARE(theme.thread(0), QColor(0x5B, 0x64, 0x70));
        QCOMPARE(theme.thread(1), QColor(0x00, 0x72, 0xB2));
        QCOMPARE(theme.thread(7), theme.thread(1));
        QVERIFY(!Theme::hasRing(0) && !Theme::hasRing(6) && Theme::hasRing(7) && Theme::hasRing(12));
    }
};

QTEST_MAIN(TestSceneText)
#include "tst_scene_text.moc"
