// A whole frame at 1920 x 1080, layout and painting, beside a plain copy of its pixels.
#include "bench_runs.h"

#include "scene/frame.h"
#include "scene/plain_panel.h"
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

/// `divisor`: how many times the timeline is zoomed in.
void drawFrames(benchmark::State& state, std::int64_t divisor, bool paint)
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
                            &longRunLanes()};
    if (divisor > 1)
        input.window = std::pair(from, from + width);
    const tests::PlainPanel panel(true, {"object/0", "variable/0"});
    for (auto _ : state) {
        const scene::DisplayList list = scene::stage(input, panel);
        benchmark::DoNotOptimize(list.items.data());
        if (paint)
            benchmark::DoNotOptimize(scene::toImage(list, pixels));
    }
}

void frameZoomedOut(benchmark::State& state)
{
    drawFrames(state, 1, true);
}
BENCHMARK(frameZoomedOut)->Unit(benchmark::kMicrosecond);

void frameZoomedIn(benchmark::State& state)
{
    drawFrames(state, 1000, true);
}
BENCHMARK(frameZoomedIn)->Unit(benchmark::kMicrosecond);

void layoutZoomedOut(benchmark::State& state)
{
    drawFrames(state, 1, false);
}
BENCHMARK(layoutZoomedOut)->Unit(benchmark::kMicrosecond);

} // namespace
