#include "chart_pictures.h"

#include "scene/parts.h"
#include "trace/census.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace il::app {
using namespace Qt::StringLiterals;
using trace::SimTime;

namespace {

struct ChartTr {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr int stretches = 60;
constexpr std::size_t mostThreads = 8, mostBars = 12;

struct Unit {
    double ns = 1;
    QString name;
};

Unit unitFor(double ns)
{
    if (ns >= 1e9)
        return {1e9, u"s"_s};
    if (ns >= 1e6)
        return {1e6, u"ms"_s};
    return ns >= 1e3 ? Unit{1e3, u"µs"_s} : Unit{1, u"ns"_s};
}

double in(const Unit& unit, SimTime time)
{
    return static_cast<double>(time.ns) / unit.ns;
}

QString threadName(const trace::Trace& trace, trace::ThreadId id)
{
    const auto& names = trace.census().threadNames;
    const std::string_view name = id < names.size() ? trace.string(names[id]) : std::string_view();
    return scene::threadLabel(name, id);
}

QString objectName(const trace::Trace& trace, trace::ObjectId id)
{
    if (id == trace::none)
        return u"GIL"_s;
    const auto objects = trace.objects();
    if (id >= objects.size())
        return u"?"_s;
    const std::string_view name = trace.string(objects[id].name);
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    if (objects[id].kind == trace::ObjectKind::ThreadEnd)
        return ChartTr::tr("end of %1")
            .arg(name.substr(0, 7) == "Thread-" ? scene::threadLabel(name, 1) : text);
    return text;
}

/// A little more than the longest bar, so that its end is seen.
double roomFor(double longest)
{
    return longest > 0 ? longest * 1.04 : 1;
}

struct CauseLook {
    QString name;
    QColor color;
    Qt::BrushStyle pattern;
};

/// The textures are the timeline's: hatch for the GIL, cross-hatch for locks, dots for I/O.
CauseLook lookOf(charts::Cause cause, const scene::Theme& theme)
{
    switch (cause) {
    case charts::Cause::Gil:
        return {u"GIL"_s, theme.mark(theme.gold), Qt::BDiagPattern};
    case charts::Cause::Lock:
        return {ChartTr::tr("locks"), theme.ink, Qt::DiagCrossPattern};
    case charts::Cause::Other:
        return {ChartTr::tr("queues, ends of threads and the like"), theme.ink2, Qt::FDiagPattern};
    case charts::Cause::Io:
        return {ChartTr::tr("I/O"), theme.mark(theme.accent), Qt::Dense5Pattern};
    case charts::Cause::Sleep:
        return {ChartTr::tr("sleep"), theme.ink2, Qt::HorPattern};
    case charts::Cause::Core:
        break;
    }
    return {ChartTr::tr("a free core"), theme.mark(theme.line), Qt::SolidPattern};
}

constexpr std::array kindNames{"utilisation", "waiting", "locks", "experiment"};
constexpr std::array measureNames{"time", "speed-up", "waiting", "switches", "call-cost"};

template <typename Enum, std::size_t size>
std::optional<Enum> fromName(const std::array<const char*, size>& names, const QString& name)
{
    for (std::size_t i = 0; i < size; ++i)
        if (name == QLatin1StringView(names[i]))
            return static_cast<Enum>(i);
    return std::nullopt;
}

QString percent(double part)
{
    return QString::number(std::lround(part * 100)) + u" %"_s;
}

} // namespace

QString nameOf(ChartKind kind)
{
    return QLatin1StringView(kindNames[static_cast<std::size_t>(kind)]);
}

std::optional<ChartKind> chartKindFromName(const QString& name)
{
    return fromName<ChartKind>(kindNames, name);
}

QString titleOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Utilisation:
        return ChartTr::tr("Busy cores");
    case ChartKind::Waiting:
        return ChartTr::tr("Waiting, by thread");
    case ChartKind::Locks:
        return ChartTr::tr("Waiting, by lock");
    case ChartKind::Experiment:
        break;
    }
    return ChartTr::tr("Experiment");
}

