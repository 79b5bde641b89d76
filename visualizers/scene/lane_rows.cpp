#include "scene/lane_rows.h"

#include "scene/timeline.h"
#include "trace/census.h"

#include <algorithm>
#include <cmath>

namespace il::scene {

using trace::LaneId;
using trace::LaneKind;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString threadName(const StageInput& input, trace::ThreadId thread)
{
    if (thread < input.view.threads.size() && input.view.threads[thread].name != 0)
        return threadLabel(input.trace, input.view, thread);
    return threadLabel(input.trace, thread);
}

/// "GIL"; with its process's pid when there are several.
QString gilLabel(const trace::Trace& trace, std::uint32_t process)
{
    if (trace.processes().size() < 2 || process >= trace.processes().size())
        return QStringLiteral("GIL");
    return QStringLiteral("GIL %1").arg(trace.processes()[process].pid);
}

} // namespace

QString laneLabel(const StageInput& input, LaneId lane)
{
    switch (lane.kind) {
    case LaneKind::Thread:
        return threadName(input, static_cast<trace::ThreadId>(lane.index));
    case LaneKind::Gil:
        return gilLabel(input.trace, lane.index);
    case LaneKind::Object:
        return fromUtf8(input.trace.string(input.trace.objects()[lane.index].name));
    case LaneKind::Variable:
        return fromUtf8(input.trace.string(input.trace.variables()[lane.index].name));
    }
    return {};
}

std::vector<LaneId> extraLanes(const trace::Lanes& lanes, const std::vector<std::string>& extra)
{
    std::vector<LaneId> found;
    for (const std::string& text : extra)
        if (const auto lane = extraLaneFromText(text); lane && !lanes.segments(*lane).empty())
            found.push_back(*lane);
    return found;
}

std::vector<LaneId> threadLanes(const trace::Trace& trace, const trace::Lanes& lanes)
{
    const trace::Census& census = trace.census();
    const auto isService = [&](const LaneId& lane) {
        return lane.index < census.services.size() && census.services[lane.index];
    };
    const auto processOf = [&](const LaneId& lane) {
        return lane.index < census.processes.size() ? census.processes[lane.index] : trace::ProcessId{0};
    };
    std::vector<LaneId> threads, services;
    for (const LaneId& id : lanes.ids())
        if (id.kind == LaneKind::Thread)
            (isService(id) ? services : threads).push_back(id);
    if (threads.empty())
        threads = std::move(services);
    std::stable_sort(threads.begin(), threads.end(),
                     [&](const LaneId& a, const LaneId& b) { return processOf(a) < processOf(b); });
    return threads;
}

LaneRows chooseRows(const StageInput& input, const trace::Lanes& lanes, const std::vector<std::string>& extra,
                    double height)
{
    const std::vector<LaneId> threads = threadLanes(input.trace, lanes);
    std::vector<LaneId> others = extraLanes(lanes, extra);
    const auto room = static_cast<std::size_t>(std::max(3.0, std::floor(height / tightLanePitch)));
    others.resize(std::min(others.size(), room / 2));
    LaneRows rows;
    std::size_t shown = threads.size();
    if (shown + others.size() > room) {
        shown = room - others.size() - 1;
        rows.hidden = static_cast<int>(threads.size() - shown);
        rows.hiddenRow = static_cast<int>(shown);
    }
    for (std::size_t i = 0; i < shown; ++i)
        rows.lanes.push_back({threads[i], laneLabel(input, threads[i])});
    for (const LaneId& lane : others)
        rows.lanes.push_back({lane, laneLabel(input, lane)});
    return rows;
}

double labelWidth(const LaneRows& rows, const Font& font)
{
    double widest = 0;
    for (const LaneRow& row : rows.lanes)
        widest = std::max(widest, textWidth(row.label, font));
    return std::clamp(std::ceil(widest) + 1, 82.0, 170.0);
}

} // namespace il::scene
