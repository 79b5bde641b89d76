// The mutex picture while it is being composed: what all its parts read, and the items they have made so far.
#pragma once

#include "mutex/accesses.h"
#include "mutex/plan.h"
#include "mutex/subjects.h"
#include "scene/panel.h"
#include "scene/parts.h"

namespace il::mutex {

struct Picture {
    const scene::StageInput& input;
    const Subjects subjects;
    const std::vector<Access> accesses;
    const Plan plan;
    scene::Items items;

    const scene::Theme& theme() const { return input.theme; }
    QColor quiet() const { return input.theme.readable(input.theme.ink2); }
    QColor color(trace::ThreadId thread) const { return input.theme.thread(thread); }
    QString words(const char* source) const { return input.words.translate("Mutex", source); }
};

void drawObjects(Picture& picture);
void drawVariables(Picture& picture);
void drawCards(Picture& picture);
void drawFigures(Picture& picture);
/// Reads, writes and stale copies, between the cards and the variables.
void drawLinks(Picture& picture);

} // namespace il::mutex
