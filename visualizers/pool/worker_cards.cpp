// The workers: who they are, what each does, how far it is, and whose GIL they need.
#include "pool/picture.h"
#include "pool/texts.h"

#include "trace/census.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

using namespace scene;
using trace::ThreadId;

namespace {

enum Form : std::size_t { Rich, Medium, Small, Tile };
/// From rich to plain; one wide column rather than two narrow ones.
const std::vector<CellForm>& forms()
{
    static const std::vector<CellForm> all{{380, 64, 620, 92, 12},
                                           {380, 50, 620, 64, 8},
                                           {214, 54, 420, 76, 10},
                                           {128, 40, 260, 52, 8},
                                           {50, 28, 110, 40, 4}};
    return all;
}
constexpr Form formOf[] = {Rich, Medium, Medium, Small, Tile};
constexpr Font restFont{FontFamily::Sans, 17, 600};
constexpr double codeLeading = 1.33; ///< a code line's height in letter sizes
constexpr double smallWords = 80;    ///< a small card has words from here on
constexpr QSizeF chipSizes[] = {{132, 56}, {84, 40}, {62, 32}, {0, 0}};

/// One worker's card while it is drawn.
struct Card {
    Picture& p;
    const Pool& pool;
    Worker worker;
    ElementId id;
    Form form;

