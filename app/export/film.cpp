#include "film.h"

#include "../player.h"
#include "slides.h"

#include "scene/canvas.h"
#include "scene/lane_memo.h"
#include "scene/tween.h"

#include <cmath>

namespace il::app {
namespace {

constexpr double lastSeconds = 2; ///< how long the last picture stays

/// The player's clock, which goes on by one frame at a time.
class FrameClock : public Clock {
public:
    explicit FrameClock(int framesPerSecond) : m_framesPerSecond(framesPerSecond) {}
    double nowMs() const override { return 1000.0 * static_cast<double>(m_frame) / m_framesPerSecond; }
    void next() { ++m_frame; }

private:
    int m_framesPerSecond;
    std::int64_t m_frame = 0;
};

/// Drives a player over what is selected, and shows the moment of each frame to `show`, which may end it.
class Projector {
public:
    using Show = std::function<bool(const Moment&)>;

    Projector(const Run& run, const Selection& what, const FilmOptions& options, Show show)
        : m_what(what), m_options(options), m_clock(options.framesPerSecond), m_player(m_clock),
          m_show(std::move(show))
    {
        // The only cue at which the player pauses is the end.
        const Instant& last = what.instants.back();
        m_player.setRun(run.trace(), {{QString(), last.step, last.now}});
        m_player.setPausesAtCues(true);
        m_player.setSpeed(options.speed);
        m_player.scrub(m_player.fractionOf(what.instants.front().step));
    }

    bool play()
    {
        if (m_what.kind != Selection::Kind::Steps)
            return fromCueToCue();
        if (m_what.instants.size() > 1)
            m_player.play();
        return move() && hold(lastSeconds);
    }

private:
    bool fromCueToCue()
    {
        for (std::size_t i = 0; i < m_what.instants.size(); ++i) {
            if (i > 0)
                m_player.goTo(m_what.instants[i].step);
            if (!move() || !hold(cueSeconds / m_options.speed))
                return false;
        }
        return true;
    }

    /// As long as something moves.
    bool move()
    {
        while (m_player.isMoving()) {
            if (!show())
                return false;
        }
        return true;
    }

    bool hold(double seconds)
    {
        const auto frames = std::lround(seconds * m_options.framesPerSecond);
        for (long i = 0; i < frames; ++i)
            if (!show())
                return false;
        return true;
    }

    bool show()
    {
        const bool goesOn = m_show(m_player.moment());
        m_clock.next();
        m_player.tick();
        if (m_player.isPlaying() && m_player.moment().step >= m_what.instants.back().step)
            m_player.pause(); // first and last may be at the same time: then no cue comes between
        return goesOn;
    }

    const Selection& m_what;
    FilmOptions m_options;
    FrameClock m_clock;
    Player m_player;
    Show m_show;
};

/// The picture of each moment as pixels. What stays the same is not painted again.
class Frames {
public:
    Frames(const Run& run, const PictureOf& wanted)
        : m_run(run), m_wanted(wanted), m_canvas(wanted.pixels.toSize(), QRectF(QPointF(0, 0), wanted.pixels),
                                                 scene::Theme::of(wanted.theme).background)
    {
    }

    const QImage& at(const Moment& moment)
    {
        const scene::DisplayList& to = made(m_to, {moment.step, moment.now});
        if (moment.progress < 1)
            m_canvas.show(scene::tween(made(m_from, {moment.fromStep, moment.fromNow}), to, moment.progress));
        else
            m_canvas.show(to);
        return m_canvas.image();
    }

private:
    struct Made {
        Instant at;
        scene::DisplayList list;
    };

    const scene::DisplayList& made(std::optional<Made>& place, const Instant& at)
    {
        if (!place || !(place->at == at)) {
            m_wanted.step = at.step;
            m_wanted.now = at.now;
            place = Made{at, picture(m_run, m_wanted, &m_memo)};
        }
        return place->list;
    }

    const Run& m_run;
    PictureOf m_wanted;
    scene::LaneMemo m_memo;
    scene::Canvas m_canvas;
    std::optional<Made> m_from, m_to;
};

} // namespace

std::size_t frameCount(const Run& run, const Selection& what, const FilmOptions& options)
{
    std::size_t count = 0;
    Projector(run, what, options, [&count](const Moment&) { return ++count > 0; }).play();
    return count;
}

bool film(const Run& run, const PictureOf& wanted, const Selection& what, const FilmOptions& options,
          const FrameSink& sink)
{
    Frames frames(run, wanted);
    return Projector(run, what, options, [&](const Moment& moment) { return sink(frames.at(moment)); })
        .play();
}

} // namespace il::app
