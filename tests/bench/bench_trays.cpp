// What the tray costs over the long run: opening the event log, following the playhead, filtering; charts.
#include "bench_runs.h"

#include "app/trays/chart_pictures.h"
#include "app/trays/event_model.h"
#include "app/trays/events_page.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

namespace {

using namespace il;
using namespace il::bench;

const app::RunPtr& trayRun()
{
    static const app::RunPtr run = [] {
        auto lesson = std::make_shared<lesson::Lesson>();
        lesson->scripts.emplace_back();
        auto made = std::make_shared<app::Run>();
        made->lesson = std::move(lesson);
        made->result.trace = longRun();
        made->lanes.emplace(longRun());
        return made;
    }();
    return run;
}

app::Moment momentAt(std::size_t step)
{
    const trace::SimTime now = longRun().steps()[step].time;
    return {step, now, step, now, 1};
}

void openEventLog(benchmark::State& state)
{
    for (auto _ : state) {
        app::EventsPage page;
        page.resize(900, 200);
        page.setLook({});
        page.setRun(trayRun());
        page.showMoment(momentAt(longRun().steps().size() / 2));
        page.show();
        QCoreApplication::processEvents();
    }
}
BENCHMARK(openEventLog)->Unit(benchmark::kMicrosecond);

/// The same with no run: what the widgets themselves cost.
void openEmptyLog(benchmark::State& state)
{
    for (auto _ : state) {
        app::EventsPage page;
        page.resize(900, 200);
        page.setLook({});
        page.show();
        QCoreApplication::processEvents();
    }
}
BENCHMARK(openEmptyLog)->Unit(benchmark::kMicrosecond);

/// A step further, painted.
void followEvents(benchmark::State& state)
{
    app::EventsPage page;
    page.resize(900, 200);
    page.setLook({});
    page.setRun(trayRun());
    page.show();
    std::size_t step = longRun().steps().size() / 2;
    for (auto _ : state) {
        step = step + 1 < longRun().steps().size() ? step + 1 : 1;
        page.showMoment(momentAt(step));
        QCoreApplication::processEvents();
    }
}
BENCHMARK(followEvents)->Unit(benchmark::kMicrosecond);

/// Time per event.
void filterEvents(benchmark::State& state)
{
    app::EventModel model;
    model.setRun(trayRun());
    for (auto _ : state) {
        model.setFilter(QStringLiteral("counter = 4"), std::nullopt);
        while (model.isFiltering())
            QCoreApplication::processEvents();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(model.total()));
}
BENCHMARK(filterEvents)->Unit(benchmark::kMillisecond);

void openCharts(benchmark::State& state)
{
    for (auto _ : state) {
        const app::RunCharts charts(trayRun());
        benchmark::DoNotOptimize(charts.utilisation(longRun().duration(), scene::Theme::of({})));
    }
}
BENCHMARK(openCharts)->Unit(benchmark::kMicrosecond);

void followWaits(benchmark::State& state)
{
    const app::RunCharts charts(trayRun());
    for (auto _ : state)
        benchmark::DoNotOptimize(charts.waiting(longRun().duration(), scene::Theme::of({})));
}
BENCHMARK(followWaits)->Unit(benchmark::kMicrosecond);

} // namespace
