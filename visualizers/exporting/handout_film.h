// The pictures of a handout as JSON, small: what repeats is written once, and steps tell only what changed.
#pragma once

#include "exporting/handout.h"

#include <QJsonObject>

namespace il::exporting {

/// What resources/handout/film.js reads:
///   size, background   of the pictures; the index of the background's colours
///   palette            [[colour of each theme], ...]
///   paints             [[fill, texture, under, stroke, width, dashed, opacity], ...]; colours are indices,
///   -1: none strings, texts     [says, ...], [[text, anchor, mono, weight], ...] symbols            {symbol:
///   path in a square of 24} ids                [element id, ...] items              [[kind, paint, says,
///   fixed, number, ...], ...]; see handout_item.cpp changes            for each language a list of steps:
///   [removed ids, [id, item, ...] changed,
///                      [id, item, id before or -1, ...] added, order of all ids if it is another one]
/// Nothing when `progress` stops it.
std::optional<QJsonObject> handoutFilm(const Handout& handout, const Progress& progress);

} // namespace il::exporting
