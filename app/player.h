// The one clock of the application: which moment of a run is shown, and how it moves on.
#pragma once

#include "scene/panel.h"
#include "trace/pacing.h"
#include "trace/trace.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace il::app {

/// Where time comes from; a test has one that it turns by hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual double nowMs() const = 0; ///< never goes back
};

/// What is to be shown: step `step` with totals carried forward to `now`; while progress < 1 it is on its
/// way there from the other moment.
struct Moment {
    std::size_t step = 0;
    trace::SimTime now;
    std::size_t fromStep = 0;
    trace::SimTime fromNow;
    double progress = 1; ///< eased, 0..1
};

/// Plays, steps and scrubs. Knows no widget and has no timer: somebody calls tick() for every frame while
/// isMoving().
class Player : public QObject {
    Q_OBJECT

public:
    static constexpr double tweenMs = 300; ///< of a single step, at any speed
    static constexpr double minSpeed = 0.25, maxSpeed = 4;

    /// `clock` must outlive the player.
    explicit Player(const Clock& clock, QObject* parent = nullptr);

    /// Shows another run from its beginning, paused.
    void setRun(const trace::Trace& trace, std::vector<scene::CueMark> cues);

    const Clock& clock() const { return m_clock; }
    const Moment& moment() const { return m_moment; }
    std::size_t steps() const { return m_trace.steps().size(); }
    bool isPlaying() const { return m_playing; }
    bool isMoving() const { return m_playing || m_moment.progress < 1; }
    double speed() const { return m_speed; }
    bool pausesAtCues() const { return m_pausesAtCues; }
    const std::vector<scene::CueMark>& cues() const { return m_cues; }

    /// The place on the scrubber, 0..1, of what is shown, of a step, and back.
    double fraction() const;
    double fractionOf(std::size_t step) const;

    /// Asked before nextCue (1) and previousCue (-1) move: true when it has seen to it, by showing another
    /// run, say.
    void setLead(std::function<bool(int direction)> lead) { m_lead = std::move(lead); }

    void setSpeed(double speed); ///< clamped to minSpeed..maxSpeed
    void setPausesAtCues(bool pauses);
    /// Steps, in their order, at which playing stops in any case. They are this run's.
    void setStops(std::vector<std::size_t> steps) { m_stops = std::move(steps); }
    void play(); ///< from the start when at the end
    void pause();
    void toggle();
    void stepForward();
    void stepBack();
    void nextCue();     ///< the end after the last one
    void previousCue(); ///< the start before the first one
    void toStart();
    void toEnd();
    void goTo(std::size_t step);     ///< with the tween
    void scrub(double fraction);     ///< at once, without
    void showStep(std::size_t step); ///< likewise

    /// Nothing goes beyond that step until this is called again or another run comes; nullopt: the run's
    /// last.
    void setLast(std::optional<std::size_t> step);
    std::size_t lastStep() const;

    void tick();

signals:
    void momentChanged();
    void stateChanged(); ///< playing, speed, pausesAtCues, run

private:
    double presentationOf(std::size_t step) const;
    double length() const; ///< of the presentation up to the last step
    void advance(double ms);
    std::optional<double> stopWithin(double before, double after) const;
    void advanceTween(double ms);
    void arriveAt(std::size_t step, double tween);
    void jump(std::size_t step);
    void setPlaying(bool playing);

    const Clock& m_clock;
    trace::Trace m_trace;
    trace::Pacing m_pacing;
    std::vector<scene::CueMark> m_cues;
    std::function<bool(int)> m_lead;
    std::vector<std::size_t> m_stops;
    Moment m_moment;
    double m_position = 0; ///< presentation time, ms
    double m_tweenLength = tweenMs, m_tweenDone = tweenMs;
    double m_lastTick = 0;
    double m_speed = 1;
    std::optional<std::size_t> m_last;
    bool m_playing = false;
    bool m_pausesAtCues = true;
};

} // namespace il::app
