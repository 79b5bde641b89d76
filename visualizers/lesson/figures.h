// {{expression}} in a lesson's text: figures that are taken from the run.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace il::lesson {

/// The text with every {{expression}} replaced by what `evaluate` makes of the expression (without the braces
/// and the space around it). An opening pair that is never closed stays as it is.
std::string withFigures(std::string_view text, const std::function<std::string(std::string_view)>& evaluate);

} // namespace il::lesson
