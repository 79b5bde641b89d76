#include "iomux/descriptor_box.h"

#include "iomux/texts.h"
#include "scene/text.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::FileKind;
using trace::FileView;

namespace {

constexpr std::uint32_t mostBlocks = 5;
constexpr double blockWidth = 14, blockGap = 5;

bool isRow(const QRectF& rect)
{
    return rect.width() >= 120;
}

/// The bytes, from the right: blocks while they are few, else a number with its unit.
void content(Picture& p, const ElementId& id, const QRectF& area, const DescriptorLook& look)
{
    const double height = std::min(20.0, area.height() - 8);
    const QColor color = p.theme().mark(look.forgotten ? p.theme().bad : p.theme().accent);
    const std::uint32_t all = look.buffered + look.coming;
    double x = area.left();
    const double room = area.width();
    if (all > 0 && all <= mostBlocks && all * (blockWidth + blockGap) <= room) {
        for (std::uint32_t i = 0; i < all; ++i, x += blockWidth + blockGap) {
            const bool here = i < look.buffered;
            p.items.push_back({QStringLiteral("%1/byte/%2").arg(id).arg(i),
                               Role::Decoration,
                               Rect{{x, area.center().y() - height / 2, blockWidth, height}, 3},
                               {here ? color : QColor()},
                               {color, 2, !here},
                               {}});
        }
        return;
    }
    if (look.buffered == 0)
        return;
    const QString text =
        look.listener ? numberText(look.buffered) : QStringLiteral("%1 B").arg(numberText(look.buffered));
    const double width = std::min(textWidth(text, type::strong) + 2, room);
    const double bar = blockWidth + blockGap + 2;
    if (room >= width + bar) {
        p.items.push_back({id + QStringLiteral("/byte/0"),
                           Role::Decoration,
                           Rect{{x, area.center().y() - height / 2, blockWidth, height}, 3},
                           {color},
                           {color, 2},
                           {}});
        x += bar;
    }
    label(p.items, id + QStringLiteral("/bytes"), {x, area.top(), area.right() - x, area.height()}, text,
          type::strong, look.forgotten ? p.theme().readable(p.theme().bad) : p.theme().ink);
}

QString marksOf(const Picture& p, const DescriptorLook& look)
{
    QStringList marks;
    if (look.listener)
        marks << p.words("listens");
    if (look.edge)
        marks << QStringLiteral("ET");
    if (look.once)
        marks << QStringLiteral("1×");
    return marks.join(u' ');
}

/// On no list, and nobody is about to read because of its last report: whoever asks for it sleeps, or has
/// just been told nothing.
bool isForgotten(const Picture& p, trace::FileId id, const FileView& file)
{
    if (!file.edgeTriggered || file.listed || file.buffered == 0 || (file.ready & file.mask) == 0)
        return false;
    bool missed = false;
    for (const trace::ThreadView& thread : p.input.view.threads) {
        const trace::PollView& poll = thread.poll;
        if (poll.model != trace::PollModel::Epoll || poll.set != file.watcher)
            continue;
        if (std::find(poll.reported.begin(), poll.reported.end(), id) != poll.reported.end())
            return false;
        missed |= poll.inside ? thread.state == trace::ThreadState::Io : pollIsLatest(p, thread);
    }
    return missed;
}

BoxStyle styleOf(const Picture& p, const DescriptorLook& look, const QColor& scan)
{
    BoxStyle style;
    style.radius = 10;
    style.soft = look.open;
    style.dashed = !look.open;
    if (look.examined)
        style.fill = p.theme().tint(scan);
    if (look.ready)
        style.outline = p.theme().mark(look.forgotten ? p.theme().bad : p.theme().accent);
    return style;
}

} // namespace

DescriptorLook lookOf(const Picture& p, const Descriptor& descriptor)
{
    DescriptorLook look;
    look.descriptor = descriptor.number;
    const FileView* file = fileOf(descriptor, p.input.view, &look.file);
    if (!file)
        return look;
    const trace::FileInfo& info = p.input.trace.files()[look.file];
    look.open = file->open;
    look.listener = info.kind == FileKind::Listener;
    if (!file->open)
        return look;
    look.ready =
        (file->ready & (trace::ready::in | trace::ready::error | trace::ready::hangUp)) != 0 || file->listed;
    look.watched = file->watcher != trace::none;
    look.edge = file->edgeTriggered;
    look.once = file->oneShot;
    look.forgotten = isForgotten(p, look.file, *file);
    look.buffered = file->buffered;
    if (const FileView* peer = p.file(info.peer))
        look.coming = peer->inFlight;
    return look;
}

QString accessible(const Picture& p, const DescriptorLook& look)
{
    const QString name = descriptorText(look.descriptor);
    if (!look.open)
        return p.words("%1, not open").arg(name);
    if (look.listener)
        return p.words("%1, %2 connections wait to be accepted").arg(name, QString::number(look.buffered));
    if (look.forgotten)
        return p.words("%1, %2 bytes wait and won’t be reported again")
            .arg(name, QString::number(look.buffered));
    return (look.ready ? p.words("%1, ready, %2 bytes wait") : p.words("%1, idle, %2 bytes wait"))
        .arg(name, QString::number(look.buffered));
}

void drawDescriptor(Picture& p, const ElementId& id, const QRectF& rect, const DescriptorLook& look,
                    const QColor& scan)
{
    box(p.items, id, rect, {}, p.theme(), accessible(p, look), styleOf(p, look, scan));
    const bool row = isRow(rect);
    const double inset = row ? 16 : 8;
    const QRectF inner = rect.adjusted(inset, 0, -inset, 0);
    const QString name = row ? descriptorText(look.descriptor) : QString::number(look.descriptor);
    const QColor ink = look.open ? p.theme().ink : p.quiet();
    const double nameWidth =
        std::min(inner.width(), textWidth(row ? QStringLiteral("fd 1000") : name, type::code) + 2);
    label(p.items, id + QStringLiteral("/name"), {inner.left(), rect.top(), nameWidth, rect.height()}, name,
          type::code, ink);
    QRectF rest(inner.left() + nameWidth + 8, rect.top(), inner.width() - nameWidth - 8, rect.height());
    const QString marks = marksOf(p, look);
    if (row && !marks.isEmpty()) {
        const double width = std::min(textWidth(marks, type::small) + 2, rest.width());
        label(p.items, id + QStringLiteral("/marks"),
              {rest.right() - width, rest.top(), width, rest.height()}, marks, type::small, p.quiet(),
              Qt::AlignRight | Qt::AlignVCenter);
        rest.setRight(rest.right() - width - 8);
    }
    if (rest.width() > blockWidth)
        content(p, id, rest, look);
}

} // namespace il::iomux
