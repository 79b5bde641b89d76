// Who waits: the ready list or what a scan has found, and the thread with its call.
#include "iomux/descriptor_box.h"
#include "iomux/picture.h"
#include "iomux/texts.h"
#include "scene/text.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::FileId;
using trace::FileView;
using trace::PollModel;
using trace::ThreadView;

namespace {

constexpr double entryPitch = 52, tightPitch = 38, entryGap = 8;

/// The list while it is drawn.
struct List {
    Picture& p;
    const Group& group;
    const ThreadView* thread = nullptr; ///< before its creation
    FileId epoll = trace::none;
    PollModel model = PollModel::None;
};

/// What lies on the ready list; for select and poll, what the scan has found.
std::vector<FileId> entriesOf(const List& list)
{
    if (const FileView* epoll = list.p.file(list.epoll))
        return epoll->readyList;
    const ThreadView* thread = list.thread;
    return thread && (thread->poll.inside || pollIsLatest(list.p, *thread)) ? thread->poll.reported
                                                                            : std::vector<FileId>();
}

/// What the entry says of its readiness: on a ready list, what is watched of it; for a scan, what it reports.
std::uint8_t maskOf(const List& list, FileId id, std::size_t place)
{
    if (list.model != PollModel::Epoll)
        return place < list.thread->poll.masks.size() ? list.thread->poll.masks[place] : std::uint8_t{0};
    const FileView* file = list.p.file(id);
    const auto asked = [file] { return file->mask | trace::ready::error | trace::ready::hangUp; };
    return file ? static_cast<std::uint8_t>(file->ready & asked()) : std::uint8_t{0};
}

QString entryText(const List& list, FileId id, std::size_t place)
{
    const FileView* file = list.p.file(id);
    if (!file)
        return {};
    return descriptorText(file->descriptor) + QStringLiteral("  ") +
           readinessText(maskOf(list, id, place), list.model);
}

bool isEdgeTriggered(const Picture& p, FileId epoll)
{
    return std::any_of(p.input.view.files.begin(), p.input.view.files.end(),
                       [epoll](const FileView& file) { return file.watcher == epoll && file.edgeTriggered; });
}

QString titleOf(const List& list)
{
    switch (list.model) {
    case PollModel::Epoll:
        return isEdgeTriggered(list.p, list.epoll) ? list.p.words("Ready list (edge-triggered)")
                                                   : list.p.words("Ready list");
    case PollModel::Select:
        return list.p.words("Found by select’s scan");
    case PollModel::Poll:
        return list.p.words("Found by poll’s scan");
    case PollModel::None:
        break;
    }
    return list.p.words("Ready");
}

void entry(List& list, FileId id, std::size_t place, const QRectF& rect)
{
    Picture& p = list.p;
    const QColor color = p.theme().accent;
    const QString text = entryText(list, id, place);
    p.items.push_back({QStringLiteral("iomux/entry/%1").arg(id),
                       Role::Data,
                       Rect{rect, 10},
                       {color},
                       {p.theme().mark(color), p.theme().strokeWidth},
                       text});
    const QRectF inner = rect.adjusted(8, 0, -8, 0);
    const Font font = fitted(text, type::code, inner.width(), minTextPx);
    label(p.items, QStringLiteral("iomux/entry/%1/text").arg(id), inner, text, font, p.theme().on(color),
          Qt::AlignCenter);
    p.entries[id] = rect;
}

/// Bytes that lie in the group's descriptors and of which epoll won't tell.
std::uint64_t forgottenBytes(const List& list)
{
    std::uint64_t bytes = 0;
    for (const Descriptor& descriptor : list.group.descriptors)
        if (const DescriptorLook look = lookOf(list.p, descriptor); look.forgotten)
            bytes += look.buffered;
    return bytes;
}

QString nothing(const List& list)
{
    if (list.model == PollModel::None)
        return list.p.words("no call has been made yet");
    if (list.model == PollModel::Epoll)
        return list.p.words("empty");
    if (list.thread->poll.inside)
        return list.p.words("nothing yet");
    return pollIsLatest(list.p, *list.thread) ? list.p.words("nothing found")
                                              : list.p.words("kept by nobody: the next call starts anew");
}

/// Why there are no entries.
void emptyList(List& list, const QRectF& area)
{
    Picture& p = list.p;
    const auto bytes = static_cast<int>(std::min<std::uint64_t>(forgottenBytes(list), 1'000'000'000));
    const QString text =
        bytes == 0
            ? nothing(list)
            : p.input.words.translate("Iomux", "empty, while %n byte(s) wait unreported", nullptr, bytes);
    paragraph(p.items, QStringLiteral("iomux/list/empty"), area, text, type::note,
              bytes == 0 ? p.quiet() : p.theme().readable(p.theme().bad), Qt::AlignCenter);
}

/// How far the latest scan has come.
void scanBar(Picture& p, const ThreadView& thread, const QRectF& rect)
{
    const std::uint32_t scanned = thread.poll.scanned, size = thread.poll.size;
    const QString says = p.words("examined %1 of %2").arg(numberText(scanned), numberText(size));
    const QRectF track(rect.left(), rect.bottom() - 10, rect.width(), 10);
    const double done = size > 0 ? std::min(1.0, static_cast<double>(scanned) / size) : 0;
    const QRectF part(track.left(), track.top(), track.width() * done, track.height());
    p.items.push_back({QStringLiteral("iomux/scan/track"),
                       Role::Decoration,
                       Rect{track, 5},
                       {p.theme().surface},
                       {p.theme().line, p.theme().strokeWidth},
                       {}});
    p.items.push_back({QStringLiteral("iomux/scan"),
                       Role::Marker,
                       Rect{part, std::min(5.0, part.width() / 2)},
                       {p.theme().mark(p.color(thread.poll.model))},
                       {},
                       says});
    label(p.items, QStringLiteral("iomux/scan/text"),
          {rect.left(), rect.top(), rect.width(), rect.height() - 12}, says, type::small, p.quiet());
}

void entries(List& list, QRectF area)
{
    Picture& p = list.p;
    const std::vector<FileId> all = entriesOf(list);
    if (list.model == PollModel::Select || list.model == PollModel::Poll) {
        scanBar(p, *list.thread, {area.left(), area.bottom() - 36, area.width(), 36});
        area.setBottom(area.bottom() - 44);
    }
    if (all.empty())
        return emptyList(list, area);
    const auto count = static_cast<double>(all.size());
    const double pitch = std::clamp((area.height() + entryGap) / count, tightPitch, entryPitch);
    const auto places = static_cast<std::size_t>(std::max(1.0, (area.height() + entryGap + 0.5) / pitch));
    const std::size_t shown = all.size() > places ? places - 1 : all.size();
    for (std::size_t i = 0; i < shown; ++i)
        entry(list, all[i], i,
              {area.left(), area.top() + static_cast<double>(i) * pitch, area.width(), pitch - entryGap});
    if (shown < all.size())
        label(p.items, QStringLiteral("iomux/list/more"),
              {area.left(), area.top() + static_cast<double>(shown) * pitch, area.width(), pitch - entryGap},
              QStringLiteral("+%1").arg(numberText(all.size() - shown)), type::strong, p.theme().ink,
              Qt::AlignCenter);
}

} // namespace

FileId epollOf(const Picture& p, const Group& group)
{
    const ThreadView* thread = p.thread(group.poller);
    if (thread && thread->poll.model != PollModel::None)
        return thread->poll.model == PollModel::Epoll ? thread->poll.set : trace::none;
    for (const Descriptor& descriptor : group.descriptors)
        if (const FileView* file = fileOf(descriptor, p.input.view); file && file->open)
            if (file->watcher != trace::none)
                return file->watcher;
    return trace::none;
}

void drawList(Picture& p, const Group& group, const GroupPlan& plan)
{
    List list{p, group, p.thread(group.poller), epollOf(p, group)};
    list.model = list.epoll != trace::none ? PollModel::Epoll
                 : list.thread             ? list.thread->poll.model
                                           : PollModel::None;
    label(p.items, QStringLiteral("iomux/list/heading"),
          {plan.list.left(), plan.list.top(), plan.list.width(), 30}, titleOf(list), type::heading,
          p.quiet());
    const QRectF rect = plan.list.adjusted(0, 38, 0, 0);
    BoxStyle style;
    style.soft = true;
    if (!entriesOf(list).empty())
        style.outline = p.theme().mark(p.theme().accent);
    else if (forgottenBytes(list) > 0)
        style.outline = p.theme().mark(p.theme().bad);
    box(p.items, QStringLiteral("iomux/list"), rect, {}, p.theme(), titleOf(list), style);
    entries(list, rect.adjusted(18, 14, -18, -14));
}

void drawThread(Picture& p, const Group& group, const GroupPlan& plan)
{
    const ThreadLook look = threadLook(p.input.trace, p.input.view, group.poller, p.input.words);
    BoxStyle style;
    style.soft = true;
    style.outline = p.theme().mark(p.theme().thread(group.poller));
    const ElementId id = QStringLiteral("iomux/thread/%1").arg(group.poller);
    const QRectF inner = plan.thread.adjusted(16, 12, -16, -8);
    const CallWords words = callWords(p, group.poller, inner.width());
    box(p.items, id, plan.thread, {}, p.theme(),
        words.code.isEmpty() ? look.label : look.label + QStringLiteral(": ") + words.code, style);
    const double chipHeight = std::clamp(inner.height() - 58, 34.0, 44.0), chipWidth = 92;
    threadChip(p.items, QStringLiteral("thread/%1/chip").arg(group.poller),
               {inner.left(), inner.top(), chipWidth, chipHeight}, look, p.theme());
    const QRectF beside(inner.left() + chipWidth + 12, inner.top(), inner.width() - chipWidth - 12,
                        chipHeight);
    label(p.items, id + QStringLiteral("/state"), beside, stateText(look.state, p.input.words), type::small,
          p.quiet());
    const double top = inner.top() + chipHeight + 6, rest = inner.bottom() - top;
    const bool two = rest >= 50 && !words.says.isEmpty();
    label(p.items, id + QStringLiteral("/call"),
          {inner.left(), top, inner.width(), two ? 28 : std::max(28.0, rest)}, words.code, type::code,
          p.theme().ink);
    if (two)
        label(p.items, id + QStringLiteral("/says"), {inner.left(), top + 27, inner.width(), 24}, words.says,
              type::small, p.quiet());
}

} // namespace il::iomux
