// A picture in words: which of its items speak, in which order, and all of them as one text.
#pragma once

#include "scene/display_list.h"

#include <vector>

namespace il::app {

/// The items that say something, in reading order: what has just happened (the caption, or a question in its
/// place) first, then as the picture is laid out, from the header down to the timeline. They belong to
/// `list`.
std::vector<const scene::Item*> spokenItems(const scene::DisplayList& list);

/// What they say, a line each, nothing twice. Without the timeline's past: its stretches can be explored
/// one by one, and read aloud at every step they would drown what is new.
QString inWords(const scene::DisplayList& list);

} // namespace il::app
