// The interpreter lock: who runs, who waits for the GIL, who is outside.
#pragma once

#include "scene/panel.h"

#include <memory>

namespace il::gil {

/// The panel "gil": cores, the queue for the GIL, and the threads outside the interpreter. Reads well for all
/// three models: ticks (2.7), switch interval (3.2 to 3.13), none (3.13t).
std::unique_ptr<scene::Panel> makePanel();

} // namespace il::gil
