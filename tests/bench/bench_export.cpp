// What it costs to export 100 slides of 1920 x 1080: layout, encoding and files. Per slide; `KB` is a slide's
// size.
#include "app/export/export.h"
#include "exporting/png.h"
#include "trace/sample_traces.h"

#include <benchmark/benchmark.h>

#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>

namespace {

using namespace il;

constexpr std::size_t slideCount = 100;

app::RunPtr handoff()
{
    static const app::RunPtr run = [] {
        auto lesson = std::make_shared<lesson::Lesson>();
        lesson->scripts.emplace_back();
        auto made = std::make_shared<app::Run>();
        made->lesson = std::move(lesson);
        made->result.trace = samples::manyThreads();
        made->lanes.emplace(made->trace());
        return made;
    }();
    return run;
}

app::Selection hundredSteps()
{
    app::Selection what{app::Selection::Kind::Steps, {}};
    for (std::size_t i = 0; i < slideCount; ++i)
        what.instants.push_back(app::atStep(handoff()->trace(), i % handoff()->trace().steps().size()));
    return what;
}

void exportSlides(benchmark::State& state, const char* id)
{
    const QTemporaryDir folder;
    const app::ExportOrder order{.format = exporting::formatOfId(QString::fromLatin1(id)),
                                 .what = hundredSteps(),
                                 .picture = {.now = {}},
                                 .path = folder.filePath(QStringLiteral("slide.") + QLatin1String(id))};
    qint64 bytes = 0;
    for (auto _ : state) {
        const auto files = app::exportRun(*handoff(), order);
        bytes = 0;
        for (const QString& file : *files)
            bytes += QFileInfo(file).size();
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(slideCount));
    state.counters["KB"] = double(bytes) / 1000 / double(slideCount);
}
BENCHMARK_CAPTURE(exportSlides, png, "png")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportSlides, svg, "svg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportSlides, pdf, "pdf")->Unit(benchmark::kMillisecond);

scene::DisplayList someSlide()
{
    return app::picture(*handoff(), {.step = 20, .now = handoff()->trace().steps()[20].time});
}

/// The floor of a PNG: to compress its pixels.
void deflateFrame(benchmark::State& state)
{
    const QImage image = exporting::image(someSlide(), {1920, 1080}, false);
    for (auto _ : state)
        benchmark::DoNotOptimize(qCompress(image.constBits(), image.sizeInBytes()));
    state.SetItemsProcessed(state.iterations()); // as above: by time of the processor
}
BENCHMARK(deflateFrame)->Unit(benchmark::kMillisecond);

/// The floor of an SVG or a PDF: the list as plain text.
void dumpSlide(benchmark::State& state)
{
    const scene::DisplayList list = someSlide();
    for (auto _ : state)
        benchmark::DoNotOptimize(scene::dump(list).toUtf8());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(dumpSlide)->Unit(benchmark::kMicrosecond);

} // namespace
