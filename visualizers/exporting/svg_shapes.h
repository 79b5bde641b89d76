// An item's shapes as SVG elements.
#pragma once

#include "scene/display_list.h"

#include <QList>
#include <QString>

#include <utility>

namespace il::exporting {

/// One element: its name, its attributes in order, its text.
struct SvgElement {
    QString name{};
    QList<std::pair<QString, QString>> attributes{};
    QString text{};
};

/// What the item consists of, back to front; nothing when it draws nothing. Hatched fills refer to patterns
/// by hatchId(). Texts without a family are in FontFamily::Sans.
QList<SvgElement> svgElements(const scene::Item& item);

bool isHatched(const scene::Fill& fill);
/// The name of the pattern for a hatched fill: equal for equal patterns only.
QString hatchId(const scene::Fill& fill);
/// What the pattern consists of, in a square of hatchPitch (scene/outline.h).
QList<SvgElement> hatchElements(const scene::Fill& fill);

QString svgFamilies(scene::FontFamily family); ///< for font-family
QString svgNumber(double value); ///< two decimals at most, without trailing zeros, "0" for what is not finite
QString svgColor(const QColor& color); ///< "#rrggbb", without alpha

} // namespace il::exporting
