// How a run ended, in words.
#pragma once

#include "run.h"

namespace il::app {

/// In the current language, without a line break at its end: who waits for what when nothing can go on, or
/// which limit was reached. Empty when the program just came to its end.
QString ending(const Run& run);

} // namespace il::app
