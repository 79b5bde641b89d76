// The whole stage: header, code card, the panel's card, timeline and caption strip.
#pragma once

#include "scene/panel.h"

namespace il::scene {

/// The stage's size in stage pixels for a widget or picture of `pixels`: at least 1920 x 1080, with the
/// aspect ratio of `pixels`, so that texts keep their size relative to the smaller side.
QSizeF stageSize(QSizeF pixels);

/// The complete picture of a step.
DisplayList stage(const StageInput& input, const Panel& panel);

} // namespace il::scene
