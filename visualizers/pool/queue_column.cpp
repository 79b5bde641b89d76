// The task queue: what waits, the next one on top, chunks as stacks.
#include "pool/picture.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

using namespace scene;

namespace {

constexpr double tallChip = 46, lowChip = 34, chipGap = 10, moreHeight = 30;
constexpr double leafStep = 4; ///< by how much the leaves of a chunk's stack stick out

struct Column {
    Picture& p;
    const Standing& standing;
    const Band& band;
};

/// Behind a chunk of several tasks: the edges of two more sheets.
void leaves(Column& c, const ElementId& id, const QRectF& rect)
{
    for (const int i : {2, 1})
        c.p.items.push_back({id + QStringLiteral("/leaf/%1").arg(i),
                             Role::Decoration,
                             Rect{rect.translated(leafStep * i, leafStep * i), 10},
                             {c.p.theme().soft},
                             {c.p.theme().mark(c.p.theme().ink2), c.p.theme().strokeWidth},
                             {}});
}

QString accessible(const Column& c, const Chunk& chunk)
{
    if (chunk.count == 1)
        return c.p.words("%1 waits").arg(c.p.taskName(chunk.first));
    return c.p.words("chunk of %1 tasks waits: %2 to %3")
        .arg(QString::number(chunk.count), c.p.taskName(chunk.first), c.p.taskName(chunk.last));
}

void chip(Column& c, const Chunk& chunk, const QRectF& rect)
{
    const ElementId id = QStringLiteral("pool/task/%1/queued").arg(chunk.first);
    const bool many = chunk.count > 1;
    const QRectF top = many ? rect.adjusted(0, 0, -2 * leafStep, -2 * leafStep) : rect;
    if (many)
        leaves(c, id, top);
    BoxStyle style;
    style.soft = true;
    style.radius = 10;
    if (many)
        style.outline = c.p.theme().mark(c.p.theme().ink2);
    box(c.p.items, id, top, {}, c.p.theme(), accessible(c, chunk), style);
    QRectF words = top.adjusted(8, 0, -8, 0);
    if (many) {
        const QString times = QStringLiteral("×%1").arg(chunk.count);
        const double width = std::ceil(textWidth(times, type::strong)) + 1;
        label(c.p.items, id + QStringLiteral("/count"),
              {words.right() - width, words.top(), width, words.height()}, times, type::strong,
              c.p.theme().ink, Qt::AlignRight | Qt::AlignVCenter);
        words.setRight(words.right() - width - 6);
    }
    const QString name = c.p.taskName(chunk.first);
    label(c.p.items, Picture::taskElement(chunk.first), words, name,
          fitted(name, type::code, words.width(), minTextPx), c.p.theme().ink,
          many ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
}

} // namespace

void drawQueue(Picture& p, const Pool&, const Standing& standing, const Band& band)
{
    Column c{p, standing, band};
    label(p.items, band.id + QStringLiteral("/queue/title"), band.queueTitle, p.words("Task queue"),
          type::heading, p.quiet());
    const QRectF& area = band.queue;
    const double height = area.height() < 240 ? lowChip : tallChip;
    const double room = area.height() - moreHeight;
    const auto places = static_cast<std::size_t>(std::max(1.0, (room + chipGap) / (height + chipGap)));
    const std::size_t shown = std::min(places, standing.waiting.size());
    double y = area.top();
    for (std::size_t i = 0; i < shown; ++i, y += height + chipGap)
        chip(c, standing.waiting[i], {area.left(), y, area.width(), height});
    int hidden = standing.waitingTasks;
    for (std::size_t i = 0; i < shown; ++i)
        hidden -= standing.waiting[i].count;
    QString text = standing.waitingTasks == 0 ? p.words("nothing waits")
                   : hidden > 0 ? p.words("+%1, %2 in all").arg(hidden).arg(standing.waitingTasks)
                                : p.words("%1 waiting").arg(standing.waitingTasks);
    Font least = type::note;
    least.px = minTextPx;
    if (textWidth(text, least) > area.width()) // then only how many wait
        text = p.words("%1 waiting").arg(standing.waitingTasks);
    label(p.items, band.id + QStringLiteral("/queue/count"), {area.left(), y, area.width(), moreHeight}, text,
          fitted(text, type::note, area.width(), minTextPx), p.quiet(), Qt::AlignCenter);
    if (standing.waitingTasks > 0)
        arrow(p.items, band.id + QStringLiteral("/in"),
              {{band.arrowIn.left() + 8, area.top() + height / 2},
               {band.arrowIn.right() - 8, area.top() + height / 2}},
              p.quiet(), p.words("a worker that is free takes the next one"));
}

} // namespace il::pool
