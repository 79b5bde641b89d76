// Frames with many workers and tasks, at 1920 x 1080.
#include "pool/pool_panel.h"
#include "pool/pool_traces.h"
#include "scene/frame.h"
#include "scene/replay.h"
#include "trace/lanes.h"

#include <benchmark/benchmark.h>

namespace {

using namespace il;

constexpr QSize pixels(1920, 1080);

/// Layout, and with `paint` the pixels too, in the middle of a run with 1000 tasks.
void drawWorkers(benchmark::State& state, bool paint)
{
    const trace::Trace trace = samples::processPool(static_cast<int>(state.range(0)), 1000, 4);
    const trace::Lanes lanes(trace);
    const std::size_t step = trace.steps().size() / 2;
    const trace::View view = trace.atStep(step);
    const scene::StageInput input{.trace = trace,
                                  .view = view,
                                  .step = step,
                                  .size = scene::stageSize(pixels),
                                  .theme = scene::Theme::of(scene::ThemeId::Paper),
                                  .words = scene::Words::of(scene::Language::English),
                                  .title = QStringLiteral("Many workers"),
                                  .subtitle = {},
                                  .caption = {},
                                  .footer = {},
                                  .cues = {},
                                  .lanes = &lanes};
    const auto panel = pool::makePanel();
    for (auto _ : state) {
        const scene::DisplayList list = scene::stage(input, *panel);
        benchmark::DoNotOptimize(list.items.data());
        if (paint)
            benchmark::DoNotOptimize(scene::toImage(list, pixels));
    }
}

void frameOfWorkers(benchmark::State& state)
{
    drawWorkers(state, true);
}
BENCHMARK(frameOfWorkers)->Arg(4)->Arg(64)->Unit(benchmark::kMicrosecond);

void layoutOfWorkers(benchmark::State& state)
{
    drawWorkers(state, false);
}
BENCHMARK(layoutOfWorkers)->Arg(4)->Arg(64)->Unit(benchmark::kMicrosecond);

} // namespace
