#include "panels/panel_rules.h"

namespace il::tests {

namespace {

const QList<QSizeF>& sizes()
{
    static const QList<QSizeF> all{{1024, 576}, {1280, 1024}, {1920, 1200}, {3440, 1440}, {3840, 2160}};
    return all;
}

QString idOf(const scene::Panel& panel)
{
    return QString::fromStdString(panel.info().id);
}

bool isOwn(const scene::Item& item, const scene::Panel& panel)
{
    return item.id.startsWith(idOf(panel) + QLatin1Char('/')) || item.id.startsWith(QLatin1String("thread/"));
}

/// At least one: "" stands for the only picture of a panel without variants.
std::vector<std::string> variantsOf(const scene::Panel& panel)
{
    std::vector<std::string> ids;
    for (const scene::PanelVariant& variant : panel.variants(scene::Words::of(scene::Language::English)))
        ids.push_back(variant.id);
    return ids.empty() ? std::vector<std::string>{""} : ids;
}

} // namespace

const trace::Trace& runOf(const Runs& runs, const char* name)
{
    for (const Run& run : runs)
        if (qstrcmp(run.name, name) == 0)
            return run.trace;
    qFatal("no run \"%s\"", name);
}

void addRuns(const Runs& runs)
{
    QTest::addColumn<int>("run");
    int i = 0;
    for (const Run& run : runs)
        QTest::newRow(run.name) << i++;
}

void addRuleRows(const Runs& runs)
{
    QTest::addColumn<int>("run");
    QTest::addColumn<QSizeF>("pixels");
    QTest::addColumn<bool>("chinese");
    int i = 0;
    for (const Run& run : runs) {
        for (const QSizeF& pixels : sizes())
            for (const bool chinese : {false, true})
                QTest::addRow("%s, %dx%d%s", run.name, qRound(pixels.width()), qRound(pixels.height()),
                              chinese ? ", Chinese" : "")
                    << i << pixels << chinese;
        ++i;
    }
}

const trace::Trace& thisRun(const Runs& runs)
{
    QFETCH(int, run);
    return runs.at(static_cast<std::size_t>(run)).trace;
}

void checkRules(const scene::Panel& panel, const Runs& runs, std::size_t most)
{
    QFETCH(QSizeF, pixels);
    QFETCH(bool, chinese);
    const trace::Trace& trace = thisRun(runs);
    const auto language = chinese ? scene::Language::Chinese : scene::Language::English;
    int theme = 0;
    for (const std::size_t step : someSteps(trace, most))
        for (const std::string& variant : variantsOf(panel)) {
            const Setting setting{pixels, language, static_cast<scene::ThemeId>(theme++ % 3), variant};
            const scene::DisplayList list = pictureOf(panel, trace, step, setting);
            const QStringList wrong =
                ownViolations(list, idOf(panel)) + ownViolations(list, QStringLiteral("timeline/arrival"));
            const QString where =
                QStringLiteral("step %1 %2\n").arg(step).arg(QString::fromStdString(variant));
            QVERIFY2(wrong.isEmpty(), qPrintable(where + wrong.join(u'\n')));
        }
}

void checkIds(const scene::Panel& panel, const trace::Trace& trace)
{
    const QRectF area(700, 200, 1100, 400);
    for (const std::size_t step : someSteps(trace)) {
        const trace::View view = trace.atStep(step);
        const scene::StageInput input{.trace = trace,
                                      .view = view,
                                      .step = step,
                                      .theme = scene::Theme::of(scene::ThemeId::Paper),
                                      .words = scene::Words::of(scene::Language::English),
                                      .title = {},
                                      .subtitle = {},
                                      .caption = {},
                                      .footer = {},
                                      .cues = {}};
        for (const scene::Item& item : panel.layout(input, area)) {
            QVERIFY2(isOwn(item, panel), qPrintable(item.id));
            QVERIFY2(within(area, scene::bounds(item)), qPrintable(item.id));
        }
    }
}

void compareWithGolden(const scene::DisplayList& list, const scene::Panel& panel)
{
    scene::DisplayList own{list.size, list.background, {}};
    for (const scene::Item& item : list.items)
        if (isOwn(item, panel))
            own.items.push_back(item);
    const QString text = scene::dump(own);
    QFile golden(QStringLiteral(IL_SOURCE_DIR "/tests/golden/%1/%2.txt")
                     .arg(idOf(panel), QLatin1String(QTest::currentDataTag())));
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QDir().mkpath(QFileInfo(golden).path());
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n'), found = text.split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
}

} // namespace il::tests
