// The two parts of a package that make one slide.
#pragma once

#include "exporting/slide.h"

#include <QByteArray>
#include <QSize>

namespace il::exporting {

struct SlideLook {
    QSize emu;                ///< of the slide
    bool transparent = false; ///< the background is the master's
};
/// The slide: background, title, shapes, transition.
QByteArray slideXml(const Slide& slide, const SlideLook& look);
/// Its speaker notes.
QByteArray notesXml(const Slide& slide);

} // namespace il::exporting
