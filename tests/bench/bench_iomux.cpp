// Frames with many descriptors, at 1920 x 1080.
#include "iomux/iomux_panel.h"
#include "iomux/iomux_traces.h"
#include "scene/frame.h"
#include "scene/replay.h"
#include "trace/lanes.h"

#include <benchmark/benchmark.h>

namespace {

using namespace il;

constexpr QSize pixels(1920, 1080);

/// Layout, and with `paint` the pixels too, of a scan over all descriptors.
void drawDescriptors(benchmark::State& state, const trace::Trace& trace, bool paint)
{
    const trace::Lanes lanes(trace);
    const std::size_t step = trace.stepAt(trace::microseconds(2500));
    const trace::View view = trace.atStep(step);
    const scene::StageInput input{.trace = trace,
                                  .view = view,
                                  .step = step,
                                  .size = scene::stageSize(pixels),
                                  .theme = scene::Theme::of(scene::ThemeId::Paper),
                                  .words = scene::Words::of(scene::Language::English),
                                  .title = QStringLiteral("Many descriptors"),
                                  .subtitle = {},
                                  .caption = {},
                                  .footer = {},
                                  .cues = {},
                                  .lanes = &lanes};
    const auto panel = iomux::makePanel();
    for (auto _ : state) {
        const scene::DisplayList list = scene::stage(input, *panel);
        benchmark::DoNotOptimize(list.items.data());
        if (paint)
            benchmark::DoNotOptimize(scene::toImage(list, pixels));
    }
}

void frameOfDescriptors(benchmark::State& state)
{
    drawDescriptors(state, samples::oneServer(trace::PollModel::Poll, static_cast<int>(state.range(0))),
                    true);
}
BENCHMARK(frameOfDescriptors)->Arg(10)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void layoutOfDescriptors(benchmark::State& state)
{
    drawDescriptors(state, samples::oneServer(trace::PollModel::Poll, static_cast<int>(state.range(0))),
                    false);
}
BENCHMARK(layoutOfDescriptors)->Arg(10)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

} // namespace
