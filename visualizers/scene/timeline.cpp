#include "scene/timeline.h"

#include "scene/arrival_marks.h"
#include "scene/axis.h"
#include "scene/lane_marks.h"
#include "scene/lane_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace il::scene {
namespace {

using trace::LaneAxis;
using trace::LaneId;
using trace::LaneKind;

constexpr double top = 58, bottom = 50; ///< above and below the lanes
constexpr Font tickFont = type::small;

bool endsInDeadlock(const trace::Trace& trace)
{
    const auto events = trace.events();
    return !events.empty() && events.back().kind == trace::EventKind::RunEnded &&
           static_cast<trace::EndReason>(events.back().object) == trace::EndReason::Deadlock;
}

/// A thread that still waits when its run has ended in a deadlock.
bool stuck(const StageInput& input, LaneId lane)
{
    return lane.kind == LaneKind::Thread && input.view.ended &&
           input.view.reason == trace::EndReason::Deadlock && lane.index < input.view.threads.size() &&
           input.view.threads[lane.index].state == trace::ThreadState::Blocked;
}

Scale scaleFor(const StageInput& input, const trace::Lanes& lanes, double left, double right)
{
    const LaneAxis axis = input.axis == Axis::Time ? LaneAxis::Time : LaneAxis::Steps;
    if (input.window && input.window->second > input.window->first)
        return {input.window->first, input.window->second, left, right};
    const std::int64_t length = std::max<std::int64_t>(1, lanes.length(axis));
    const std::int64_t playheadAir = axis == LaneAxis::Time ? length / 50 : 0;
    const std::int64_t air = endsInDeadlock(input.trace) ? length / 8 + 1 : playheadAir;
    return {0, length + air, left, right};
}

/// One past what has happened. A step is shown as a stretch, so the present one lies left of the playhead.
std::int64_t presentPosition(const StageInput& input)
{
    return input.axis == Axis::Time ? input.view.now.ns : static_cast<std::int64_t>(input.step) + 1;
}

/// High contrast has dark hairlines; as grid lines they would be louder than the lanes.
double gridShare(const Theme& theme)
{
    return theme.id == ThemeId::HighContrast ? 0.4 : 1;
}

void axisItems(Items& out, const StageInput& input, const Scale& scale, const QRectF& area)
{
    const int most = std::max(2, static_cast<int>((scale.right - scale.left) / 150));
    const auto ticks = input.axis == Axis::Time ? timeTicks(scale.from, scale.to, most)
                                                : stepTicks(scale.from, scale.to, most);
    for (const Tick& tick : ticks) {
        const double x = scale.x(tick.position);
        const QString id = QStringLiteral("timeline/tick/%1").arg(tick.position);
        out.push_back({id,
                       Role::Decoration,
                       Path{{{x, area.top() + top}, {x, area.bottom() - bottom + 6}}},
                       {},
                       {mixed(input.theme.surface, input.theme.line, gridShare(input.theme)), 1.25},
                       {}});
        const double half = std::ceil(textWidth(tick.label, tickFont) / 2) + 1;
        const double left = std::min(x - half, area.right() - 8 - 2 * half);
        label(out, id + QLatin1String("/label"), {left, area.bottom() - bottom + 14, 2 * half, 24},
              tick.label, tickFont, input.theme.ink2, Qt::AlignCenter);
    }
}

void cueItems(Items& out, const StageInput& input, const Scale& scale, double y)
{
    double last = -1e9;
    for (std::size_t i = 0; i < input.cues.size(); ++i) {
        const CueMark& cue = input.cues[i];
        const std::int64_t at =
            input.axis == Axis::Time ? cue.time.ns : static_cast<std::int64_t>(cue.step) + 1;
        const double x = scale.x(at);
        if (!scale.shows(at) || x - last < 14)
            continue;
        last = x;
        const bool reached = cue.step <= input.step;
        const QColor fill = reached ? input.theme.accent : input.theme.surface;
        out.push_back({QStringLiteral("timeline/cue/%1").arg(i),
                       Role::Marker,
                       Path{{{x - 8, y - 6}, {x + 8, y - 6}, {x, y + 6}}, true},
                       {fill},
                       {input.theme.accent, 2},
                       input.words.translate("Frame", "Cue: %1").arg(cue.name)});
    }
}

void playhead(Items& out, const StageInput& input, const Scale& scale, const QRectF& area, double y)
{
    const std::int64_t now = presentPosition(input);
    if (!scale.shows(now))
        return;
    const double x = scale.x(now);
    const QString says = input.words.translate("Frame", "Now: %1").arg(timeText(input.view.now.ns));
    out.push_back({QStringLiteral("timeline/playhead"),
                   Role::Marker,
                   Path{{{x, y}, {x, area.bottom() - bottom + 6}}},
                   {},
                   {input.theme.ink, 2.5},
                   says});
    out.push_back({QStringLiteral("timeline/playhead/knob"),
                   Role::Decoration,
                   Ellipse{{x - 8, y - 8, 16, 16}},
                   {input.theme.ink},
                   {input.theme.surface, 2},
                   {}});
}

} // namespace

