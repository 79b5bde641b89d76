// Light colouring of Python text: keywords, strings, numbers, comments. For looking at, not for
// understanding: it never fails, whatever the text is.
#pragma once

#include "scene/listing.h"

#include <QStringList>

#include <vector>

namespace il::scene {

/// The runs of each line. Triple-quoted strings go on over lines. Two operator characters in a row are two
/// runs: code fonts would join them into one sign ("==" into a long equals sign), which isn't what one types.
std::vector<std::vector<CodeRun>> highlight(const QStringList& lines);

} // namespace il::scene
