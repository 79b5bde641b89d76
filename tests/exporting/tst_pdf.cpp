#include "exporting/likeness.h"
#include "panels/picture_of.h"
#include "trace/sample_traces.h"

#include "exporting/pdf.h"
#include "exporting/png.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace il;
using namespace il::exporting;
using namespace Qt::StringLiterals;

namespace {

std::vector<Slide> slidesOf(scene::Language language, std::size_t count)
{
    const trace::Trace trace = samples::mutexContention();
    std::vector<Slide> slides;
    for (std::size_t i = 0; i < count; ++i)
        slides.push_back(
            {.list = tests::pictureOf(*scene::panels()[i % 2], trace,
                                      (trace.steps().size() - 1) * (i + 1) / count, {.language = language})});
    return slides;
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(u"deck.pdf"_s);
        if (!writeFile(bytes, path))
            qFatal("can't write");
        return path;
    }

private slots:
    void hasAPageForEachSlide()
    {
        if (!tests::has(u"pdfinfo"_s))
            QSKIP("poppler-utils is not installed");
        const auto slides = slidesOf(scene::Language::English, 5);
        const QByteArray info =
            tests::outputOf(u"pdfinfo"_s, {written(*encodePdf(slides, {.title = u"锁 & locks"_s}))});
        QVERIFY2(info.contains("Pages:           5"), info.constData());
        QVERIFY2(info.contains("Page size:       960 x 540 pts"), info.constData());
        QVERIFY2(info.contains("Title:           锁 & locks"), info.constData());
        QVERIFY2(!info.contains("CreationDate"), info.constData());
    }

    void textsAreTexts_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("english") << int(scene::Language::English);
        QTest::newRow("chinese") << int(scene::Language::Chinese);
    }

    void textsAreTexts()
    {
        if (!tests::has(u"pdftotext"_s))
            QSKIP("poppler-utils is not installed");
        QFETCH(int, language);
        const auto slides = slidesOf(scene::Language(language), 2);
        const QString path = written(*encodePdf(slides, {}));
        for (std::size_t i = 0; i < slides.size(); ++i) {
            const QString page = QString::number(i + 1);
            const QString text = QString::fromUtf8(
                tests::outputOf(u"pdftotext"_s, {u"-f"_s, page, u"-l"_s, page, u"-layout"_s, path, u"-"_s}));
            for (const char* id : {"timeline/title", "panel/title", "header/time/text"}) {
                const QString said = tests::textOf(slides[i].list, QString::fromLatin1(id));
                QVERIFY2(!said.isEmpty() && text.contains(said), qPrintable(said));
            }
        }
    }

    /// As pdftoppm shows it against our own pixels. It sets letters up to half a pixel off.
    void looksLikeThePng()
    {
        if (!tests::has(u"pdftoppm"_s))
            QSKIP("poppler-utils is not installed");
        const auto slides = slidesOf(scene::Language::Chinese, 2);
        const QString path = written(*encodePdf(slides, {}));
        tests::outputOf(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"144"_s, path, m_folder.filePath(u"page"_s)});
        for (std::size_t i = 0; i < slides.size(); ++i) {
            const QImage page(m_folder.filePath(u"page-%1.png"_s.arg(i + 1)));
            QCOMPARE(page.size(), QSize(1920, 1080));
            const tests::Likeness likeness = tests::compare(page, image(slides[i].list, page.size(), false));
            QVERIFY2(likeness.mean < 3, qPrintable(QString::number(likeness.mean)));
            QVERIFY2(likeness.blotches < 0.001, qPrintable(QString::number(likeness.blotches)));
        }
    }

    void equalSlidesAreEqualBytes()
    {
        const auto slides = slidesOf(scene::Language::Chinese, 3);
        QCOMPARE(*encodePdf(slides, {}), *encodePdf(slides, {}));
    }

    void isVectors()
    {
        const QByteArray bytes = *encodePdf(slidesOf(scene::Language::English, 3), {});
        QVERIFY2(!bytes.contains("/Subtype /Image"), "no pictures of pixels");
    }

    void canBeCancelled()
    {
        std::size_t asked = 0;
        const auto cancelled = encodePdf(slidesOf(scene::Language::English, 4),
                                         {.progress = [&](std::size_t done, std::size_t of) {
                                             asked = of;
                                             return done < 2;
                                         }});
        QCOMPARE(cancelled.error().trouble, Trouble::Cancelled);
        QCOMPARE(asked, std::size_t{4});
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
