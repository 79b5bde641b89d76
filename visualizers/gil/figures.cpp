#include "gil/figures.h"

#include "gil/picture.h"

#include <algorithm>
#include <cmath>

namespace il::gil {

using namespace scene;
using trace::SimTime;

namespace {

struct Number {
    const char* id;
    QString value, caption;
};

/// Every process has a GIL of its own: how many are held, and all of them together.
std::vector<Number> ofProcesses(const Picture& p)
{
    int held = 0, alive = 0;
    std::uint32_t switches = 0;
    for (const trace::ProcessView& process : p.input.view.processes) {
        alive += process.state == trace::ProcessState::Running;
        held += process.gil.holder != trace::noThread;
        switches += process.gil.switches;
    }
    const auto waits = p.input.trace.gilWaits().first(p.input.view.gilWaits);
    return {{"held", QStringLiteral("%1 / %2").arg(held).arg(alive), p.words("GILs held")},
            {"switches", QString::number(switches), p.words("Switches")},
            {"wait", waits.empty() ? QStringLiteral("–") : timeText(percentile95(waits).ns),
             p.words("Wait p95")}};
}

std::vector<Number> numbers(const Picture& p)
{
    const trace::View& view = p.input.view;
    if (p.model == Model::None)
        return {{"busy", QStringLiteral("%1 / %2").arg(busyCores(view)).arg(view.cores.size()),
                 p.words("Cores busy")},
                {"average", QString::number(averageBusyCores(view), 'f', 2), p.words("On average")}};
    if (view.processes.size() > 1)
        return ofProcesses(p);
    const auto waits = p.input.trace.gilWaits().first(view.gilWaits);
    std::vector<Number> all{
        {"held", QStringLiteral("%1 %").arg(percent(view.gil().heldFor, view.now)), p.words("GIL held")},
        {"switches", QString::number(view.gil().switches), p.words("Switches")}};
    if (p.model == Model::Ticks)
        all.push_back({"lost", QString::number(view.gil().lostWakes), p.words("Lost wakes")});
    else
        all.push_back({"wait", waits.empty() ? QStringLiteral("–") : timeText(percentile95(waits).ns),
                       p.words("Wait p95")});
    return all;
}

} // namespace

int percent(SimTime part, SimTime whole)
{
    if (whole.ns <= 0)
        return 0;
    return static_cast<int>(
        std::lround(100.0 * static_cast<double>(part.ns) / static_cast<double>(whole.ns)));
}

SimTime percentile95(std::span<const SimTime> values)
{
    if (values.empty())
        return {};
    std::vector<SimTime> sorted(values.begin(), values.end());
    const std::size_t rank = (sorted.size() * 95 + 99) / 100;
    const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(sorted.begin(), nth, sorted.end());
    return *nth;
}

int busyCores(const trace::View& view)
{
    return static_cast<int>(std::count_if(view.cores.begin(), view.cores.end(),
                                          [](trace::ThreadId thread) { return thread != trace::noThread; }));
}

double averageBusyCores(const trace::View& view)
{
    SimTime ran;
    for (const trace::ThreadView& thread : view.threads)
        ran += thread.ran;
    return view.now.ns > 0 ? static_cast<double>(ran.ns) / static_cast<double>(view.now.ns) : 0;
}

int figureCount(Model model)
{
    return model == Model::None ? 2 : 3;
}

void drawFigures(Picture& p)
{
    const std::vector<Number> all = numbers(p);
    const QRectF& area = p.plan.figures;
    const double width = area.width() / static_cast<double>(all.size());
    double x = area.left();
    for (const Number& number : all) {
        figure(p.items, QStringLiteral("gil/figure/") + QLatin1String(number.id),
               {x, area.center().y() - 32, width - 12, 64}, number.value, number.caption, p.theme());
        x += width;
    }
}

} // namespace il::gil
