// What has come of the tasks: a cell for each, in order of submission, or a place for each in order of
// completion.
#include "pool/picture.h"
#include "pool/texts.h"

#include "trace/census.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

using namespace scene;
using trace::TaskId;

namespace {

enum Form : std::size_t { Ordered, Plain, Small, Blank, Square };
constexpr double leastSquare = 4.5, mostSquare = 20;
constexpr CellForm ordered{96, 44, 140, 62, 10}, plain{56, 32, 110, 50, 8}, blank{30, 28, 60, 36, 6};

/// As wide as the widest of the results that there will ever be: either all of them can be read or none, and
/// no cell changes its size.
CellForm smallFor(const Picture& p, const Pool& pool)
{
    double widest = 0;
    for (const TaskId task : pool.tasks)
        widest = std::max(widest, textWidth(p.text(p.input.trace.census().taskResults[task]), type::small));
    const double width = std::max(blank.minWidth, std::ceil(widest) + 8);
    return {width, 26, std::max(width, blank.maxWidth), blank.maxHeight, 5};
}

struct Sized {
    Form form;
    Cells cells;
};

Sized sizedFor(const Picture& p, const Pool& pool, const QRectF& area)
{
    const std::size_t count = pool.tasks.size();
    Cells cells = cellsFor(area, count, {ordered, plain, blank}, Filling::ManyColumns);
    if (cells.hidden > 0)
        return {Square, squaresFor(area, count, leastSquare, mostSquare)};
    if (cells.form < Small)
        return {static_cast<Form>(cells.form), std::move(cells)};
    Cells readable = cellsFor(area, count, {smallFor(p, pool)}, Filling::ManyColumns);
    return readable.hidden > 0 ? Sized{Blank, std::move(cells)} : Sized{Small, std::move(readable)};
}

struct Cell {
    Picture& p;
    TaskId task;
    Fate fate;
    ElementId id;
    QRectF rect;

