// Options of a run as JSON, for files that remember runs: the session, playlists.
#pragma once

#include "run.h"

#include <QJsonObject>

namespace il::app {

/// Only what is set; an empty object for a lesson as it comes.
QJsonObject toJson(const RunOptions& options);

/// Reads what toJson() wrote. What has another kind is left out; whether a value fits the script is for
/// prepare() to say.
RunOptions runOptionsFromJson(const QJsonObject& object);

} // namespace il::app
