#include "scene/beside.h"

#include "scene/overload.h"

namespace il::scene {
namespace {

/// From the part's pixels to those of the whole.
struct Placing {
    QPointF at;
    double scale;

    QPointF operator()(QPointF point) const { return at + point * scale; }
    QRectF operator()(const QRectF& rect) const { return {(*this)(rect.topLeft()), rect.size() * scale}; }
};

void place(Shape& shape, const Placing& to)
{
    std::visit(Overload{
                   [&to](Rect& r) {
                       r.rect = to(r.rect);
                       r.radius *= to.scale;
                   },
                   [&to](Arc& a) {
                       a.rect = to(a.rect);
                       a.width *= to.scale;
                   },
                   [&to](Path& p) {
                       for (QPointF& point : p.points)
                           point = to(point);
                   },
                   [&to](Text& t) {
                       t.rect = to(t.rect);
                       t.font.px *= to.scale;
                   },
                   [&to](auto& plain) { plain.rect = to(plain.rect); },
               },
               shape);
}

} // namespace

void addPart(DisplayList& whole, const DisplayList& part, QPointF at, const QString& prefix, double scale)
{
    const Placing to{at, scale};
    whole.items.push_back({prefix + QLatin1String("ground"),
                           Role::Decoration,
                           Rect{to(QRectF(QPointF(0, 0), part.size)), 0},
                           {part.background}});
    whole.items.reserve(whole.items.size() + part.items.size());
    for (Item item : part.items) {
        item.id.prepend(prefix);
        place(item.shape, to);
        item.stroke.width *= scale;
        whole.items.push_back(std::move(item));
    }
}

} // namespace il::scene