    const trace::TaskView& view() const { return p.input.view.tasks[task]; }
    QString result() const { return p.text(view().result); }
};

bool isByCompletion(const Picture& p)
{
    return p.input.variant == "completion";
}

/// Whose results have cells, and in which order.
std::vector<TaskId> shownTasks(const Picture& p, const Pool& pool)
{
    if (!isByCompletion(p))
        return pool.tasks;
    const auto orderOf = [&](TaskId task) { return p.input.view.tasks[task].order; };
    std::vector<TaskId> finished = pool.tasks;
    std::erase_if(finished, [&](TaskId task) { return orderOf(task) == 0; });
    std::sort(finished.begin(), finished.end(), [&](TaskId a, TaskId b) { return orderOf(a) < orderOf(b); });
    return finished;
}

/// Where the next results will come.
void place(Picture& p, const ElementId& id, const QRectF& rect, Form form)
{
    const Theme& theme = p.theme();
    const Fill fill{form == Square ? theme.soft : theme.surface};
    const Stroke stroke = form == Square ? Stroke{} : Stroke{theme.line, theme.strokeWidth, true};
    p.items.push_back({id, form == Square ? Role::Decoration : Role::Container,
                       Rect{rect, form == Square ? 2.0 : 6.0}, fill, stroke,
                       p.words("a result still to come")});
}

bool isWrong(Fate fate)
{
    return fate == Fate::Failed || fate == Fate::Lost;
}

struct Paint {
    Fill fill;
    Stroke stroke;
};

/// Gold and filled once the result is back where it was asked for; the worker's colour and hollow until then.
Paint paintOf(const Cell& c)
{
    const Theme& theme = c.p.theme();
    const double width = theme.strokeWidth;
    const QColor worker = c.view().worker == trace::noThread ? theme.ink2 : c.p.color(c.view().worker);
    switch (c.fate) {
    case Fate::Absent:
        return {{theme.surface}, {theme.line, width, true}};
    case Fate::Waiting:
        return {{theme.surface}, {theme.line, width}};
    case Fate::Running:
        return {{theme.surface}, {theme.mark(worker), width + 0.5, true}};
    case Fate::Finished:
        return {{theme.surface}, {theme.mark(worker), width + 0.5}};
    case Fate::Collected:
        return {{theme.tint(theme.gold)}, {theme.mark(theme.gold), width + 0.5}};
    case Fate::Failed:
        return {{theme.tint(theme.bad)}, {theme.mark(theme.bad), width + 0.5}};
    case Fate::Lost:
        return {{theme.surface}, {theme.mark(theme.bad), width + 0.5, true}};
    case Fate::Cancelled:
        return {{theme.soft}, {theme.mark(theme.ink2), width, true}};
    }
    return {};
}

QString accessible(const Cell& c)
{
    QString says = c.p.words("%1: %2").arg(c.p.taskName(c.task), fateText(c.p, c.fate));
    if (c.view().order > 0)
        says += c.p.words(", %1, finished as number %2").arg(c.result()).arg(c.view().order);
    return says;
}

void frame(Cell& c, double radius)
{
    const bool marked = c.fate != Fate::Absent && c.fate != Fate::Waiting;
    const Role role = marked ? Role::Data : Role::Container;
    const Paint paint = paintOf(c);
    c.p.items.push_back({c.id, role, Rect{c.rect, radius}, paint.fill, paint.stroke, accessible(c)});
}

/// How much of its square a task fills, so that colours alone don't tell how far it is.
double share(Fate fate)
{
    return fate == Fate::Running ? 0.4 : fate == Fate::Finished ? 0.7 : 1;
}

/// Too small for an outline: one flat colour.
void square(Cell& c)
{
    const Theme& theme = c.p.theme();
    const Paint paint = paintOf(c);
    const bool nothing = c.fate == Fate::Absent || c.fate == Fate::Waiting || c.fate == Fate::Cancelled;
    // High contrast has black hairlines.
    const QColor empty =
        theme.id == ThemeId::HighContrast ? mixed(theme.surface, theme.line, 0.2) : theme.line;
    const QColor color = nothing ? empty : c.fate == Fate::Lost ? theme.bad : paint.stroke.color;
    const double cut = c.rect.width() * (1 - share(c.fate)) / 2;
    c.p.items.push_back(
        {c.id, Role::Decoration, Rect{c.rect.adjusted(cut, cut, -cut, -cut), 2}, {color}, {}, {}});
}

void sign(Cell& c, const QRectF& square)
{
    const Symbol symbol = c.fate == Fate::Lost        ? Symbol::Warning
                          : c.fate == Fate::Failed    ? Symbol::Cross
                          : c.fate == Fate::Cancelled ? Symbol::Cross
                                                      : Symbol::Check;
    const Theme& theme = c.p.theme();
    const QColor color = isWrong(c.fate)             ? theme.bad
                         : c.fate == Fate::Cancelled ? theme.ink2
                         : c.fate == Fate::Collected ? theme.gold
                                                     : theme.ink2;
    icon(c.p.items, c.id + QStringLiteral("/sign"), square, symbol, theme.readable(color),
         fateText(c.p, c.fate));
}

bool hasSign(Fate fate)
{
    return isWrong(fate) || fate == Fate::Cancelled;
}

QRectF middle(const QRectF& rect, double side)
{
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

/// The value in the middle, the order of completion small beside it.
void withValue(Cell& c, bool order)
{
    frame(c, 10);
    const double side = std::min(24.0, c.rect.height() - 12);
    if (hasSign(c.fate))
        return sign(c, middle(c.rect, side));
    if (c.fate != Fate::Finished && c.fate != Fate::Collected)
        return label(c.p.items, c.id + QStringLiteral("/value"), c.rect.adjusted(6, 0, -6, 0),
                     QStringLiteral("·"), type::code, c.p.quiet(), Qt::AlignCenter);
    QRectF room = c.rect.adjusted(6, 0, -6, 0);
    if (order) {
        const QString number = isByCompletion(c.p)
                                   ? QStringLiteral("#%1").arg(c.p.input.trace.tasks()[c.task].number)
                                   : QStringLiteral("%1.").arg(c.view().order);
        const double width = std::ceil(textWidth(number, type::small)) + 1;
        label(c.p.items, c.id + QStringLiteral("/order"),
              {room.right() - width, room.bottom() - 26, width, 24}, number, type::small, c.p.quiet(),
              Qt::AlignRight | Qt::AlignVCenter);
        room.setRight(room.right() - width - 2);
    }
    const QString value = c.result();
    if (value.isEmpty() || textWidth(value.left(3), type::code) > room.width())
        return sign(c, middle(room, side));
    label(c.p.items, c.id + QStringLiteral("/value"), room, value, type::code, c.p.theme().ink,
          Qt::AlignCenter);
}

void draw(Cell& c, Form form)
{
    if (form == Ordered || form == Plain)
        return withValue(c, form == Ordered);
    if (form == Square)
        return square(c);
    frame(c, 6);
    if (hasSign(c.fate))
        return sign(c, middle(c.rect, std::min(20.0, c.rect.height() - 6)));
    const bool known = c.fate == Fate::Finished || c.fate == Fate::Collected;
    if (known && form == Small)
        label(c.p.items, c.id + QStringLiteral("/value"), c.rect.adjusted(2, 0, -2, 0), c.result(),
              type::small, c.p.theme().ink, Qt::AlignCenter);
}

QString statusText(const Picture& p, const Tally& tally, std::size_t tasks)
{
    QStringList parts{p.words("%1 of %2 done").arg(tally.finished).arg(tasks)};
    if (tally.failed > 0)
        parts << p.words("%1 failed").arg(tally.failed);
    if (tally.cancelled > 0)
        parts << p.words("%1 cancelled").arg(tally.cancelled);
    if (tally.lost > 0)
        parts << p.words("%1 lost").arg(tally.lost);
    return parts.join(p.words(", "));
}

} // namespace

void drawResults(Picture& p, const Pool& pool, const Standing& standing, const Band& band)
{
    const QString title = isByCompletion(p) ? p.words("Results by completion") : p.words("Results");
    label(p.items, band.id + QStringLiteral("/results/title"), band.resultsTitle, title,
          fitted(title, type::heading, band.resultsTitle.width(), minTextPx), p.quiet());
    const auto [form, cells] = sizedFor(p, pool, band.results);
    const std::vector<TaskId> tasks = shownTasks(p, pool);
    for (std::size_t i = 0; i < cells.rects.size(); ++i) {
        if (cells.hidden > 0 && i + 1 == cells.rects.size())
            break; // the line below says how many there are
        if (i >= tasks.size()) {
            place(p, band.id + QStringLiteral("/place/%1").arg(i), cells.rects[i], form);
            continue;
        }
        Cell cell{p, tasks[i], fateOf(p.input.view, tasks[i]), QStringLiteral("pool/result/%1").arg(tasks[i]),
                  cells.rects[i]};
        draw(cell, form);
    }
    const QString status = statusText(p, standing.tally, pool.tasks.size());
    const bool wrong = standing.tally.failed > 0 || standing.tally.lost > 0;
    label(p.items, band.id + QStringLiteral("/results/status"), band.status, status,
          fitted(status, type::note, band.status.width(), minTextPx), wrong ? p.bad() : p.quiet());
}

} // namespace il::pool
