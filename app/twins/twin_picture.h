// Twins as one picture: both stages side by side (in a tall picture one above the other), their figures
// below.
#pragma once

#include "../export/selection.h"
#include "twins.h"

#include "exporting/slide.h"
#include "scene/display_list.h"
#include "scene/lane_memo.h"
#include "scene/theme.h"
#include "scene/words.h"

namespace il::app {

/// Everything besides the runs that the picture depends on.
struct TwinPictureOf {
    std::size_t step = 0; ///< of the clock
    trace::SimTime now{}; ///< at or after the step's time, before the next one's
    std::array<std::string, 2> panels{"gil", "gil"}, variants{};
    QSizeF pixels{1920, 1080};
    scene::ThemeId theme = scene::ThemeId::Paper;
    scene::Language language = scene::Language::English;

    friend bool operator==(const TwinPictureOf&, const TwinPictureOf&) = default;
};

/// Kept by who draws many pictures of the same twins.
struct TwinMemo {
    scene::LaneMemo left, right;
};

/// Each run has its title, its panel, as much of its code as there is room for, its timeline on an axis that
/// both share, and its caption; the ids of one begin with "left/", of the other with "right/". The figures
/// are called "figures/...".
scene::DisplayList twinPicture(const Twins& twins, const TwinPictureOf& wanted, TwinMemo* memo = nullptr);

/// The picture as a slide: named after the cue at its step, else "step-12".
exporting::Slide twinSlide(const Twins& twins, const TwinPictureOf& wanted, TwinMemo* memo = nullptr);

/// "Lost update  |  With a lock": what both runs are about.
QString twinTitle(const Twins& twins, scene::Language language);

/// "broken.py · CPython 3.11, 2 cores · threads = 4": what a run was made from and with.
QString madeWith(const Run& run, const scene::Words& words);

} // namespace il::app
