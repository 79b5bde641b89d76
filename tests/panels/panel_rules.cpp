#include "panels/panel_rules.h"

#include <QHash>
#include <QRegularExpression>

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

/// "thread/1/chip" of "thread/1/chip/label": the thing that an item is a part of.
QString thingOf(const scene::ElementId& id)
{
    return id.section(u'/', 0, 2);
}

QString coloursOf(const scene::Item& item)
{
    return item.fill.color.name() + item.fill.under.name() + item.stroke.color.name();
}

/// All that is seen of an item but its colours.
QString formOf(const scene::Item& item)
{
    static const QRegularExpression time(QStringLiteral("[\\d.]+ (ns|µs|ms|s)\\b"));
    QString words;
    if (const auto* text = std::get_if<scene::Text>(&item.shape))
        words = QString(text->text).replace(time, QStringLiteral("…"));
    if (const auto* path = std::get_if<scene::Path>(&item.shape)) // from where to where
        for (const QPointF& end : {path->points.front(), path->points.back()})
            words += QStringLiteral("%1,%2 ").arg(qRound(end.x())).arg(qRound(end.y()));
    const auto* icon = std::get_if<scene::Icon>(&item.shape);
    const QRect place = scene::bounds(item).toRect();
    const QColor surface = scene::Theme::of(scene::ThemeId::Paper).surface;
    const bool filled = item.fill.color.isValid() && scene::contrast(item.fill.color, surface) > 1.5;
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7,%8 %9 ")
               .arg(item.id)
               .arg(item.shape.index())
               .arg(int(item.fill.texture))
               .arg(item.stroke.width)
               .arg(item.stroke.dashed)
               .arg(icon != nullptr ? int(icon->symbol) : -1)
               .arg(place.x())
               .arg(place.y())
               .arg(filled) +
           words;
}

/// By thing, what it, its parts and what lies in it look like in black and white.
QHash<QString, QString> formsOf(const scene::DisplayList& list, const scene::Panel& panel)
{
    QHash<QString, QString> forms;
    QHash<QString, QRectF> places;
    for (const scene::Item& item : list.items) {
        if (!isOwn(item, panel))
            continue;
        forms[thingOf(item.id)] += formOf(item) + u'\n';
        places[thingOf(item.id)] |= scene::bounds(item);
    }
    for (auto form = forms.begin(); form != forms.end(); ++form)
        for (auto inner = places.cbegin(); inner != places.cend(); ++inner)
            if (inner.key() != form.key() && places[form.key()].contains(inner->center()))
                *form += inner.key() + u'\n';
    return forms;
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

void checkColourIsNeverAlone(const scene::Panel& panel, const trace::Trace& trace,
                             const QStringList& toldElsewhere)
{
    for (const std::string& variant : variantsOf(panel)) {
        QHash<QString, QHash<QString, QString>> colours; // by id, then by all else
        for (const std::size_t step : someSteps(trace, 30)) {
            const scene::DisplayList list = pictureOf(panel, trace, step, {.variant = variant});
            const QHash<QString, QString> forms = formsOf(list, panel);
            for (const scene::Item& item : list.items) {
                const bool told =
                    std::any_of(toldElsewhere.begin(), toldElsewhere.end(),
                                [&item](const QString& begin) { return item.id.startsWith(begin); });
                if (!isOwn(item, panel) || told)
                    continue;
                const QString colour = coloursOf(item);
                const QString form = forms.value(thingOf(item.id));
                const QString before = colours[item.id].value(form, colour);
                QVERIFY2(
                    before == colour,
                    qPrintable(QStringLiteral("step %1: %2 is %3 here and %4 elsewhere, else the same:\n%5")
                                   .arg(step)
                                   .arg(item.id, colour, before, form)));
                colours[item.id].insert(form, colour);
            }
        }
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
