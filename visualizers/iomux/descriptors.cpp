// The descriptors: a box each, or a grid of cells when there are too many.
#include "iomux/descriptor_box.h"
#include "iomux/picture.h"
#include "iomux/texts.h"
#include "scene/text.h"

#include <algorithm>

namespace il::iomux {

using namespace scene;
using trace::FileId;
using trace::PollModel;
using trace::ThreadView;

namespace {

/// One group's descriptors while they are drawn.
struct Set {
    Picture& p;
    const Group& group;
    const DescriptorPlan& plan;
    ElementId id; ///< "iomux/set/0"
    const ThreadView* thread = nullptr;
    std::vector<DescriptorLook> looks;
    QColor scan;
};

/// By FileId: the first files of the call's set, as far as its scan has come.
std::vector<bool> examinedFiles(const Picture& p, const ThreadView& thread)
{
    std::vector<bool> examined(p.input.view.files.size(), false);
    const std::uint32_t count = scannedNow(p, thread);
    for (const FileId id :
         p.input.trace.watchSet(thread.poll.set)
             .first(std::min<std::size_t>(count, p.input.trace.watchSet(thread.poll.set).size())))
        if (id < examined.size())
            examined[id] = true;
    return examined;
}

std::vector<DescriptorLook> looksOf(const Picture& p, const Group& group, const ThreadView* thread)
{
    const std::vector<bool> examined = thread ? examinedFiles(p, *thread) : std::vector<bool>();
    std::vector<DescriptorLook> looks;
    looks.reserve(group.descriptors.size());
    for (const Descriptor& descriptor : group.descriptors) {
        looks.push_back(lookOf(p, descriptor));
        looks.back().examined = looks.back().file < examined.size() && examined[looks.back().file];
    }
    return looks;
}

QString headingText(const Set& s)
{
    // It is the kernel's and changes between the calls, too.
    if (const trace::FileView* epoll = s.p.file(epollOf(s.p, s.group)))
        return s.p.words("Interest set: %1").arg(numberText(epoll->watched));
    if (!s.thread || s.thread->poll.model == PollModel::None)
        return s.p.words("Descriptors");
    const QString size = numberText(s.thread->poll.size);
    return s.p.words("Passed per call: %1").arg(size);
}

void heading(Set& s)
{
    const QRectF& rect = s.plan.heading;
    const auto ready = static_cast<std::size_t>(
        std::count_if(s.looks.begin(), s.looks.end(), [](const DescriptorLook& look) { return look.ready; }));
    const bool counted = s.plan.form == Form::Grid && ready > s.plan.rows.size();
    const QString count = counted ? s.p.words("%1 ready").arg(numberText(ready)) : QString();
    const double width = counted ? textWidth(count, type::strong) + 4 : 0;
    label(s.p.items, s.id + QStringLiteral("/heading"), rect.adjusted(0, 0, counted ? -width - 12 : 0, 0),
          headingText(s), type::heading, s.p.quiet());
    label(s.p.items, s.id + QStringLiteral("/ready"),
          {rect.right() - width, rect.top(), width, rect.height()}, count, type::strong, s.p.theme().ink,
          Qt::AlignRight | Qt::AlignVCenter);
}

/// Several threads may wait for the same descriptor; alone, it is called the same in rows and in a grid.
ElementId descriptorId(const Set& s, std::size_t i)
{
    const ElementId group = s.p.plan.bands ? s.id + QStringLiteral("/fd") : QStringLiteral("iomux/fd");
    return QStringLiteral("%1/%2/%3")
        .arg(group)
        .arg(s.group.descriptors[i].process)
        .arg(s.looks[i].descriptor);
}

void rows(Set& s)
{
    for (std::size_t i = 0; i < s.looks.size(); ++i) {
        drawDescriptor(s.p, descriptorId(s, i), s.plan.rows[i], s.looks[i], s.scan);
        if (s.looks[i].file != trace::none)
            s.p.boxes[s.looks[i].file] = s.plan.rows[i];
    }
}

// --- The grid ---

enum class Cell : std::uint8_t { Absent, Idle, Examined, Ready };

Cell cellOf(const DescriptorLook& look)
{
    if (!look.open)
        return Cell::Absent;
    return look.ready ? Cell::Ready : look.examined ? Cell::Examined : Cell::Idle;
}

QColor colorOf(const Set& s, Cell cell)
{
    const Theme& theme = s.p.theme();
    switch (cell) {
    case Cell::Ready:
        return theme.mark(theme.accent);
    case Cell::Examined:
        return mixed(theme.surface, s.scan, 0.55);
    case Cell::Idle:
        return mixed(theme.soft, theme.ink2, 0.22);
    case Cell::Absent:
        break;
    }
    return theme.soft;
}

QString gridAccessible(const Set& s)
{
    const auto count = [&](Cell cell) {
        return std::count_if(s.looks.begin(), s.looks.end(),
                             [cell](const DescriptorLook& look) { return cellOf(look) == cell; });
    };
    return s.p.words("%1 descriptors: %2 ready, %3 being examined")
        .arg(numberText(s.looks.size()), numberText(static_cast<std::uint64_t>(count(Cell::Ready))),
             numberText(static_cast<std::uint64_t>(count(Cell::Examined))));
}

/// Cells [from, to) as at most three rectangles: the end of a row, whole rows, the start of a row.
std::vector<QRectF> blocks(const Grid& grid, std::size_t from, std::size_t to)
{
    const auto columns = static_cast<std::size_t>(grid.columns);
    std::vector<QRectF> rects;
    const auto add = [&](std::size_t first, std::size_t end) {
        if (first < end)
            rects.push_back(grid.cell(first).united(grid.cell(end - 1)));
    };
    const std::size_t head = std::min(to, (from + columns - 1) / columns * columns);
    const std::size_t body = std::max(head, to / columns * columns);
    add(from, head);
    add(head, body);
    add(body, to);
    return rects;
}

/// Neighbours that look alike are drawn at once, and the gaps between cells over them.
void cells(Set& s)
{
    for (std::size_t i = 0; i < s.looks.size();) {
        const Cell cell = cellOf(s.looks[i]);
        std::size_t end = i + 1;
        while (end < s.looks.size() && cellOf(s.looks[end]) == cell)
            ++end;
        int part = 0;
        for (const QRectF& rect : blocks(s.plan.grid, i, end))
            s.p.items.push_back({QStringLiteral("%1/cells/%2/%3").arg(s.id).arg(i).arg(part++),
                                 Role::Decoration,
                                 Rect{rect, 0},
                                 {colorOf(s, cell)},
                                 {},
                                 {}});
        i = end;
    }
}

void gap(Set& s, const QString& name, const QRectF& rect)
{
    s.p.items.push_back({s.id + name, Role::Decoration, Rect{rect, 0}, {s.p.theme().surface}, {}, {}});
}

void gaps(Set& s)
{
    const Grid& grid = s.plan.grid;
    if (grid.gap <= 0)
        return;
    const double width = grid.area.width() / grid.columns, height = grid.area.height() / grid.rows;
    for (int column = 1; column < grid.columns; ++column)
        gap(s, QStringLiteral("/column/%1").arg(column),
            {grid.area.left() + column * width - grid.gap, grid.area.top(), grid.gap, grid.area.height()});
    for (int row = 1; row < grid.rows; ++row)
        gap(s, QStringLiteral("/row/%1").arg(row),
            {grid.area.left(), grid.area.top() + row * height - grid.gap, grid.area.width(), grid.gap});
}

/// Where cells are tiny, those that are ready are drawn larger than they are.
void readyDots(Set& s)
{
    constexpr double least = 8;
    for (std::size_t i = 0, drawn = 0; i < s.looks.size() && drawn < 200; ++i) {
        QRectF cell = s.plan.grid.cell(i);
        if (cellOf(s.looks[i]) != Cell::Ready || std::min(cell.width(), cell.height()) >= least)
            continue;
        const QPointF centre(std::clamp(cell.center().x(), s.plan.grid.area.left() + least / 2,
                                        s.plan.grid.area.right() - least / 2),
                             std::clamp(cell.center().y(), s.plan.grid.area.top() + least / 2,
                                        s.plan.grid.area.bottom() - least / 2));
        s.p.items.push_back({QStringLiteral("%1/ready/%2").arg(s.id).arg(i),
                             Role::Decoration,
                             Rect{{centre.x() - least / 2, centre.y() - least / 2, least, least}, 2},
                             {colorOf(s, Cell::Ready)},
                             {s.p.theme().surface, 1},
                             {}});
        ++drawn;
    }
}

/// What a cell is too small to say, of the first ones that are ready.
void readyRows(Set& s)
{
    std::size_t shown = 0;
    for (std::size_t i = 0; i < s.looks.size() && shown < s.plan.rows.size(); ++i) {
        if (!s.looks[i].ready)
            continue;
        const QRectF& rect = s.plan.rows[shown++];
        drawDescriptor(s.p, descriptorId(s, i), rect, s.looks[i], s.scan);
        s.p.boxes[s.looks[i].file] = rect;
    }
}

void grid(Set& s)
{
    s.p.items.push_back({s.id,
                         Role::Container,
                         Rect{s.plan.grid.area.adjusted(-5, -5, 2, 2), 6},
                         {s.p.theme().surface},
                         {s.p.theme().line, s.p.theme().strokeWidth},
                         gridAccessible(s)});
    cells(s);
    gaps(s);
    readyDots(s);
    readyRows(s);
}

/// Where the scan is: above the first descriptor when it begins, below the last one when it is through. The
/// picture's movement from one to the other is the scan.
void cursor(Set& s)
{
    const std::optional<double> place = s.thread ? scanPlace(s.p, *s.thread) : std::nullopt;
    if (!place || s.looks.empty())
        return;
    QRectF first = s.plan.grid.area, last = first;
    if (s.plan.form == Form::Rows) {
        first = s.plan.rows.front();
        last = s.plan.rows.back();
    }
    constexpr double height = 4;
    const QRectF at(*place > 0 ? last.left() : first.left(),
                    *place > 0 ? last.bottom() + 1 : first.top() - height - 1, last.width(), height);
    s.p.items.push_back({s.id + QStringLiteral("/cursor"),
                         Role::Decoration,
                         Rect{at, height / 2},
                         {s.p.theme().mark(s.scan)},
                         {},
                         {}});
}

} // namespace

void drawDescriptors(Picture& p, const Group& group, const GroupPlan& plan, std::size_t index)
{
    const ThreadView* thread = p.thread(group.poller);
    Set set{p,
            group,
            plan.descriptors,
            QStringLiteral("iomux/set/%1").arg(index),
            thread,
            looksOf(p, group, thread),
            p.color(thread ? thread->poll.model : PollModel::None)};
    if (!p.plan.bands)
        heading(set);
    if (plan.descriptors.form == Form::Rows)
        rows(set);
    else
        grid(set);
    cursor(set);
}

} // namespace il::iomux
