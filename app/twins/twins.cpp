#include "twins.h"

#include "line_diff.h"

#include "scene/listing.h"

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

RunFigures figuresOf(const Run& run, const RunMoment& moment, const std::vector<std::uint32_t>& switches)
{
    const trace::View view = trace::advanced(run.trace().atStep(moment.step), moment.now);
    return figuresAt(run, view, moment.step, switches);
}

std::vector<NumberedLine> linesOf(const Run& run)
{
    std::vector<NumberedLine> lines;
    for (const scene::ListingLine& line : scene::cachedListing(run.trace().info().source)->lines)
        lines.push_back({line.number, line.text});
    return lines;
}

std::vector<scene::CueMark> cuesOf(const Twins& twins)
{
    std::vector<scene::CueMark> cues;
    const trace::Trace& clock = twins.clock.trace();
    const auto add = [&](const QString& name, trace::SimTime time) {
        cues.push_back({name, clock.stepAt(time), time});
    };
    const auto has = [](const Run& run, const scene::CueMark& cue) {
        return std::any_of(run.cues.begin(), run.cues.end(), [&cue](const scene::CueMark& other) {
            return other.name == cue.name && other.time == cue.time;
        });
    };
    for (const scene::CueMark& cue : twins.left->cues)
        add(has(*twins.right, cue) ? cue.name : u"‹ "_s + cue.name, cue.time);
    for (const scene::CueMark& cue : twins.right->cues)
        if (!has(*twins.left, cue))
            add(cue.name + u" ›"_s, cue.time);
    if (twins.divergence)
        add(u"≠"_s, twins.divergence->first());
    std::stable_sort(cues.begin(), cues.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    return cues;
}

} // namespace

std::optional<std::size_t> Twins::divergenceStep() const
{
    return divergence ? std::optional(clock.trace().stepAt(divergence->first())) : std::nullopt;
}

TwinsPtr makeTwins(const RunPtr& left, const RunPtr& right)
{
    auto twins = std::make_shared<Twins>(Twins{.left = left,
                                               .right = right,
                                               .clock = LinkedClock(left->trace(), right->trace()),
                                               .leftSwitches = switchesOf(left->trace()),
                                               .rightSwitches = switchesOf(right->trace()),
                                               .atEnd = {},
                                               .lines = differingLines(linesOf(*left), linesOf(*right)),
                                               .divergence = divergence(left->trace(), right->trace()),
                                               .cues = {}});
    twins->cues = cuesOf(*twins);
    twins->atEnd = figuresAt(*twins, twins->clock.atStep(twins->clock.steps() - 1));
    return twins;
}

std::pair<RunFigures, RunFigures> figuresAt(const Twins& twins, const TwinMoments& moments)
{
    return {figuresOf(*twins.left, moments.left, twins.leftSwitches),
            figuresOf(*twins.right, moments.right, twins.rightSwitches)};
}

} // namespace il::app