QString nameOf(charts::Measure measure)
{
    return QLatin1StringView(measureNames[static_cast<std::size_t>(measure)]);
}

std::optional<charts::Measure> measureFromName(const QString& name)
{
    return fromName<charts::Measure>(measureNames, name);
}

QString titleOf(charts::Measure measure)
{
    switch (measure) {
    case charts::Measure::Time:
        return ChartTr::tr("Time (ms)");
    case charts::Measure::SpeedUp:
        return ChartTr::tr("Speed-up");
    case charts::Measure::Waiting:
        return ChartTr::tr("Waiting (ms)");
    case charts::Measure::Switches:
        return ChartTr::tr("GIL switches");
    case charts::Measure::CallCost:
        break;
    }
    return ChartTr::tr("Cost of a call (µs)");
}

charts::Style chartStyle(const scene::Theme& theme)
{
    charts::Style style;
    style.background = theme.surface;
    style.ink = theme.ink;
    style.ink2 = theme.ink2;
    style.line = theme.line;
    style.accent = theme.accent;
    style.font = uiFont();
    style.font.setPixelSize(13);
    style.strokeWidth = theme.strokeWidth;
    return style;
}

RunCharts::RunCharts(const RunPtr& run) : m_run(run)
{
    const trace::Trace& trace = run->trace();
    if (run->lanes)
        m_busy = crowded(charts::busyCores(trace, *run->lanes, stretches), mostThreads);
    m_waits = charts::Waits(trace);
    for (const auto& thread : m_waits.byThread(trace.duration()))
        m_longestWait = std::max(m_longestWait, static_cast<double>(thread.sum().ns));
    for (const auto& object : m_waits.byObject(trace.duration()))
        m_longestLock = std::max(m_longestLock, static_cast<double>(object.sum().ns));
}

charts::Series RunCharts::threadSeries(trace::ThreadId thread, const scene::Theme& theme) const
{
    charts::Series series;
    series.name = threadName(m_run->trace(), thread);
    series.color = theme.thread(thread);
    series.outline = theme.mark(series.color);
    series.pattern = scene::Theme::hasRing(thread) ? Qt::Dense3Pattern : Qt::SolidPattern;
    return series;
}

charts::Picture RunCharts::utilisation(SimTime now, const scene::Theme& theme) const
{
    charts::Picture picture;
    picture.form = charts::Form::Steps;
    picture.title = titleOf(ChartKind::Utilisation);
    picture.empty = ChartTr::tr("No thread has used a core.");
    const Unit unit = unitFor(static_cast<double>(m_busy.duration.ns));
    picture.xTitle = ChartTr::tr("Time (%1)").arg(unit.name);
    picture.yTitle = ChartTr::tr("Busy cores");
    picture.xTo = std::max(in(unit, m_busy.duration), 1e-9);
    picture.yTo = m_busy.cores;
    picture.wholeNumbersY = true;
    for (const charts::BusyThread& busy : m_busy.threads) {
        charts::Series series = threadSeries(busy.thread, theme);
        if (busy.thread == trace::noThread)
            series = {ChartTr::tr("others"), theme.ink2, {}, Qt::BDiagPattern, false, {}};
        for (int k = 0; k <= m_busy.stretches; ++k)
            series.points.emplace_back(in(unit, m_busy.start(k)),
                                       k == m_busy.stretches ? 0 : busy.cores[static_cast<std::size_t>(k)]);
        picture.series.push_back(std::move(series));
    }
    picture.playhead = std::min(in(unit, now), picture.xTo);
    if (m_run->lanes)
        picture.description =
            ChartTr::tr("Up to %1: %2 of the time of all cores was used (cores: %3).")
                .arg(scene::timeText(now.ns), percent(charts::usedUntil(m_run->trace(), *m_run->lanes, now)))
                .arg(m_busy.cores);
    return picture;
}

