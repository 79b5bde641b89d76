// `interleave export --twin`: two runs side by side.
#pragma once

#include "options.h"

namespace il::app::cli {

/// --twin, and the options of the run on the right: --twin-seed, --twin-schedule, --twin-cores,
/// --twin-python,
/// --twin-set.
void addTwinOptions(QCommandLineParser& parser);
bool asksForTwins(const QCommandLineParser& parser); ///< any of them is there

/// Writes what the other export options say, of `subject` and its twin. The exit status.
int exportTwins(const QCommandLineParser& parser, const QString& subject);

} // namespace il::app::cli
