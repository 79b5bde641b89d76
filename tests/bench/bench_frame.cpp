// A whole frame at 1920 x 1080, layout and painting, beside a plain copy of its pixels.
#include "bench_runs.h"

#include "gil/gil_panel.h"
#include "scene/frame.h"
#include "scene/lane_memo.h"
#include "scene/replay.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace {

using namespace il;
using namespace il::bench;

constexpr QSize pixels(1920, 1080);

void copyFrame(benchmark::State& state)
{
    const std::vector<char> from(std::size_t{1920} * 1080 * 4, 'x');
    std::vector<char> to(from.size());
    for (auto _ : state) {
        std::memcpy(to.data(), from.data(), from.size());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(copyFrame)->Unit(benchmark::kMicrosecond);

/// `divisor`: how many times the timeline is zoomed in. `memo`: of the window that shows many frames; null
/// for the first one.
void drawFrames(benchmark::State& state, std::int64_t divisor, bool paint, scene::LaneMemo* memo)
{
    const trace::Trace& trace = longRun();
    const std::size_t step = trace.steps().size() / 2;
    const trace::View view = trace.atStep(step);
    const std::int64_t width = trace.duration().ns / divisor;
    const auto from = std::max<std::int64_t>(0, view.now.ns - width / 2);
    scene::StageInput input{trace,
                            view,
                            step,
                            scene::stageSize(pixels),
                            scene::Theme::of(scene::ThemeId::Paper),
                            scene::Words::of(scene::Language::English),
                            QStringLiteral("A long run"),
                            {},
                            {},
                            {},
                            {},
                            scene::Axis::Time,
                            {},
                            &longRunLanes(),
                            memo};
    if (divisor > 1)
        input.window = std::pair(from, from + width);
    const auto panel = gil::makePanel();
    for (auto _ : state) {
        const scene::DisplayList list = scene::stage(input, *panel);
        benchmark::DoNotOptimize(list.items.data());
        if (paint)
            benchmark::DoNotOptimize(scene::toImage(list, pixels));
    }
}

/// All of it anew, as after a leap; no picture before it.
void frameZoomedOut(benchmark::State& state)
{
    drawFrames(state, 1, true, nullptr);
}
BENCHMARK(frameZoomedOut)->Unit(benchmark::kMicrosecond);

void frameZoomedIn(benchmark::State& state)
{
    drawFrames(state, 1000, true, nullptr);
}
BENCHMARK(frameZoomedIn)->Unit(benchmark::kMicrosecond);

void layoutZoomedOut(benchmark::State& state)
{
    drawFrames(state, 1, false, nullptr);
}
BENCHMARK(layoutZoomedOut)->Unit(benchmark::kMicrosecond);

/// The same once the lanes are known at this zoom.
void layoutWithMemo(benchmark::State& state)
{
    scene::LaneMemo memo;
    drawFrames(state, 1, false, &memo);
}
BENCHMARK(layoutWithMemo)->Unit(benchmark::kMicrosecond);

} // namespace
