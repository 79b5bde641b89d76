// A picture for the clipboard, in two forms: whoever pastes it takes the better one it knows.
#pragma once

#include "../picture.h"

#include <QMimeData>

#include <memory>

namespace il::app {

/// As image and as "image/svg+xml". `wanted.pixels` is the image's size.
std::unique_ptr<QMimeData> clipboardPicture(const Run& run, const PictureOf& wanted);

} // namespace il::app
