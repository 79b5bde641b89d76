#include "scene/arrival_marks.h"

#include <cmath>

namespace il::scene {
namespace {

constexpr double dotY = 53, radius = 4.5; ///< between the cues and the lanes
constexpr double leastGap = 10;

/// Arrivals that share a dot.
struct Mark {
    double x = 0;
    trace::SimTime first, last;
    int count = 0;
};

std::vector<Mark> marksOf(const StageInput& input, const std::vector<std::uint32_t>& arrivals,
                          const Scale& scale)
{
    std::vector<Mark> marks;
    for (const std::uint32_t index : arrivals) {
        if (index >= input.view.events)
            break;
        const trace::SimTime time = input.trace.events()[index].time;
        const std::int64_t at =
            input.axis == Axis::Time ? time.ns : static_cast<std::int64_t>(input.trace.stepOf(index));
        if (!scale.shows(at))
            continue;
        const double x = scale.x(at);
        if (marks.empty() || x - marks.back().x >= leastGap)
            marks.push_back({x, time, time, 0});
        marks.back().last = time;
        ++marks.back().count;
    }
    return marks;
}

QString textOf(const Mark& mark, const Words& words)
{
    if (mark.first == mark.last)
        return words.translate("Frame", "Bytes arrive at %1").arg(timeText(mark.first.ns));
    return words.translate("Frame", "Bytes arrive %1 times from %2 to %3")
        .arg(QString::number(mark.count), timeText(mark.first.ns), timeText(mark.last.ns));
}

QRectF dotAt(double x, double y)
{
    return {x - radius, y - radius, 2 * radius, 2 * radius};
}

void legend(Items& out, const StageInput& input, double right, double top)
{
    const QString text = input.words.translate("Frame", "bytes arrive");
    const double width = std::ceil(textWidth(text, type::small)) + 1;
    label(out, QStringLiteral("timeline/arrival/legend"), {right - width, top, width, 24}, text, type::small,
          input.theme.readable(input.theme.ink2));
    out.push_back({QStringLiteral("timeline/arrival/legend/dot"),
                   Role::Decoration,
                   Ellipse{dotAt(right - width - 12, top + 12)},
                   {input.theme.accent},
                   {},
                   {}});
}

} // namespace

void arrivalItems(Items& out, const StageInput& input, const std::vector<std::uint32_t>& arrivals,
                  const Scale& scale, const QRectF& area)
{
    if (arrivals.empty())
        return;
    const Theme& theme = input.theme;
    legend(out, input, scale.right, area.top() + 8);
    int number = 0;
    for (const Mark& mark : marksOf(input, arrivals, scale)) {
        const QString id = QStringLiteral("timeline/arrival/%1").arg(number++);
        const double y = area.top() + dotY;
        out.push_back({id + QLatin1String("/line"),
                       Role::Decoration,
                       Path{{{mark.x, y}, {mark.x, area.bottom()}}},
                       {},
                       {mixed(theme.surface, theme.accent, 0.4), 1.25},
                       {}});
        out.push_back({id,
                       Role::Marker,
                       Ellipse{dotAt(mark.x, y)},
                       {theme.mark(theme.accent)},
                       {},
                       textOf(mark, input.words)});
    }
}

} // namespace il::scene
