// The two parts of a package that make one slide.
#pragma once

#include "exporting/slide.h"

#include <QByteArray>
#include <QSize>

namespace il::exporting {

/// The slide: background, title, shapes, transition.
QByteArray slideXml(const Slide& slide, const QSize& emu);
/// Its speaker notes.
QByteArray notesXml(const Slide& slide);

} // namespace il::exporting
