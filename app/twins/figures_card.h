// The card below twins: their figures beside each other, with what differs marked.
#pragma once

#include "divergence.h"
#include "run_figures.h"

#include "scene/parts.h"

namespace il::app {

inline constexpr double figuresHeight = 132;

/// A column for each row: its name, both values and the ratio; "≠" and heavier type where they differ, "="
/// and faint where not. `parts`: the runs part somewhere; `parted`: where, once they have.
void figuresCard(scene::Items& out, const QRectF& area, const std::vector<FigureRow>& rows, bool parts,
                 const std::optional<Divergence>& parted, const scene::Theme& theme,
                 const scene::Words& words);

} // namespace il::app
