// A run as it plays in the window, frame by frame.
#pragma once

#include "../picture.h"
#include "selection.h"

#include "exporting/error.h"

#include <QImage>

#include <functional>

namespace il::app {

struct FilmOptions {
    static constexpr int minFps = 5, maxFps = 60;
    int framesPerSecond = 25;
    double speed = 1; ///< Player::minSpeed to maxSpeed
};

/// Takes the next frame; false ends the film.
using FrameSink = std::function<bool(const QImage& frame)>;

/// How many frames film() gives.
std::size_t frameCount(const Run& run, const Selection& what, const FilmOptions& options);

/// Steps: what the window plays from the first to the last, then the last one for a while. Cues: each for
/// cueSeconds (at speed 1), with the player's motion between them. `wanted.pixels` is a frame's size.
/// False when the sink has ended it.
bool film(const Run& run, const PictureOf& wanted, const Selection& what, const FilmOptions& options,
          const FrameSink& sink);

} // namespace il::app
