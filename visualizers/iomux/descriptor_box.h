// One descriptor as a box: its number, what waits in its buffer, its marks.
#pragma once

#include "iomux/picture.h"

namespace il::iomux {

/// What is to be said of a descriptor at this moment.
struct DescriptorLook {
    int descriptor = -1;
    trace::FileId file = trace::none;
    bool open = false, ready = false, watched = false, examined = false;
    bool listener = false, edge = false, once = false;
    bool forgotten = false; ///< bytes lie in it, and edge-triggered epoll won't tell of them again
    std::uint32_t buffered = 0, coming = 0; ///< bytes (a listener: connections); those still on their way
};
DescriptorLook lookOf(const Picture& picture, const Descriptor& descriptor);
/// "fd 6, ready, 12 bytes wait".
QString accessible(const Picture& picture, const DescriptorLook& look);

void drawDescriptor(Picture& picture, const scene::ElementId& id, const QRectF& rect,
                    const DescriptorLook& look, const QColor& scan);

} // namespace il::iomux
