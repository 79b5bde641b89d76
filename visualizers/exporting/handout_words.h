// The words of the handout's page, in both languages.
#pragma once

#include "exporting/handout.h"

#include <QJsonObject>

namespace il::exporting {

/// The page's word of that name, "play"; empty for others.
QString handoutWord(const QString& name, scene::Language language);
/// Those that the script needs.
QJsonObject handoutWords(scene::Language language);

} // namespace il::exporting
