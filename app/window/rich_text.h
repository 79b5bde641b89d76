// A lesson's Markdown as HTML that labels show, in the window's own type.
#pragma once

#include "look.h"

#include <QString>

namespace il::app {

/// `lineHeight` in per cent.
QString richText(const QString& markdown, const Look& look, int lineHeight = 135);

} // namespace il::app
