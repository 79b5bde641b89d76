// Processes and pools: tasks, who works on them, what comes of them; or a tree of processes.
#pragma once

#include "scene/panel.h"

#include <memory>

namespace il::pool {

/// The panel "pool": for each pool its task queue, its workers (threads round one GIL, processes with one
/// each), the results and what the pool gains. In a run with processes but without a pool: parents and
/// children.
std::unique_ptr<scene::Panel> makePanel();

} // namespace il::pool
