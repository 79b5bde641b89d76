// LibreOffice opens the slides, and shows what our own pictures show. Skipped where it isn't installed.
#include "exporting/pptx.h"

#include "scene/replay.h"
#include "slides_of.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace il;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize pixels(1280, 720);

/// Mean distance of two pictures' channels, 0..255.
double meanDifference(const QImage& a, const QImage& b)
{
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum +=
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return static_cast<double>(sum) / (3.0 * a.width() * a.height());
}

bool run(const QString& program, const QStringList& arguments, QString* said = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_QPA_PLATFORM"_s); // the office has no such plugin
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(240'000);
    if (said != nullptr)
        *said = QString::fromUtf8(process.readAll());
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

class TestPptxOffice : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<exporting::Slide> m_slides;
    QString m_said;

    QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void initTestCase()
    {
        for (const char* program : {"soffice", "pdftoppm", "pdfinfo"})
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP(qPrintable(u"%1 is not installed (script/setup test)"_s.arg(QLatin1String(program))));
        m_slides.push_back({tests::everyShape(), u"shapes"_s, u"Every shape"_s, u"Notes"_s});
        for (const auto& setting : {tests::Setting{}, tests::Setting{.language = scene::Language::Chinese,
                                                      .theme = scene::ThemeId::Slate}})
            for (const exporting::Slide& slide : tests::stageSlides(2, setting))
                m_slides.push_back(slide);
        const auto bytes = exporting::encodePptx(m_slides, {.title = u"A deck"_s});
        QVERIFY(bytes.has_value());
        QFile file(path(u"deck.pptx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
        file.close();
        QVERIFY2(run(u"soffice"_s,
                     {u"-env:UserInstallation=file://"_s + path(u"profile"_s), u"--headless"_s,
                      u"--convert-to"_s, u"pdf"_s, u"--outdir"_s, m_folder.path(), file.fileName()},
                     &m_said),
                 qPrintable(m_said));
        QVERIFY2(QFile::exists(path(u"deck.pdf"_s)), qPrintable(m_said));
        QVERIFY(run(u"pdftoppm"_s,
                    {u"-png"_s, u"-scale-to-x"_s, QString::number(pixels.width()), u"-scale-to-y"_s,
                     QString::number(pixels.height()), path(u"deck.pdf"_s), path(u"page"_s)}));
    }

    void hasAPageForEachSlide()
    {
        QVERIFY(run(u"pdfinfo"_s, {path(u"deck.pdf"_s)}, &m_said));
        QVERIFY2(m_said.contains(QRegularExpression(u"Pages:\\s+%1\\n"_s.arg(m_slides.size()))),
                 qPrintable(m_said));
    }

    void looksAsOurPicture_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<double>("tolerance");
        // Letters lie up to a pixel elsewhere and bold is bolder; patterns are those that the format has.
        QTest::newRow("every shape") << 1 << 6.0;
        QTest::newRow("stage, English, paper") << 2 << 3.5;
        QTest::newRow("stage, later") << 3 << 3.5;
        QTest::newRow("stage, Chinese, slate") << 4 << 3.5;
        QTest::newRow("stage, Chinese, later") << 5 << 3.5;
    }

    void looksAsOurPicture()
    {
        QFETCH(int, page);
        QFETCH(double, tolerance);
        const QImage theirs(path(u"page-%1.png"_s.arg(page)));
        QCOMPARE(theirs.size(), pixels);
        const QImage ours = scene::toImage(m_slides[static_cast<std::size_t>(page) - 1].list, pixels);
        if (const QString folder = qEnvironmentVariable("IL_PICTURES"); !folder.isEmpty()) { // for eyes
            theirs.save(folder + u"/office-%1.png"_s.arg(page));
            ours.save(folder + u"/ours-%1.png"_s.arg(page));
        }
        const double difference = meanDifference(ours, theirs);
        qInfo("mean difference %.2f of 255", difference);
        QVERIFY2(difference < tolerance, qPrintable(QString::number(difference)));
    }
};

QTEST_MAIN(TestPptxOffice)
#include "tst_pptx_office.moc"
