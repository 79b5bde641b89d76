// The arrows of the mutex picture: what is read and written at this step, and copies that have become stale.
#include "mutex/picture.h"
#include "mutex/routes.h"
#include "mutex/texts.h"

#include <algorithm>

namespace il::mutex {

using namespace scene;
using trace::ThreadId;
using trace::VariableId;

namespace {

enum class Meaning : std::uint8_t { Read, Write, LostWrite, Stale };

struct Edge {
    ThreadId thread = trace::noThread;
    VariableId variable = 0;
    Meaning meaning = Meaning::Read;
};

bool shown(const Picture& p, ThreadId thread, VariableId variable)
{
    return p.plan.cards.count(thread) > 0 && p.plan.variables.count(variable) > 0;
}

std::vector<Edge> edges(const Picture& p)
{
    std::vector<Edge> all;
    for (const Access& access : p.accesses)
        if (shown(p, access.thread, access.variable))
            all.push_back({access.thread, access.variable,
                           access.lost    ? Meaning::LostWrite
                           : access.write ? Meaning::Write
                                          : Meaning::Read});
    for (const auto& [thread, rect] : p.plan.cards) {
        const trace::ThreadView* view = threadOf(p.input.view, thread);
        if (!view)
            continue;
        for (const trace::PrivateCopy& copy : view->copies)
            if (copy.stale && shown(p, thread, copy.variable))
                all.push_back({thread, copy.variable, Meaning::Stale});
    }
    return all;
}

QString says(const Picture& p, const Edge& edge)
{
    const QString thread = threadLabel(p.input.trace, edge.thread);
    const QString variable = variableName(p.input.trace, edge.variable);
    switch (edge.meaning) {
    case Meaning::Read:
        return p.words("%1 reads %2").arg(thread, variable);
    case Meaning::Write:
        return p.words("%1 writes %2").arg(thread, variable);
    case Meaning::LostWrite:
        return p.words("%1 writes %2: an update is lost").arg(thread, variable);
    case Meaning::Stale:
        return p.words("%1 has a stale copy of %2").arg(thread, variable);
    }
    return {};
}

void drawEdge(Picture& p, const Edge& edge, std::vector<QPointF> way)
{
    const bool wrong = edge.meaning == Meaning::Stale || edge.meaning == Meaning::LostWrite;
    ArrowStyle style;
    style.dashed = edge.meaning == Meaning::Stale;
    style.width = edge.meaning == Meaning::LostWrite ? 6 : 4; // for eyes that don't see its red
    if (edge.meaning == Meaning::Read)
        std::reverse(way.begin(), way.end());
    const char* name = edge.meaning == Meaning::Stale ? "mutex/stale/%1/%2" : "mutex/access/%1/%2";
    arrow(p.items, QString::fromLatin1(name).arg(edge.thread).arg(edge.variable), std::move(way),
          p.theme().mark(wrong ? p.theme().bad : p.color(edge.thread)), says(p, edge), style);
}

using Ways = std::vector<std::vector<QPointF>>;

bool crosses(const QRectF& rect, const Ways& ways)
{
    for (const auto& way : ways)
        for (std::size_t i = 1; i < way.size(); ++i) {
            const QRectF part = QRectF(way[i - 1], way[i]).normalized().adjusted(-10, -4, 10, 4);
            if (part.intersects(rect))
                return true;
        }
    return false;
}

/// Beside the first stale arrow that has room for it.
void warning(Picture& p, const std::vector<Edge>& all, const Ways& ways)
{
    const QString text = p.words("writing now loses an update");
    const double width = textWidth(text, type::strong) + 4, height = 28;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].meaning != Meaning::Stale)
            continue;
        const double x = ways[i].back().x(), y = p.plan.between.top() + 3;
        for (const QRectF& rect :
             {QRectF(x + 16, y, width, height), QRectF(x - 16 - width, y, width, height),
              QRectF(x + 16, y + 27, width, height), QRectF(x - 16 - width, y + 27, width, height)}) {
            if (!p.plan.between.contains(rect) || crosses(rect, ways))
                continue;
            label(p.items, QStringLiteral("mutex/warning"), rect, text, type::strong,
                  p.theme().readable(p.theme().bad));
            return;
        }
    }
}

} // namespace

void drawLinks(Picture& p)
{
    const std::vector<Edge> all = edges(p);
    std::vector<Link> links;
    for (const Edge& edge : all)
        links.push_back({p.plan.cards.at(edge.thread), p.plan.variables.at(edge.variable)});
    const Ways ways = route(links, p.plan.between, {p.plan.cardGap, p.plan.thingGap});
    for (std::size_t i = 0; i < all.size(); ++i)
        drawEdge(p, all[i], ways[i]);
    warning(p, all, ways);
}

} // namespace il::mutex
