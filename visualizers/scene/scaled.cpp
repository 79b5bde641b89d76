#include "scene/scaled.h"

#include "scene/overload.h"

namespace il::scene {

void scaleAndMove(Items& items, double factor, QPointF offset)
{
    const auto place = [&](QRectF& rect) { rect = {rect.topLeft() * factor + offset, rect.size() * factor}; };
    for (Item& item : items) {
        item.stroke.width *= factor;
        std::visit(Overload{
                       [&](Rect& shape) {
                           place(shape.rect);
                           shape.radius *= factor;
                       },
                       [&](Arc& shape) {
                           place(shape.rect);
                           shape.width *= factor;
                       },
                       [&](Path& shape) {
                           for (QPointF& point : shape.points)
                               point = point * factor + offset;
                       },
                       [&](Text& shape) {
                           place(shape.rect);
                           shape.font.px *= factor;
                       },
                       [&](Ellipse& shape) { place(shape.rect); },
                       [&](Icon& shape) { place(shape.rect); },
                   },
                   item.shape);
    }
}

} // namespace il::scene
