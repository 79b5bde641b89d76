// A choice of the run, offered on the stage: a question and a box for each option.
#pragma once

#include "scene/panel.h"
#include "scene/parts.h"

namespace il::scene {

/// What is asked at choice `number`, and what its options are called, in words (context "Choice").
QString choiceQuestion(const trace::Trace& trace, const trace::View& view, std::size_t number,
                       const Words& words);
QString choiceOption(const trace::Trace& trace, const trace::View& view, std::size_t number,
                     std::uint32_t option, const Words& words);

/// The strip in place of the caption. `number` is one of the trace's choices. Option k is the box
/// "choice/option/k"; those that find no room are counted in "choice/more".
void choiceItems(Items& out, const StageInput& input, std::size_t number, const QRectF& area);

/// The option whose item `id` is a part of; nothing for other items.
std::optional<std::uint32_t> choiceOptionOf(const ElementId& id);

} // namespace il::scene
