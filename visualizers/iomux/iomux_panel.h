// The I/O multiplexing panel: descriptors and their bytes, who waits for them and by which call, what that
// costs.
#pragma once

#include "scene/panel.h"

#include <memory>

namespace il::iomux {

std::unique_ptr<scene::Panel> makePanel();

} // namespace il::iomux
