// Which screen shows what.
#pragma once

#include <QRect>

#include <optional>
#include <vector>

namespace il::app {

/// Indexes into the list of screens.
struct Placement {
    int stage = 0;
    std::optional<int> presenter; ///< nothing: there is no screen for it but the stage's own
    friend bool operator==(const Placement&, const Placement&) = default;
};

/// As slide programs do: the stage goes to a screen that isn't the primary one (the largest of several), the
/// presenter's window to the primary one; `swapped`: the other way round. With one screen, or with screens
/// that show the same (a projector that mirrors the laptop), the stage has the one where the window is.
/// `screens` isn't empty; `primary` and `window` are indexes into it.
Placement place(const std::vector<QRect>& screens, int primary, int window, bool swapped = false);

} // namespace il::app
