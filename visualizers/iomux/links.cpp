// From ready descriptors to the list, and from the list to the thread.
#include "iomux/picture.h"
#include "iomux/texts.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;

namespace {

/// An S from `a` to `b`, both ends level; the last stretch is straight, for the arrow's head.
std::vector<QPointF> sCurve(QPointF a, QPointF b)
{
    constexpr int parts = 12;
    constexpr double straight = 20;
    const QPointF end(b.x() - straight, b.y());
    const double middle = (a.x() + end.x()) / 2;
    std::vector<QPointF> points;
    for (int i = 0; i <= parts; ++i) {
        const double t = static_cast<double>(i) / parts, u = 1 - t;
        const double first = u * u * u, second = 3 * u * u * t, third = 3 * u * t * t, last = t * t * t;
        points.emplace_back(first * a.x() + (second + third) * middle + last * end.x(),
                            (first + second) * a.y() + (third + last) * end.y());
    }
    points.push_back(b);
    return points;
}

/// From the right edge of all descriptors, lest it crosses others.
void link(Picture& p, trace::FileId file, QRectF from, double edge, const QRectF& entry)
{
    const trace::FileView* view = p.file(file);
    from.setRight(std::max(from.right(), edge));
    arrow(p.items, QStringLiteral("iomux/link/%1").arg(file),
          sCurve({from.right() + 2, from.center().y()}, {entry.left() - 5, entry.center().y()}),
          p.theme().mark(p.theme().accent),
          p.words("%1 is ready").arg(descriptorText(view ? view->descriptor : -1)), {.curved = true});
}

} // namespace

void drawLinks(Picture& p, const GroupPlan& plan)
{
    for (const auto& [file, entry] : p.entries)
        if (const auto from = p.boxes.find(file); from != p.boxes.end())
            link(p, file, from->second, plan.descriptors.heading.right(), entry);
    if (p.entries.empty())
        return;
    const double x = plan.list.center().x();
    arrow(p.items, QStringLiteral("iomux/handed"), {{x, plan.list.bottom() + 2}, {x, plan.thread.top() - 3}},
          p.theme().mark(p.theme().ink2), p.words("what the call returns"));
}

} // namespace il::iomux
