// Opens the window on what the command line asks for.
#pragma once

#include <QStringList>

namespace il::app {

/// Returns the exit status. Needs a QApplication; the language is the command line's (see cli.h).
int startWindow(const QStringList& arguments);

} // namespace il::app
