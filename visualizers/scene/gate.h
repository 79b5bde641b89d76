// A question that stops the show: what it asks, what was answered, what the run says.
#pragma once

#include "scene/display_list.h"

#include <QStringList>

#include <vector>

namespace il::scene {

/// On the stage it has the timeline's place, so that the code and the panel it is about stay in sight.
struct Gate {
    QString question{}; ///< plain text
    QStringList options{};
    int chosen = -1;           ///< -1: none yet
    bool revealed = false;     ///< the verdict is shown
    std::vector<bool> right{}; ///< by option, what the run says; counts once it is revealed

    friend bool operator==(const Gate&, const Gate&) = default;
};

/// The option of the gate at that place (stage pixels); -1 where there is none.
int gateOptionAt(const DisplayList& list, QPointF place);

} // namespace il::scene
