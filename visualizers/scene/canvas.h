// A picture kept as pixels: from one list to the next, only what differs is painted.
#pragma once

#include "scene/display_list.h"

#include <QImage>
#include <QRect>

#include <optional>
#include <vector>

namespace il::scene {

/// The parts of the stage (stage pixels) in which pictures of `from` and `to` can differ: where items that
/// only one of them has, that changed, or that lie in another order leave paint. Lists of the same size and
/// background only.
std::vector<QRectF> differences(const DisplayList& from, const DisplayList& to);

/// Its pixels are those of a plain replay() of the list shown last. Where a part that was painted anew cuts
/// through an edge, the edge's shade can be one of 255 steps off, until settle().
class Canvas {
public:
    /// `target` is where replay draws in an image of `pixels`; `around` fills the rest.
    Canvas(QSize pixels, const QRectF& target, const QColor& around);

    /// Shows `list`; returns the rectangles (device pixels) that were painted anew: few, and none when
    /// nothing has changed. They may overlap.
    std::vector<QRect> show(DisplayList list);
    /// Makes all pixels equal to a plain replay's: once the picture has come to rest. Returns what show()
    /// does.
    std::vector<QRect> settle();
    const QImage& image() const { return m_image; }

private:
    void paint(const QRect& part);

    QImage m_image;
    QRectF m_target;
    QColor m_around;
    std::optional<DisplayList> m_shown;
    bool m_patched = false; ///< painted in parts since it was painted as a whole
};

} // namespace il::scene
