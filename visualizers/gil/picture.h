// The GIL picture while it is being composed: what all its parts read, and the items they have made so far.
#pragma once

#include "gil/plan.h"
#include "gil/seating.h"
#include "scene/panel.h"
#include "scene/parts.h"

#include <map>

namespace il::gil {

struct Picture {
    const scene::StageInput& input;
    Model model = Model::None;
    Seating seating;
    Plan plan;
    scene::Items items;
    std::map<trace::ThreadId, QRectF> chips; ///< where each thread that is shown has its chip

    const scene::Theme& theme() const { return input.theme; }
    QColor color(trace::ThreadId thread) const { return input.theme.thread(thread); }
    QString words(const char* source) const { return input.words.translate("Gil", source); }
    /// Draws the thread's chip, named alike wherever it is, so that it moves between the boxes.
    void chip(trace::ThreadId thread, const QRectF& rect);
};

QString queueTitle(const Picture& picture);
void drawCores(Picture& picture);
void drawQueue(Picture& picture);
void drawOutside(Picture& picture);
void drawFigures(Picture& picture);
/// The arrow from who asks for the GIL to who holds it. First, for it ends at the edges of boxes.
void drawRequest(Picture& picture);
/// Between the rows: the way back from I/O, or that there is no GIL.
void drawStrip(Picture& picture);
/// Last, for it lies on a chip. Beside the queue while the GIL is free; nothing without a GIL.
void drawKey(Picture& picture);

int figureCount(Model model);

} // namespace il::gil
