// What the window's stage costs per animation frame, over the long run: Player, StageWidget, Qt's backing
// store.
#include "bench_runs.h"

#include "app/hand_clock.h"
#include "app/run.h"
#include "app/window/stage_widget.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

namespace {

using namespace il;
using namespace il::bench;

app::RunPtr longAppRun()
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

/// A shown stage of 1920 x 1080 and the clock that moves it.
struct Stage {
    Stage(const app::RunPtr& run, const std::string& panel) : player(clock), widget(player)
    {
        player.setRun(run->trace(), {});
        widget.setPanel(panel);
        widget.setFramed(false); // as projected
        widget.setRun(run);
        widget.resize(1920, 1080);
        widget.show();
        player.goTo(player.steps() / 2);
        clock.turn(1000);
        frame();
    }

    void frame()
    {
        clock.turn(1000.0 / 60);
        player.tick();
        QCoreApplication::processEvents();
    }

    app::HandClock clock;
    app::Player player;
    app::StageWidget widget;
};

/// Steps, each with its tween of 300 ms, seen at 60 frames a second.
void tweenFrames(benchmark::State& state, const char* panel)
{
    Stage stage(longAppRun(), panel);
    for (auto _ : state) {
        if (!stage.player.isMoving())
            stage.player.stepForward();
        stage.frame();
    }
}
BENCHMARK_CAPTURE(tweenFrames, gil, "gil")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(tweenFrames, mutex, "mutex")->Unit(benchmark::kMicrosecond);

/// Playing: every frame is at another time.
void playFrames(benchmark::State& state)
{
    Stage stage(longAppRun(), "gil");
    stage.player.setSpeed(app::Player::minSpeed);
    stage.player.play();
    for (auto _ : state) {
        if (!stage.player.isPlaying())
            stage.player.play();
        stage.frame();
    }
}
BENCHMARK(playFrames)->Unit(benchmark::kMicrosecond);

/// A lesson as in class: played from its start to its end, over and over.
void playLesson(benchmark::State& state, const char* id)
{
    const auto loaded = app::loadLesson(std::filesystem::path(IL_LESSONS_DIR) / id);
    const app::LessonPtr& lesson = loaded.value();
    const lesson::Metadata& metadata = lesson->scripts.front().metadata;
    Stage stage(app::execute(lesson, 0, {}, app::prepare(metadata, {}).value()), metadata.panel);
    for (auto _ : state) {
        if (!stage.player.isPlaying())
            stage.player.play();
        stage.frame();
    }
}
BENCHMARK_CAPTURE(playLesson, gil, "gil-convoy")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(playLesson, mutex, "mutex")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(playLesson, deadlock, "dining-philosophers")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(playLesson, pool, "pool-why")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(playLesson, iomux, "io-models")->Unit(benchmark::kMicrosecond);

/// Nothing moves, but the window is to be painted again.
void repaint(benchmark::State& state)
{
    Stage stage(longAppRun(), "gil");
    while (stage.player.isMoving())
        stage.frame();
    for (auto _ : state)
        stage.widget.repaint();
}
BENCHMARK(repaint)->Unit(benchmark::kMicrosecond);

} // namespace
