// Locks and shared memory: who holds what, who waits, and what each thread's private copy is worth.
#pragma once

#include "scene/panel.h"

#include <memory>

namespace il::mutex {

/// The panel "mutex": locks and other waiting objects, the shared variables, and a card for each thread that
/// uses them, with the private copies it works on.
std::unique_ptr<scene::Panel> makePanel();

} // namespace il::mutex
