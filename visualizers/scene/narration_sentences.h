// The narration's sentences: one per kind of event.
#pragma once

#include "scene/narration.h"

#include <span>

namespace il::scene {

/// What a sentence may draw on.
struct Telling {
    const trace::Trace& trace;
    const trace::View& after;
    std::span<const trace::Event> events; ///< of the step
    std::size_t step;
    const Words& words;
};

/// Whether this write destroyed what others had written since its thread read the variable.
bool losesUpdate(const trace::Event& write, const trace::View& after);

/// "" for kinds that say nothing by themselves.
QString sentenceOf(const trace::Event& event, const Telling& t);

} // namespace il::scene
