// Coffman's four conditions, each with its evidence from this run at this moment.
// E. G. Coffman, M. J. Elphick, A. Shoshani: System Deadlocks. ACM Computing Surveys 3(2), 1971.
#pragma once

#include "deadlock/picture.h"

#include <array>

namespace il::deadlock {

struct Condition {
    const char* id; ///< "exclusion", "hold", "preemption", "circle"
    QString name;
    bool holds = false;
    QString evidence;
    QString brief; ///< the same where there is one line only
};

std::array<Condition, 4> conditionsOf(const Picture& picture);

/// What would break the ring or end the wait, or why no ring can close; "" when nothing can be said. `brief`:
/// where there is little room, if there are fewer words for it.
QString remedyText(const Picture& picture, bool brief);

/// Why there is no chain of waits, when there is none.
QString noChainText(const Picture& picture);

} // namespace il::deadlock
