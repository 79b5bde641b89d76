#include "mutex/figures.h"

#include "mutex/picture.h"

#include <algorithm>
#include <cmath>

namespace il::mutex {

using namespace scene;
using trace::SimTime;

namespace {

struct Number {
    const char* id;
    QString value, caption;
    bool wrong = false;
};

QString percentText(std::optional<int> percent)
{
    return percent ? QStringLiteral("%1 %").arg(*percent) : QStringLiteral("–");
}

std::optional<int> percent(double part, double whole)
{
    return whole > 0 ? std::optional(static_cast<int>(std::lround(100 * part / whole))) : std::nullopt;
}

std::vector<Number> lockNumbers(const Picture& p)
{
    const trace::View& view = p.input.view;
    const Contention sums = contentionOf(p.input.trace, view, p.subjects);
    const auto contended = sums.contendedPercent(waitingForLocks(p.input.trace, view, p.subjects));
    return {{"acquisitions", QString::number(sums.acquisitions), p.words("Acquisitions")},
            {"contended", percentText(contended), p.words("Contended")},
            {"held", percentText(sums.heldPercent(view.now)), p.words("Held")},
            {"blocked", timeText(sums.blocked.ns), p.words("Blocked")}};
}

std::vector<Number> dataNumbers(const Picture& p)
{
    const DataTotals totals = dataTotals(p.input.view, p.subjects);
    return {{"lost", QString::number(totals.lost), p.words("Updates lost"), totals.lost > 0},
            {"writes", QString::number(totals.writes), p.words("Writes")}};
}

} // namespace

std::optional<int> Contention::contendedPercent(std::uint32_t stillWaiting) const
{
    return percent(contended, static_cast<double>(acquisitions) + stillWaiting);
}

std::optional<int> Contention::heldPercent(SimTime now) const
{
    return percent(static_cast<double>(held.ns), static_cast<double>(now.ns) * locks);
}

Contention contentionOf(const trace::Trace& trace, const trace::View& view, const Subjects& subjects)
{
    Contention sums;
    for (const trace::ObjectId id : subjects.objects) {
        if (!isLock(trace.objects()[id].kind))
            continue;
        ++sums.locks;
        sums.acquisitions += view.objects[id].acquisitions;
        sums.contended += view.objects[id].contended;
        sums.held += view.objects[id].heldFor;
    }
    for (const trace::ThreadId id : subjects.threads)
        if (id < view.threads.size())
            sums.blocked += view.threads[id].waitedLocks;
    return sums;
}

std::uint32_t waitingForLocks(const trace::Trace& trace, const trace::View& view, const Subjects& subjects)
{
    std::size_t count = 0;
    for (const trace::ObjectId id : subjects.objects)
        if (isLock(trace.objects()[id].kind))
            count += view.objects[id].waiters.size() + view.objects[id].woken.size();
    return static_cast<std::uint32_t>(count);
}

DataTotals dataTotals(const trace::View& view, const Subjects& subjects)
{
    DataTotals totals;
    for (const trace::VariableId id : subjects.variables) {
        totals.writes += view.variables[id].version;
        totals.lost += view.variables[id].lostUpdates;
    }
    return totals;
}

bool hasLocks(const trace::Trace& trace, const Subjects& subjects)
{
    return std::any_of(subjects.objects.begin(), subjects.objects.end(),
                       [&](trace::ObjectId id) { return isLock(trace.objects()[id].kind); });
}

void drawFigures(Picture& p)
{
    const std::vector<Number> all = hasLocks(p.input.trace, p.subjects) ? lockNumbers(p) : dataNumbers(p);
    const QRectF& area = p.plan.figures;
    const std::size_t columns = all.size() > 2 ? 2 : 1;
    const double width = area.width() / static_cast<double>(columns);
    constexpr double least = 56; // of a number and its caption
    const std::size_t rows = std::clamp<std::size_t>(static_cast<std::size_t>(area.height() / least), 1, 2);
    const double height = std::min(84.0, area.height() / static_cast<double>(rows));
    const double top = area.center().y() - height * static_cast<double>(rows) / 2;
    const double used = std::min(64.0, height);
    for (std::size_t i = 0; i < std::min(all.size(), rows * columns); ++i) {
        const QRectF rect(area.left() + static_cast<double>(i % columns) * width,
                          top + static_cast<double>(i / columns) * height + (height - used) / 2, width - 10,
                          used);
        figure(p.items, QStringLiteral("mutex/figure/") + QLatin1String(all[i].id), rect, all[i].value,
               all[i].caption, p.theme(), all[i].wrong ? p.theme().readable(p.theme().bad) : QColor());
    }
}

} // namespace il::mutex
