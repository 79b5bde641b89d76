#include "player.h"

#include <algorithm>
#include <cmath>

namespace il::app {
namespace {

constexpr double longestTick =
    250; ///< ms; after a stall the show goes on where it was instead of leaping ahead

/// Slow at both ends; 0 gives 0 and 1 gives 1 exactly.
double eased(double t)
{
    return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2;
}

} // namespace

Player::Player(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock), m_pacing(m_trace) {}

void Player::setRun(const trace::Trace& trace, std::vector<scene::CueMark> cues)
{
    m_trace = trace;
    m_pacing = trace::Pacing(m_trace);
    m_cues = std::move(cues);
    m_last.reset();
    m_playing = false;
    m_position = 0;
    m_moment = {};
    m_tweenDone = m_tweenLength;
    emit stateChanged();
    emit momentChanged();
}

double Player::presentationOf(std::size_t step) const
{
    return m_pacing.presentationAtStep(step).count();
}

double Player::fraction() const
{
    return std::clamp(m_position / m_pacing.presentationLength().count(), 0.0, 1.0);
}

double Player::fractionOf(std::size_t step) const
{
    return std::clamp(presentationOf(step) / m_pacing.presentationLength().count(), 0.0, 1.0);
}

void Player::setSpeed(double speed)
{
    m_speed = std::clamp(speed, minSpeed, maxSpeed);
    emit stateChanged();
}

void Player::setPausesAtCues(bool pauses)
{
    m_pausesAtCues = pauses;
    emit stateChanged();
}

void Player::setPlaying(bool playing)
{
    if (m_playing == playing)
        return;
    if (!isMoving())
        m_lastTick = m_clock.nowMs();
    m_playing = playing;
    emit stateChanged();
}

void Player::play()
{
    const bool atEnd = m_position >= length() || m_moment.step >= lastStep();
    if (atEnd && m_last)
        return; // somebody has to say first how it goes on
    if (atEnd)
        scrub(0);
    setPlaying(true);
}

void Player::pause()
{
    setPlaying(false);
}

void Player::toggle()
{
    m_playing ? pause() : play();
}

void Player::stepForward()
{
    pause();
    jump(m_moment.step + 1);
}

void Player::stepBack()
{
    pause();
    jump(m_moment.step == 0 ? 0 : m_moment.step - 1);
}

void Player::nextCue()
{
    if (m_lead && m_lead(1))
        return;
    const std::size_t here = m_moment.step;
    const auto next =
        std::find_if(m_cues.begin(), m_cues.end(), [here](const auto& cue) { return cue.step > here; });
    jump(next == m_cues.end() ? lastStep() : next->step);
}

void Player::previousCue()
{
    if (m_lead && m_lead(-1))
        return;
    const std::size_t here = m_moment.step;
    const auto before =
        std::find_if(m_cues.rbegin(), m_cues.rend(), [here](const auto& cue) { return cue.step < here; });
    jump(before == m_cues.rend() ? 0 : before->step);
}

void Player::toStart()
{
    jump(0);
}
void Player::toEnd()
{
    jump(lastStep());
}
void Player::goTo(std::size_t step)
{
    jump(step);
}

void Player::scrub(double fraction)
{
    m_position = std::min(std::clamp(std::isfinite(fraction) ? fraction : 0.0, 0.0, 1.0) *
                              m_pacing.presentationLength().count(),
                          length());
    const trace::SimTime now = m_pacing.simTimeAt(trace::PresentationTime(m_position));
    const std::size_t step = m_position > 0 ? std::min(m_trace.stepAt(now), lastStep()) : 0;
    m_moment = {step, now, step, now, 1};
    m_tweenDone = m_tweenLength;
    emit momentChanged();
}

void Player::showStep(std::size_t step)
{
    step = std::min(step, lastStep());
    m_position = presentationOf(step);
    const trace::SimTime now = m_trace.steps()[step].time;
    m_moment = {step, now, step, now, 1};
    m_tweenDone = m_tweenLength;
    emit momentChanged();
}

std::size_t Player::lastStep() const
{
    return std::min(m_last.value_or(steps() - 1), steps() - 1);
}

double Player::length() const
{
    return m_last ? presentationOf(lastStep()) : m_pacing.presentationLength().count();
}

void Player::setLast(std::optional<std::size_t> step)
{
    m_last = step;
    if (m_moment.step > lastStep())
        showStep(lastStep());
}

void Player::jump(std::size_t step)
{
    step = std::min(step, lastStep());
    const bool wasMoving = isMoving();
    m_position = presentationOf(step);
    if (step == m_moment.step && m_moment.now == m_trace.steps()[step].time)
        return;
    arriveAt(step, tweenMs);
    m_moment.now = m_trace.steps()[step].time;
    if (!wasMoving)
        m_lastTick = m_clock.nowMs();
    emit momentChanged();
}

/// Begins the way from what is shown to `step`.
void Player::arriveAt(std::size_t step, double tween)
{
    m_moment.fromStep = m_moment.step;
    m_moment.fromNow = m_moment.now;
    m_moment.step = step;
    m_tweenLength = std::max(tween, 1.0);
    m_tweenDone = 0;
    m_moment.progress = 0;
}

void Player::advanceTween(double ms)
{
    m_tweenDone = std::min(m_tweenDone + ms, m_tweenLength);
    m_moment.progress = eased(m_tweenDone / m_tweenLength);
}

/// The first place after `before` at which playing has to stop.
std::optional<double> Player::stopWithin(double before, double after) const
{
    std::optional<double> first;
    const auto consider = [&](std::size_t step) {
        const double place = presentationOf(step);
        if (place > before && place <= after && place < first.value_or(INFINITY))
            first = place;
    };
    for (const std::size_t step : m_stops)
        consider(step);
    for (const scene::CueMark& cue : m_cues)
        if (m_pausesAtCues)
            consider(cue.step);
    return first;
}

void Player::advance(double ms)
{
    const double before = m_position, end = length();
    double after = std::min(before + ms * m_speed, end);
    bool stops = after >= end;
    if (const auto stop = stopWithin(before, after)) {
        after = *stop;
        stops = true;
    }
    m_position = after;
    const trace::SimTime now = m_pacing.simTimeAt(trace::PresentationTime(after));
    // The last moment is a step's own, which a rounded place may miss.
    const std::size_t step = m_last && after >= end ? lastStep() : std::min(m_trace.stepAt(now), lastStep());
    if (step != m_moment.step) {
        // Arrive before the next change comes; where changes come thick and fast there is no time for motion.
        const double untilNext = step + 1 < steps() ? presentationOf(step + 1) - after : tweenMs;
        m_moment.now = m_trace.steps()[step].time;
        arriveAt(step, std::min(tweenMs, untilNext / m_speed));
    }
    m_moment.now = std::max(now, m_moment.now);
    if (stops)
        setPlaying(false);
}

void Player::tick()
{
    const double now = m_clock.nowMs();
    const double ms = std::clamp(now - m_lastTick, 0.0, longestTick);
    m_lastTick = now;
    if (!isMoving() || ms <= 0)
        return;
    if (m_moment.progress < 1)
        advanceTween(ms);
    if (m_playing)
        advance(ms);
    emit momentChanged();
}

} // namespace il::app
