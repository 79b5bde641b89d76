// Which lines of the listing the code card shows, and where.
#pragma once

#include "scene/listing.h"
#include "scene/panel.h"
#include "scene/parts.h"

#include <map>

namespace il::scene {

inline constexpr Font lineNumberFont{FontFamily::Mono, 18, 400};

/// Threads at each shown line (index into the listing), in order of their numbers.
using ThreadsAt = std::map<int, std::vector<trace::ThreadId>>;

ThreadsAt threadsAtLines(const StageInput& input, const Listing& listing);

/// The line to keep in sight: the running thread's, else the first thread's that is somewhere.
int focusLine(const StageInput& input, const Listing& listing, const ThreadsAt& at);

/// First line of the window. Windows start at multiples of a third of their height, so the listing stays
/// where it is until a line that matters would leave it; of those that show the focus with a line of context
/// on each side, the one with most active lines, and the topmost of equals.
int windowTop(int lines, int rows, int focus, const ThreadsAt& at);

/// Where the listing lies in the card.
struct CodeRows {
    double left, right; ///< of the bands
    double numberRight, textLeft;
    double top, pitch;
    int first, count; ///< lines shown
    bool scrolled;
    QRectF row(int index) const { return {left, top + pitch * (index - first), right - left, pitch}; }
};

/// All lines if they fit into the card `area`, closer together if need be; else a window of them (windowTop).
CodeRows codeRows(const QRectF& area, const Listing& listing, int focus, const ThreadsAt& at);

} // namespace il::scene
