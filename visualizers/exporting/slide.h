// What a document of several pictures is made from: the pictures in order, with the words that belong to
// each.
#pragma once

#include "scene/display_list.h"

#include <QString>

namespace il::exporting {

struct Slide {
    scene::DisplayList list;
    QString name{};     ///< unique within the document: the cue's name, or "step-12"
    QString title{};    ///< for outlines and screen readers; plain text
    QString notes{};    ///< what a speaker may say: plain text, an empty line between paragraphs
    double seconds = 2; ///< how long it stays when the document plays by itself
};

} // namespace il::exporting
