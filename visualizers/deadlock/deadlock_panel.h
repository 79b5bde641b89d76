// Deadlock: who holds what and waits for whom, the ring that closes, and the four conditions for it.
#pragma once

#include "scene/panel.h"

#include <memory>

namespace il::deadlock {

/// The panel "deadlock": the resource-allocation graph (or, as a variant, the wait-for graph), and Coffman's
/// conditions with their evidence.
std::unique_ptr<scene::Panel> makePanel();

} // namespace il::deadlock
