#include "charts/sweep.h"

#include "charts/waits.h"

#include "trace/census.h"
#include "trace/view.h"

#include <algorithm>
#include <cmath>

namespace il::charts {
namespace {

using namespace trace;

double milliseconds(SimTime time)
{
    return static_cast<double>(time.ns) / 1e6;
}

std::optional<SimTime> meanCost(const Trace& trace, int model)
{
    SimTime sum;
    std::int64_t calls = 0;
    for (const PollCost& cost : trace.census().polls.costs) {
        if (static_cast<int>(cost.model) != model || cost.sum.empty())
            continue;
        sum += cost.sum.back();
        calls += std::ssize(cost.sum);
    }
    return calls == 0 ? std::nullopt : std::optional(nanoseconds(sum.ns / calls));
}

std::vector<Sample> usable(const std::vector<Sample>& samples)
{
    std::vector<Sample> finished;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(finished),
                 [](const Sample& sample) { return sample.finished && sample.duration.ns > 0; });
    return finished;
}

double speedUp(const Sample& first, const Sample& sample, Effect effect)
{
    const double faster = milliseconds(first.duration) / milliseconds(sample.duration);
    if (!effect.workGrows || first.work.ns == 0)
        return faster;
    return faster * milliseconds(sample.work) / milliseconds(first.work);
}

double figure(const Sample& first, const Sample& sample, Measure measure, Effect effect)
{
    switch (measure) {
    case Measure::Time:
        return milliseconds(sample.duration);
    case Measure::SpeedUp:
        return speedUp(first, sample, effect);
    case Measure::Waiting:
        return milliseconds(sample.waited);
    case Measure::Switches:
        return sample.switches;
    case Measure::CallCost:
        break;
    }
    return 0;
}

std::vector<Curve> callCosts(const std::vector<Sample>& samples)
{
    std::vector<Curve> curves;
    for (int model = 1; model < pollModels; ++model) {
        Curve curve{model, {}};
        for (const Sample& sample : samples)
            if (const auto& cost = sample.callCost[static_cast<std::size_t>(model)])
                curve.points.push_back({sample.value, static_cast<double>(cost->ns) / 1e3});
        if (curve.points.size() > 1)
            curves.push_back(std::move(curve));
    }
    return curves;
}

double lowestStart(const std::vector<Curve>& curves)
{
    double lowest = curves.front().points.front().y;
    for (const Curve& curve : curves)
        lowest = std::min(lowest, curve.points.front().y);
    return lowest;
}

/// The ideal as a factor of the first figure.
double idealFactor(Measure measure, Effect effect, double ratio)
{
    if (measure == Measure::SpeedUp)
        return effect.sharesWork ? ratio : 1;
    if (measure != Measure::Time)
        return 1;
    if (effect.sharesWork)
        return effect.workGrows ? 1 : 1 / ratio;
    return effect.workGrows ? ratio : 1;
}

std::vector<Point> idealOf(const std::vector<Sample>& samples, const std::vector<Curve>& curves,
                           Measure measure, Effect effect)
{
    const double first = samples.front().value;
    const bool needsRatio = measure == Measure::Time || measure == Measure::SpeedUp;
    if (measure == Measure::Waiting || measure == Measure::Switches || (needsRatio && first <= 0))
        return {};
    std::vector<Point> ideal;
    const double start = lowestStart(curves);
    for (const Sample& sample : samples)
        ideal.push_back({sample.value, start * idealFactor(measure, effect, sample.value / first)});
    return ideal;
}

/// Two significant digits.
double rounded(double value)
{
    const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
}

} // namespace

Sample sampleOf(double value, const Trace& trace)
{
    Sample sample;
    sample.value = value;
    sample.duration = trace.duration();
    const View end = trace.at(trace.duration());
    sample.finished = end.ended && end.reason == EndReason::Finished;
    for (const ThreadView& thread : end.threads) {
        if (thread.service)
            continue;
        ++sample.actors;
        sample.work += thread.ran + thread.waitedIo;
        sample.waited += thread.waitedGil + thread.waitedLocks;
    }
    for (const ThreadWaits& waits : Waits(trace).byThread(trace.duration()))
        sample.work += waits.total[static_cast<std::size_t>(Cause::Sleep)];
    for (const ProcessView& process : end.processes)
        sample.switches += process.gil.switches;
    for (int model = 1; model < pollModels; ++model)
        sample.callCost[static_cast<std::size_t>(model)] = meanCost(trace, model);
    return sample;
}

Effect effectOf(const std::vector<Sample>& samples, bool isCores)
{
    const std::vector<Sample> all = usable(samples);
    if (all.size() < 2)
        return {isCores, false};
    const Sample &first = all.front(), &last = all.back();
    Effect effect{isCores || (last.value > first.value && last.actors > first.actors), false};
    if (first.value > 0 && first.work.ns > 0) {
        const double grown = milliseconds(last.work) / milliseconds(first.work) - 1;
        effect.workGrows = grown > 0.5 * (last.value / first.value - 1);
    }
    return effect;
}

Plot plot(const std::vector<Sample>& samples, Measure measure, Effect effect)
{
    const std::vector<Sample> all = usable(samples);
    if (all.size() < 2)
        return {};
    Plot plot;
    if (measure == Measure::CallCost) {
        plot.curves = callCosts(all);
    } else {
        Curve curve;
        for (const Sample& sample : all)
            curve.points.push_back({sample.value, figure(all.front(), sample, measure, effect)});
        plot.curves.push_back(std::move(curve));
    }
    if (!plot.curves.empty())
        plot.ideal = idealOf(all, plot.curves, measure, effect);
    return plot;
}

bool hasMeasure(const std::vector<Sample>& samples, Measure measure)
{
    return std::any_of(samples.begin(), samples.end(), [measure](const Sample& sample) {
        if (measure == Measure::CallCost)
            return std::any_of(sample.callCost.begin(), sample.callCost.end(),
                               [](const auto& cost) { return cost.has_value(); });
        return measure != Measure::Switches || sample.switches > 0;
    });
}

std::vector<double> wholeValues(double from, double to, std::size_t count)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double value =
            std::round(from + (to - from) * static_cast<double>(i) / static_cast<double>(count - 1));
        if (values.empty() || value != values.back())
            values.push_back(value);
    }
    return values;
}

std::vector<double> realValues(double from, double to, std::size_t count)
{
    const bool byRatio = from > 0 && to >= 4 * from;
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count - 1);
        double value = byRatio ? from * std::pow(to / from, part) : from + (to - from) * part;
        if (i != 0 && i + 1 != count && value > 0)
            value = rounded(value);
        if (values.empty() || value > values.back())
            values.push_back(value);
    }
    return values;
}

} // namespace il::charts
