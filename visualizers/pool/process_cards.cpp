// Processes without a pool: a card for each, arrows from parents to children.
#include "pool/picture.h"
#include "pool/texts.h"
#include "pool/tree.h"
#include "scene/text.h"

#include "trace/census.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

using namespace scene;
using trace::ProcessId;
using trace::ProcessState;

namespace {

/// One process's card while it is drawn.
struct Card {
    Picture& p;
    ProcessId process;
    ElementId id;
    NodeForm form;
    bool inGrid; ///< no arrow tells whose child it is

    ElementId part(const char* name) const { return id + QLatin1Char('/') + QLatin1String(name); }
    const trace::ProcessView& view() const { return p.input.view.processes[process]; }
    const trace::ProcessInfo& info() const { return p.input.trace.processes()[process]; }
    trace::ThreadId main() const
    {
        const auto& mains = p.input.trace.census().mains;
        return process < mains.size() ? mains[process] : trace::noThread;
    }
    bool failed() const { return ended() && view().exitCode != 0; }
    bool ended() const
    {
        return view().state == ProcessState::Zombie || view().state == ProcessState::Reaped;
    }
};

QString stateWords(const Card& c)
{
    switch (c.view().state) {
    case ProcessState::Absent:
        return c.p.words("not created");
    case ProcessState::Running:
        return c.p.words("running");
    case ProcessState::Zombie:
        return c.process == 0 ? c.p.words("ended") : c.p.words("zombie");
    case ProcessState::Reaped:
        return c.process == 0 ? c.p.words("ended") : c.p.words("reaped");
    }
    return {};
}

/// The state with what belongs to it: "zombie, exit code 3".
QString fullState(const Card& c)
{
    QString text = stateWords(c);
    if (c.ended())
        text += c.p.words(", ") + exitText(c.p, c.view().exitCode);
    return text;
}

QString pidText(const Card& c)
{
    return QStringLiteral("pid %1").arg(c.info().pid);
}

/// What fork returned to whom; whose child it is.
QString origin(const Card& c)
{
    const auto pid = c.info().pid;
    if (c.process == 0)
        return c.p.words("runs the script");
    if (c.view().orphan)
        return c.p.words("orphan: its parent is now pid %1").arg(c.view().parentPid);
    if (c.info().start == trace::StartMethod::Fork)
        return c.p.words("fork(): 0 here, %1 in the parent").arg(pid);
    return c.p.words("a fresh interpreter, started by spawn");
}

QString details(const Card& c)
{
    if (c.view().state == ProcessState::Running && c.view().signal != 0)
        return c.p.words("%1 was sent, it still runs").arg(signalName(c.p, c.view().signal));
    QStringList parts;
    const std::uint32_t pages = c.info().pages;
    if (c.info().start == trace::StartMethod::Fork && pages > 0 && !c.ended())
        parts << c.p.words("%1 of %2 pages copied").arg(c.view().pagesCopied).arg(pages);
    if (c.view().descriptors > 0 && !c.ended())
        parts << c.p.input.words.translate("Pool", "%n descriptor(s) opened", nullptr,
                                           static_cast<int>(c.view().descriptors));
    if (c.view().state == ProcessState::Zombie && c.process != 0)
        parts << c.p.words("ended, but nobody has waited for it yet");
    return parts.join(c.p.words(", "));
}

/// Whether some process of the run has threads besides its main one: only then is their number of interest.
bool countsThreads(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    for (std::size_t thread = 0; thread < census.processes.size(); ++thread) {
        const trace::ProcessId process = census.processes[thread];
        const trace::ThreadId main = process < census.mains.size() ? census.mains[process] : trace::noThread;
        const bool service = thread < census.services.size() && census.services[thread];
        if (main != trace::noThread && main != thread && !service)
            return true;
    }
    return false;
}

/// Threads that are alive there: after a fork only the one that called it.
QString threadsText(const Card& c)
{
    if (c.view().state != ProcessState::Running || !countsThreads(c.p.input.trace))
        return {};
    const auto& threads = c.p.input.view.threads;
    const auto alive = std::count_if(threads.begin(), threads.end(), [&](const trace::ThreadView& thread) {
        return thread.process == c.process && !thread.service && thread.state != trace::ThreadState::Done;
    });
    return c.p.input.words.translate("Pool", "%n thread(s)", nullptr, static_cast<int>(alive));
}

/// Below the state: how it ended, or else its name, that it is a daemon, and its threads, as many of these as
/// fit.
QString belowState(const Card& c, double width)
{
    if (c.ended())
        return exitText(c.p, c.view().exitCode);
    QStringList parts{c.p.text(c.info().name), c.info().daemon ? c.p.words("daemon") : QString(),
                      threadsText(c)};
    parts.removeAll(QString());
    while (parts.size() > 1 && textWidth(parts.join(c.p.words(", ")), type::small) > width)
        parts.removeFirst();
    return parts.join(c.p.words(", "));
}

QString accessible(const Card& c)
{
    QStringList parts{pidText(c), fullState(c),
                      c.info().daemon ? c.p.words("daemon: ends with its parent") : QString(),
                      threadsText(c)};
    if (c.view().state != ProcessState::Absent)
        parts << origin(c) << details(c);
    parts.removeAll(QString());
    return parts.join(c.p.words(", "));
}

ThreadLook lookOf(const Card& c, bool full)
{
    const trace::ThreadId main = c.main();
    ThreadLook look = threadLook(c.p.input.trace, c.p.input.view, main, c.p.input.words);
    look.label = full ? pidText(c) : QString::number(c.info().pid);
    if (c.view().state == ProcessState::Absent)
        look.state = trace::ThreadState::New;
    else if (c.ended())
        look.state = trace::ThreadState::Done;
    look.accessible = accessible(c);
    return look;
}

void chip(Card& c, const QRectF& rect, bool full)
{
    if (c.main() != trace::noThread)
        threadChip(c.p.items, QStringLiteral("thread/%1/chip").arg(c.main()), rect, lookOf(c, full),
                   c.p.theme());
}

QColor stateColor(const Card& c)
{
    return c.failed() ? c.p.bad() : c.view().state == ProcessState::Running ? c.p.theme().ink : c.p.quiet();
}

void line(Card& c, const char* name, const QRectF& rect, const QString& text, const Font& font,
          const QColor& color)
{
    label(c.p.items, c.part(name), rect, text, fitted(text, font, rect.width(), minTextPx), color);
}

/// Chip and state in one row, origin and details below.
void rich(Card& c, const QRectF& rect)
{
    const QRectF inner = rect.adjusted(16, 10, -16, -8);
    const bool three = inner.height() >= 106;
    const double top = three ? 54 : 48, pitch = (inner.height() - top) / 2;
    chip(c, {inner.left(), inner.top(), 124, top - 4}, true);
    const QRectF state(inner.left() + 138, inner.top() - 2, inner.width() - 138, top - 2);
    const QString below = belowState(c, state.width());
    const double half = below.isEmpty() ? state.height() : std::max(25.0, std::floor(state.height() * 0.52));
    line(c, "state", {state.left(), state.top(), state.width(), half}, stateWords(c), type::strong,
         stateColor(c));
    line(c, "below", {state.left(), state.top() + half, state.width(), state.height() - half}, below,
         type::small, c.failed() ? c.p.bad() : c.p.quiet());
    if (c.view().state == ProcessState::Absent)
        return;
    line(c, "origin", {inner.left(), inner.top() + top, inner.width(), pitch}, origin(c), type::small,
         c.p.quiet());
    line(c, "details", {inner.left(), inner.top() + top + pitch, inner.width(), pitch}, details(c),
         type::small, c.p.quiet());
}

/// In a grid: whose child it is, if not the first process's.
QString parentage(const Card& c)
{
    if (!c.inGrid || c.process == 0 || c.info().parent == 0 || c.view().state == ProcessState::Absent)
        return {};
    return c.p.words("child of %1").arg(c.view().parentPid);
}

void medium(Card& c, const QRectF& rect)
{
    const double height = std::min(40.0, rect.height() - 12);
    chip(c, {rect.left() + 10, rect.center().y() - height / 2, 84, height}, false);
    const QRectF right(rect.left() + 104, rect.top() + 4, rect.width() - 114, rect.height() - 8);
    const QString second = c.ended() ? exitText(c.p, c.view().exitCode)
                           : c.view().state == ProcessState::Running && c.view().signal != 0
                               ? signalName(c.p, c.view().signal)
                           : c.view().orphan ? c.p.words("orphan")
                           : c.info().daemon ? c.p.words("daemon")
                                             : parentage(c);
    const double half = second.isEmpty() ? right.height() : right.height() / 2;
    line(c, "state", {right.left(), right.top(), right.width(), half}, stateWords(c), type::note,
         stateColor(c));
    line(c, "second", {right.left(), right.top() + half, right.width(), right.height() - half}, second,
         type::small, c.failed() ? c.p.bad() : c.p.quiet());
}

void small(Card& c, const QRectF& rect)
{
    chip(c, {rect.left() + 5, rect.center().y() - 16, 58, 32}, false);
    const QRectF right(rect.left() + 70, rect.top() + 4, rect.width() - 76, rect.height() - 8);
    if (c.failed())
        return icon(c.p.items, c.part("failed"), {right.left(), right.center().y() - 11, 22, 22},
                    Symbol::Cross, c.p.bad(), fullState(c));
    line(c, "state", right, stateWords(c), type::small, stateColor(c));
}

void draw(Card& c, const QRectF& rect)
{
    if (c.form == NodeForm::Tile)
        return chip(c, rect, false);
    BoxStyle style;
    const bool running = c.view().state == ProcessState::Running;
    style.soft = running;
    style.dashed = !running;
    if (c.failed())
        style.outline = c.p.theme().mark(c.p.theme().bad);
    else if (running && c.main() != trace::noThread)
        style.outline = c.p.theme().mark(c.p.color(c.main()));
    box(c.p.items, c.id, rect, {}, c.p.theme(), accessible(c), style);
    if (c.form == NodeForm::Rich)
        rich(c, rect);
    else
        c.form == NodeForm::Medium ? medium(c, rect) : small(c, rect);
}

/// From the parent's side to the child's, bent in the middle between the generations.
void edge(Picture& p, const Node& parent, const Node& child)
{
    const double from = parent.rect.right() + 3, to = child.rect.left() - 4;
    const double bend = (from + to) / 2;
    const double y1 = parent.rect.center().y(), y2 = child.rect.center().y();
    std::vector<QPointF> points{{from, y1}, {bend, y1}, {bend, y2}, {to, y2}};
    if (y1 == y2)
        points = {{from, y1}, {to, y2}};
    const auto processes = p.input.trace.processes();
    arrow(p.items, QStringLiteral("pool/edge/%1").arg(child.process), std::move(points), p.quiet(),
          p.words("%1 is the parent of %2")
              .arg(QString::number(processes[parent.process].pid),
                   QString::number(processes[child.process].pid)));
}

/// Around a grid of them, with an arrow from the first process.
void children(Picture& p, const Tree& tree)
{
    const QString text = p.words("all others, by pid");
    box(p.items, QStringLiteral("pool/children"), tree.grid, {}, p.theme(), text);
    const QRectF& first = tree.nodes.front().rect;
    arrow(p.items, QStringLiteral("pool/edge/all"),
          {{first.right() + 3, first.center().y()}, {tree.grid.left() - 4, first.center().y()}}, p.quiet(),
          p.words("it and its children started them"));
}

} // namespace

void drawProcesses(Picture& p, const QRectF& area)
{
    const Tree tree = treeFor(p.input.trace, area);
    if (tree.edges)
        for (const Node& node : tree.nodes)
            if (node.parent >= 0 && p.input.view.processes[node.process].state != ProcessState::Absent &&
                !p.input.view.processes[node.process].orphan)
                edge(p, tree.nodes[static_cast<std::size_t>(node.parent)], node);
    if (!tree.edges)
        children(p, tree);
    for (const Node& node : tree.nodes) {
        const bool root = node.parent < 0 && !tree.edges;
        Card card{p, node.process, QStringLiteral("pool/process/%1").arg(node.process),
                  root ? NodeForm::Medium : tree.form, !tree.edges};
        if (!node.rect.isEmpty())
            draw(card, node.rect);
    }
    if (tree.hidden > 0)
        label(p.items, QStringLiteral("pool/process/more"), tree.more, QStringLiteral("+%1").arg(tree.hidden),
              type::strong, p.theme().ink, Qt::AlignCenter);
}

} // namespace il::pool
