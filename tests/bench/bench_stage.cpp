// What the window's stage costs per animation frame, over the long run: Player, StageWidget, Qt's backing
// store.
#include "bench_runs.h"

#include "app/hand_clock.h"
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
    explicit Stage(const char* panel) : player(clock), widget(player)
    {
        player.setRun(longRun(), {});
        widget.setPanel(panel);
        widget.setFramed(false); // as projected
        widget.setRun(longAppRun());
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
    Stage stage(panel);
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
    Stage stage("gil");
    stage.player.setSpeed(app::Player::minSpeed);
    stage.player.play();
    for (auto _ : state) {
        if (!stage.player.isPlaying())
            stage.player.play();
        stage.frame();
    }
}
BENCHMARK(playFrames)->Unit(benchmark::kMicrosecond);

/// Nothing moves, but the window is to be painted again.
void repaint(benchmark::State& state)
{
    Stage stage("gil");
    while (stage.player.isMoving())
        stage.frame();
    for (auto _ : state)
        stage.widget.repaint();
}
BENCHMARK(repaint)->Unit(benchmark::kMicrosecond);

} // namespace
