#include "app/run_options_json.h"
#include "app/window/settings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file() const { return m_folder.filePath(u"interleave/interleave.ini"_s); }

    void write(const QByteArray& text) const
    {
        QDir().mkpath(m_folder.filePath(u"interleave"_s));
        QFile ini(file());
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write(text);
    }

private slots:
    void initTestCase() { QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path()); }
    void init() { QFile::remove(file()); }

    void areKept()
    {
        Settings before;
        before.look.language = scene::Language::Chinese;
        before.look.theme = scene::ThemeId::Slate;
        before.speed = 2;
        before.pausesAtCues = false;
        before.library = false;
        before.session.lesson = u"mutex"_s;
        before.session.script = 1;
        before.session.options.cores = 4;
        before.session.options.parameters = {{"N", std::int64_t(7)}, {"name", "a\"b;c"}};
        before.session.panel = "deadlock";
        before.session.variant = "waits";
        before.session.step = 12;
        before.session.playlist = u"/home/me/talk 讲课.interleave"_s;
        before.session.entry = 3;
        before.session.playlistShown = false;
        before.save();
        const Settings after = Settings::load(scene::Language::English);
        QCOMPARE(after.look, before.look);
        QCOMPARE(after.speed, 2.0);
        QCOMPARE(after.pausesAtCues, false);
        QCOMPARE(after.library, false);
        QVERIFY(after.qa);
        QCOMPARE(after.session, before.session);
    }

    void brokenOnesAreNoObstacle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("\0\xff[[[=\n%%", 9);
        QTest::newRow("other words") << QByteArray(
            "[General]\nlanguage=klingon\ntheme=pink\nspeed=fast\nsession={{{\n");
        QTest::newRow("out of range")
            << QByteArray("[General]\nspeed=1e9\nsession=\"{\\\"step\\\":-5,\\\"script\\\":-1}\"\n");
    }

    void brokenOnesAreNoObstacle()
    {
        QFETCH(QByteArray, text);
        write(text);
        const Settings settings = Settings::load(scene::Language::Chinese);
        QCOMPARE(settings.look.language, scene::Language::Chinese);
        QCOMPARE(settings.look.theme, scene::ThemeId::Paper);
        QCOMPARE(settings.speed, 1.0);
        QCOMPARE(settings.session, LastSession{});
    }

    void optionsAsJson_data()
    {
        QTest::addColumn<RunOptions>("options");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("as it comes") << RunOptions{} << QByteArray("{}");
        QTest::newRow("all")
            << RunOptions{.cores = 2,
                          .python = "3.13t",
                          .schedule = "seed:42",
                          .switchIntervalMs = 0.5,
                          .parameters = {{"b", true}, {"f", 1.5}, {"i", std::int64_t(3)}, {"s", "x"}},
                          .arguments = {"one", "two"}}
            << QByteArray(R"({"arguments":["one","two"],"cores":2,"parameters":{"b":true,"f":1.5,)"
                          R"("i":3,"s":"x"},"python":"3.13t","schedule":"seed:42","switchInterval":0.5})");
    }

    void optionsAsJson()
    {
        QFETCH(RunOptions, options);
        QFETCH(QByteArray, json);
        QCOMPARE(QJsonDocument(toJson(options)).toJson(QJsonDocument::Compact), json);
        QCOMPARE(runOptionsFromJson(QJsonDocument::fromJson(json).object()), options);
    }

    void optionsOfOtherKindsAreLeftOut()
    {
        const QByteArray json =
            R"({"cores":"two","python":3,"parameters":{"a":[1],"b":2},"arguments":[1,"x"]})";
        const RunOptions options = runOptionsFromJson(QJsonDocument::fromJson(json).object());
        RunOptions expected;
        expected.parameters = {{"b", std::int64_t(2)}};
        expected.arguments = {"x"};
        QCOMPARE(options, expected);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
