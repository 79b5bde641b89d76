// Who hears what the window has to say: assistive technology, or a test in its place.
#pragma once

#include <QAccessible>

#include <functional>

namespace il::app {

/// False: whatever would be told needn't even be found out.
bool somebodyListens();

/// To the one who listens.
void tell(QAccessibleEvent& event);

/// A test hears everything from now on, until it sets nullptr. Without it Qt drops what is told while no
/// screen reader runs.
void listenWith(std::function<void(const QAccessibleEvent&)> hear);

} // namespace il::app