    ElementId part(const char* name) const { return id + QLatin1Char('/') + QLatin1String(name); }
    const trace::View& view() const { return p.input.view; }
    bool dead() const { return worker.doing == Doing::Died; }
    int tasksDone() const
    {
        return worker.thread < view().threads.size()
                   ? static_cast<int>(view().threads[worker.thread].tasksDone)
                   : 0;
    }
};

ThreadLook lookOf(const Card& c, bool full)
{
    ThreadLook look = threadLook(c.p.input.trace, c.view(), c.worker.thread, c.p.input.words);
    look.label = c.p.workerName(c.worker.thread, full);
    if (c.worker.doing == Doing::NotCreated)
        look.state = trace::ThreadState::New;
    look.accessible = look.label + QStringLiteral(", ") + workerText(c.p, c.worker) + QStringLiteral(", ") +
                      c.p.input.words.translate("Pool", "%n task(s) done", nullptr, c.tasksDone());
    return look;
}

/// The golden key on the chip of who holds the GIL of its process.
void key(Card& c, const QRectF& chip)
{
    if (!c.p.input.trace.hasGil() || c.worker.thread >= c.view().threads.size())
        return;
    const trace::ProcessId process = c.view().threads[c.worker.thread].process;
    if (c.view().gil(process).holder != c.worker.thread)
        return;
    const double size = chip.height() * 0.72, rim = size / 2 + 3;
    const QPointF centre(chip.right() + 7, chip.center().y());
    const ElementId id = c.pool.processes ? c.part("key") : QStringLiteral("pool/%1/key").arg(c.pool.id);
    c.p.items.push_back({id + QLatin1String("/rim"),
                         Role::Decoration,
                         Ellipse{{centre.x() - rim, centre.y() - rim, 2 * rim, 2 * rim}},
                         {c.p.theme().surface},
                         {},
                         {}});
    keyBadge(c.p.items, id, centre, size, c.p.theme(),
             c.p.words("%1 holds the GIL").arg(c.p.workerName(c.worker.thread, true)));
}

void chip(Card& c, const QRectF& rect)
{
    threadChip(c.p.items, QStringLiteral("thread/%1/chip").arg(c.worker.thread), rect,
               lookOf(c, c.form == Rich), c.p.theme());
    if (c.form == Rich || c.form == Medium)
        key(c, rect);
}

void progress(Card& c, const QRectF& rect)
{
    const double fraction = progressOf(c.p.input, c.worker.task);
    progressBar(c.p.items, c.part("progress"), rect, fraction, c.p.color(c.worker.thread), c.p.theme(),
                c.p.words("%1 % of %2")
                    .arg(QString::number(static_cast<int>(fraction * 100)), c.p.taskName(c.worker.task)));
}

/// At the right of the row: how many it has done; returns what is left of the row.
QRectF doneCount(Card& c, const QRectF& row, bool words)
{
    if (c.worker.doing == Doing::NotCreated)
        return row;
    const QString text =
        words ? c.p.words("%1 done").arg(c.tasksDone()) : QStringLiteral("%1").arg(c.tasksDone());
    const double width = std::ceil(textWidth(text, type::small)) + 1;
    label(c.p.items, c.part("done"), {row.right() - width, row.top(), width, row.height()}, text, type::small,
          c.p.quiet(), Qt::AlignRight | Qt::AlignVCenter);
    return row.adjusted(0, 0, -width - 8, 0);
}

/// What it works on, or its state in words.
void says(Card& c, const QRectF& row)
{
    if (c.worker.doing != Doing::Working) {
        const QString text = workerText(c.p, c.worker);
        label(c.p.items, c.part("state"), row, text, fitted(text, type::note, row.width(), minTextPx),
              c.dead() ? c.p.bad() : c.p.quiet());
        return;
    }
    QRectF words = row;
    if (c.worker.rest > 0) {
        const QString rest = QStringLiteral("+%1").arg(c.worker.rest);
        const double width = std::ceil(textWidth(rest, restFont)) + 1;
        const double name =
            std::min(std::ceil(textWidth(c.p.taskName(c.worker.task), type::code)) + 10, row.width() - width);
        label(c.p.items, c.part("rest"), {row.left() + name, row.top(), width, row.height()}, rest, restFont,
              c.p.quiet());
        words.setWidth(name - 4);
    }
    const QString name = c.p.taskName(c.worker.task);
    Font font = type::code;
    font.px = std::clamp(std::floor(row.height() / codeLeading), minTextPx, font.px);
    label(c.p.items, Picture::taskElement(c.worker.task), words, name,
          fitted(name, font, words.width(), minTextPx), c.p.theme().ink);
}

/// Chip at the left, two rows beside it.
void withRows(Card& c, const QRectF& rect)
{
    const QSizeF size = chipSizes[c.form];
    const double chipHeight = std::min(size.height(), rect.height() - 16);
    const double inset = c.form == Rich ? 16 : 10;
    const QRectF place(rect.left() + inset, rect.center().y() - chipHeight / 2, size.width(), chipHeight);
    chip(c, place);
    const double keyRoom = c.form == Rich ? 28 : 22;
    const QRectF right(place.right() + keyRoom + 6, rect.top() + 6,
                       rect.right() - inset - place.right() - keyRoom - 6, rect.height() - 12);
    const bool working = c.worker.doing == Doing::Working;
    const double barHeight = c.form == Rich ? 12 : 9;
    QRectF row(right.left(), right.top(), right.width(), right.height() - (working ? barHeight + 6 : 0));
    row = doneCount(c, row, c.form == Rich);
    says(c, row);
    if (working)
        progress(c, {right.left(), right.bottom() - barHeight - 2, right.width(), barHeight});
}

/// Chip, bar, number done; the task's name where there is room for it.
void small(Card& c, const QRectF& rect)
{
    const QSizeF size = chipSizes[Small];
    const QRectF place(rect.left() + 5, rect.center().y() - size.height() / 2, size.width(), size.height());
    chip(c, place);
    QRectF right(place.right() + 8, rect.top() + 4, rect.right() - 8 - place.right() - 8, rect.height() - 8);
    if (c.dead()) {
        icon(c.p.items, c.part("dead"), {right.left(), right.center().y() - 11, 22, 22}, Symbol::Cross,
             c.p.bad(), workerText(c.p, c.worker));
        return;
    }
    const bool working = c.worker.doing == Doing::Working;
    const QRectF row = doneCount(c, right.adjusted(0, 0, 0, working ? -10 : 0), false);
    if (row.width() >= smallWords)
        says(c, row);
    if (working)
        progress(c, {right.left(), right.bottom() - 8, right.width(), 7});
}

void draw(Card& c, const QRectF& rect)
{
    if (c.form == Tile)
        return chip(c, rect);
    BoxStyle style;
    style.soft = true;
    style.dashed = c.worker.doing == Doing::NotCreated || c.worker.doing == Doing::Ended;
    if (c.dead())
        style.outline = c.p.theme().mark(c.p.theme().bad);
    else if (!style.dashed)
        style.outline = c.p.theme().mark(c.p.color(c.worker.thread));
    box(c.p.items, c.id, rect, {}, c.p.theme(), lookOf(c, true).accessible, style);
    c.form == Small ? small(c, rect) : withRows(c, rect);
}

/// Around the workers of a pool of threads: one process, one GIL.
QRectF processFrame(Picture& p, const Band& band)
{
    const bool gil = p.input.trace.hasGil();
    BoxStyle style;
    style.outline = gil ? p.theme().mark(p.theme().gold) : p.theme().mark(p.theme().ink2);
    const QString says = gil ? p.words("one process: its threads share one GIL")
                             : p.words("one process without a GIL: its threads run in parallel");
    box(p.items, band.id + QStringLiteral("/process"), band.workers, {}, p.theme(), says, style);
    return band.workers.adjusted(10, 10, -10, -10);
}

/// "4 processes, a GIL each".
QString crewText(const Picture& p, const Pool& pool)
{
    const Words& words = p.input.words;
    const int n = static_cast<int>(pool.places.size());
    if (pool.processes)
        return p.input.trace.hasGil() ? words.translate("Pool", "%n process(es), a GIL each", nullptr, n)
                                      : words.translate("Pool", "%n process(es)", nullptr, n);
    return p.input.trace.hasGil() ? words.translate("Pool", "%n thread(s), one GIL", nullptr, n)
                                  : words.translate("Pool", "%n thread(s), no GIL", nullptr, n);
}

QString title(const Picture& p, const Pool& pool)
{
    const QString name = p.text(p.input.trace.objects()[pool.id].name);
    return name.isEmpty() ? crewText(p, pool) : p.words("%1: %2").arg(name, crewText(p, pool));
}

} // namespace

