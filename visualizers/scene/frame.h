// The whole stage: header, code card, the panel's card, timeline and caption strip.
#pragma once

#include "scene/panel.h"
#include "scene/text_size.h"

namespace il::scene {

/// The stage's size in stage pixels for a widget or picture of `pixels`: at least 1920 x 1080, with the
/// aspect ratio of `pixels`, so that texts keep their size relative to the smaller side. Larger texts come
/// from a stage that is smaller by their factor.
QSizeF stageSize(QSizeF pixels, TextSize texts = TextSize::Normal);

/// The complete picture of a step.
DisplayList stage(const StageInput& input, const Panel& panel);

} // namespace il::scene
