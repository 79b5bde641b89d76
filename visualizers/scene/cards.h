// The parts of the stage around the panel: each appends its items for the rectangle that the frame gives it.
#pragma once

#include "scene/panel.h"
#include "scene/parts.h"

namespace il::scene {

/// Title, subtitle and the time at the right.
void headerItems(Items& out, const StageInput& input, const QRectF& area);

/// Width that the code card wants on a stage of that width, from the script's long lines (a few may
/// be elided rather than take the panel's room).
double codeCardWidth(const StageInput& input, double stageWidth);
/// The script with a band, a bar and thread pills on each line that a thread is at. Scrolls by itself, and
/// only when it must, to where the running thread is.
void codeItems(Items& out, const StageInput& input, const QRectF& area);

/// The card of the panel: its title and what it lays out, or that it has nothing to show for this run.
void panelCard(Items& out, const StageInput& input, const Panel& panel, const QRectF& area);
/// Height that a question's card needs at least.
double gateHeight(const Gate& gate);
/// The question at the left, its options at the right. `input` has a gate.
void gateItems(Items& out, const StageInput& input, const QRectF& area);

/// The caption (or what the narration says of the step) and the footer.
void captionItems(Items& out, const StageInput& input, const QRectF& area);

} // namespace il::scene