void drawWorkers(Picture& p, const Pool& pool, const Standing& standing, const Band& band)
{
    label(p.items, band.id + QStringLiteral("/workers/title"), band.workersTitle, title(p, pool),
          fitted(title(p, pool), type::heading, band.workersTitle.width(), minTextPx), p.quiet());
    const QRectF area = pool.processes ? band.workers : processFrame(p, band);
    const Cells cells = cellsFor(area, standing.workers.size(), forms());
    for (std::size_t i = 0; i < cells.rects.size(); ++i) {
        if (cells.hidden > 0 && i + 1 == cells.rects.size()) {
            label(p.items, band.id + QStringLiteral("/workers/more"), cells.rects[i],
                  QStringLiteral("+%1").arg(cells.hidden), type::strong, p.theme().ink, Qt::AlignCenter);
            break;
        }
        Card card{p, pool, standing.workers[i], band.id + QStringLiteral("/worker/%1").arg(i),
                  formOf[cells.form]};
        draw(card, cells.rects[i]);
    }
    const double bottom = cells.rects.empty() ? area.bottom() : cells.rects.back().bottom();
    const double y = (band.workers.top() + bottom) / 2;
    if (standing.tally.finished > 0)
        arrow(p.items, band.id + QStringLiteral("/out"),
              {{band.arrowOut.left() + 8, y}, {band.arrowOut.right() - 8, y}}, p.quiet(),
              p.words("results go back to who asked for them"));
}

} // namespace il::pool