std::string extraLane(LaneId lane)
{
    switch (lane.kind) {
    case LaneKind::Gil:
        return lane.index == 0 ? "gil" : "gil/" + std::to_string(lane.index);
    case LaneKind::Object:
        return "object/" + std::to_string(lane.index);
    case LaneKind::Variable:
        return "variable/" + std::to_string(lane.index);
    case LaneKind::Thread:
        break;
    }
    return {};
}

std::optional<LaneId> extraLaneFromText(std::string_view text)
{
    if (text == "gil")
        return LaneId{LaneKind::Gil, 0};
    for (const auto& [prefix, kind] :
         {std::pair<std::string_view, LaneKind>{"gil/", LaneKind::Gil},
          std::pair<std::string_view, LaneKind>{"object/", LaneKind::Object},
          std::pair<std::string_view, LaneKind>{"variable/", LaneKind::Variable}}) {
        if (text.substr(0, prefix.size()) != prefix)
            continue;
        std::uint32_t index = 0;
        const char* end = text.data() + text.size();
        const auto [parsed, error] = std::from_chars(text.data() + prefix.size(), end, index);
        if (error == std::errc() && parsed == end)
            return LaneId{kind, index};
    }
    return std::nullopt;
}

int laneCount(const trace::Trace& trace, const trace::Lanes& lanes, const std::vector<std::string>& extra)
{
    return static_cast<int>(threadLanes(trace, lanes).size() + extraLanes(lanes, extra).size());
}

double timelineHeight(int lanes, double least, double most)
{
    return std::clamp(top + bottom + lanes * looseLanePitch, least, std::max(least, most));
}

void timelineItems(Items& out, const StageInput& input, const trace::Lanes& lanes,
                   const TimelineExtras& extras, const QRectF& area)
{
    const Theme& theme = input.theme;
    const QString title = input.axis == Axis::Time ? input.words.translate("Frame", "Timeline")
                                                   : input.words.translate("Frame", "Steps");
    out.push_back({QStringLiteral("timeline"),
                   Role::Container,
                   Rect{area, cardRadius},
                   {theme.surface},
                   {theme.line, theme.strokeWidth},
                   title});
    const double height = area.height() - top - bottom;
    const LaneRows rows = chooseRows(input, lanes, extras.lanes, height);
    const double pitch =
        std::clamp(std::floor(height / std::max(rows.total(), 1)), tightLanePitch, looseLanePitch);
    const Font font{FontFamily::Sans, std::clamp(std::floor(pitch * 0.44), minTextPx, 20.0), 600};
    const double names = labelWidth(rows, font);
    const double left = area.left() + 26 + names + 22;
    label(out, QStringLiteral("timeline/title"), {area.left() + 26, area.top() + 20, names, 30}, title,
          fitted(title, type::heading, names, minTextPx), theme.ink2);

    const Scale scale = scaleFor(input, lanes, left, area.right() - 40);
    const std::int64_t now = presentPosition(input);
    axisItems(out, input, scale, area);
    arrivalItems(out, input, extras.arrivals, scale, area.adjusted(0, 0, 0, 6 - bottom));
    for (int i = 0, row = 0; i < static_cast<int>(rows.lanes.size()); ++i, ++row) {
        if (row == rows.hiddenRow)
            ++row;
        const LaneRow& lane = rows.lanes[static_cast<std::size_t>(i)];
        const QRectF strip(left, area.top() + top + row * pitch, scale.right - left, pitch);
        const ElementId id = laneElement(lane.lane);
        label(out, id + QLatin1String("/label"), {area.left() + 26, strip.top(), names, pitch}, lane.label,
              font, theme.ink, Qt::AlignRight | Qt::AlignVCenter);
        laneMarks(out, input, lanes, lane.lane, lane.label, strip, scale, now);
        if (stuck(input, lane.lane) && scale.shows(now))
            foreverMark(out, input, lane.lane, lane.label, strip, scale.x(now), scale.right);
    }
    if (rows.hidden > 0) {
        const double y = area.top() + top + rows.hiddenRow * pitch;
        const QString count = QStringLiteral("+%1").arg(rows.hidden);
        label(out, QStringLiteral("timeline/hidden"), {area.left() + 26, y, names, pitch}, count, font,
              theme.ink, Qt::AlignRight | Qt::AlignVCenter);
        const std::vector<LaneId> threads = threadLanes(input.trace, lanes);
        for (std::size_t i = static_cast<std::size_t>(rows.hiddenRow); i < threads.size(); ++i)
            runningMarks(out, input, lanes, threads[i], laneLabel(input, threads[i]),
                         {left, y, scale.right - left, pitch}, scale, now);
    }
    const double marksY = area.top() + 40;
    cueItems(out, input, scale, marksY);
    playhead(out, input, scale, area, marksY);
}

} // namespace il::scene