charts::Picture RunCharts::waiting(SimTime now, const scene::Theme& theme) const
{
    charts::Picture picture;
    picture.form = charts::Form::Bars;
    picture.title = titleOf(ChartKind::Waiting);
    picture.empty = ChartTr::tr("No thread has waited yet.");
    const Unit unit = unitFor(m_longestWait);
    picture.xTitle = ChartTr::tr("Waited so far (%1)").arg(unit.name);
    picture.yTitle = ChartTr::tr("Thread");
    picture.xTo = roomFor(m_longestWait / unit.ns);
    auto threads = m_waits.byThread(now);
    std::stable_sort(threads.begin(), threads.end(),
                     [](const auto& a, const auto& b) { return a.sum() > b.sum(); });
    threads.resize(std::min(threads.size(), mostBars));
    std::sort(threads.begin(), threads.end(),
              [](const auto& a, const auto& b) { return a.thread < b.thread; });
    for (const auto& thread : threads)
        picture.categories.append(threadName(m_run->trace(), thread.thread));
    for (int cause = 0; cause < charts::causes; ++cause) {
        const CauseLook look = lookOf(static_cast<charts::Cause>(cause), theme);
        charts::Series series{look.name, look.color, {}, look.pattern, false, {}};
        for (std::size_t i = 0; i < threads.size(); ++i)
            if (const SimTime time = threads[i].total[static_cast<std::size_t>(cause)]; time.ns > 0)
                series.points.emplace_back(static_cast<double>(i), in(unit, time));
        if (!series.points.empty())
            picture.series.push_back(std::move(series));
    }
    const auto most = std::max_element(threads.begin(), threads.end(),
                                       [](const auto& a, const auto& b) { return a.sum() < b.sum(); });
    if (most != threads.end())
        picture.description = ChartTr::tr("Up to %1: %2 has waited longest, %3 in all.")
                                  .arg(scene::timeText(now.ns), threadName(m_run->trace(), most->thread),
                                       scene::timeText(most->sum().ns));
    return picture;
}

charts::Picture RunCharts::locks(SimTime now, const scene::Theme& theme) const
{
    charts::Picture picture;
    picture.form = charts::Form::Bars;
    picture.title = titleOf(ChartKind::Locks);
    picture.empty = ChartTr::tr("No thread has waited for a lock or the like yet.");
    const Unit unit = unitFor(m_longestLock);
    picture.xTitle = ChartTr::tr("Waited for it so far (%1)").arg(unit.name);
    picture.yTitle = ChartTr::tr("Lock");
    picture.xTo = roomFor(m_longestLock / unit.ns);
    auto objects = m_waits.byObject(now);
    const auto infos = m_run->trace().objects();
    std::erase_if(
        objects, [infos](const charts::ObjectWaits& waits) { // the machine's own: a thread's start, say
            return waits.object < infos.size() && infos[waits.object].kind == trace::ObjectKind::Other;
        });
    std::stable_sort(objects.begin(), objects.end(),
                     [](const auto& a, const auto& b) { return a.sum() > b.sum(); });
    objects.resize(std::min(objects.size(), mostBars));
    std::size_t threads = 0;
    for (const auto& object : objects) {
        picture.categories.append(objectName(m_run->trace(), object.object));
        threads = std::max(threads, object.total.size());
    }
    for (std::size_t thread = 0; thread < threads; ++thread) {
        charts::Series series = threadSeries(static_cast<trace::ThreadId>(thread), theme);
        for (std::size_t i = 0; i < objects.size(); ++i)
            if (thread < objects[i].total.size() && objects[i].total[thread].ns > 0)
                series.points.emplace_back(static_cast<double>(i), in(unit, objects[i].total[thread]));
        if (!series.points.empty())
            picture.series.push_back(std::move(series));
    }
    if (!objects.empty())
        picture.description = ChartTr::tr("Up to %1: most of the waiting was for %2, %3 in all.")
                                  .arg(scene::timeText(now.ns), picture.categories.front(),
                                       scene::timeText(objects.front().sum().ns));
    return picture;
}

} // namespace il::app
