// The cores: who runs, why an idle one is idle.
#include "gil/picture.h"
#include "gil/texts.h"

#include <algorithm>

namespace il::gil {

using namespace scene;
using trace::ThreadId;

namespace {

constexpr double roomyHeight = 140; ///< from here on a core has its name above the chip, else beside it

ElementId coreId(std::size_t core)
{
    return QStringLiteral("gil/core/%1").arg(core);
}

QString coreName(const Picture& p, std::size_t core)
{
    return p.words("Core %1").arg(core);
}

bool holds(const Picture& p, ThreadId thread)
{
    return p.model != Model::None && holdsGil(p.input.view, thread);
}

/// The frame of a core; returns where its chip and words go.
QRectF frame(Picture& p, std::size_t core, const QRectF& rect, const QString& says, bool idle)
{
    const ThreadId thread = p.seating.cores[core];
    BoxStyle style;
    style.soft = true;
    style.dashed = idle;
    if (!idle && (p.model == Model::None || holds(p, thread)))
        style.outline = p.theme().mark(p.color(thread));
    const QString name = coreName(p, core);
    const bool roomy = rect.height() >= roomyHeight;
    QRectF inner = box(p.items, coreId(core), rect, roomy ? name : QString(), p.theme(), says, style);
    if (roomy)
        return inner;
    const double longest = textWidth(coreName(p, 10), type::small); // the same form for all of them
    const bool full = longest <= rect.width() * 0.34;
    const QString shown = full ? name : QString::number(core);
    const double width = textWidth(shown, type::small) + 2;
    const double titleHeight = std::min(26.0, rect.height() - 4);
    label(p.items, coreId(core) + QStringLiteral("/title"),
          {rect.left() + 12, rect.top() + 6, width, titleHeight}, shown, type::small,
          p.theme().readable(p.theme().ink2));
    return rect.adjusted(20 + width, 4, -12, -4);
}

/// The narrowest width up to `width` in which `text` takes no more lines than in `width`: no line has one
/// word only.
double balancedWidth(const QString& text, const Font& font, double width)
{
    constexpr int many = 9;
    const auto lines = wrap(text, font, width, many).size();
    double best = width;
    for (double narrower = width; narrower > width / 2; narrower -= 8) {
        if (wrap(text, font, narrower, many).size() > lines)
            break;
        best = narrower;
    }
    return best;
}

void idleCore(Picture& p, std::size_t core, const QRectF& rect)
{
    const QString words = idleText(p.input.words, p.seating.idle);
    const QRectF inner = frame(p, core, rect, coreName(p, core) + QStringLiteral(": ") + words, true);
    const int lines = std::max(1, static_cast<int>(inner.height() / 25));
    const auto linesIn = [&](double width) { return wrap(words, type::note, width, lines + 1).size(); };
    const QString shown = linesIn(inner.width()) <= lines ? words : idleShort(p.input.words, p.seating.idle);
    // Rather two lines in the middle than one from edge to edge.
    const double most = inner.width() * 0.8;
    const double width = balancedWidth(shown, type::note, linesIn(most) <= lines ? most : inner.width());
    paragraph(p.items, coreId(core) + QStringLiteral("/idle"),
              {inner.center().x() - width / 2, inner.top(), width, inner.height()}, shown, type::note,
              p.theme().readable(p.theme().ink2), Qt::AlignHCenter | Qt::AlignVCenter);
}

QSizeF chipSize(const QRectF& room)
{
    const double width = std::clamp(room.width() - 56, 52.0, 136.0);
    return {width, std::clamp(std::min(room.height() * 0.8, width * 0.47), 26.0, 64.0)};
}

void underChip(Picture& p, std::size_t core, const QRectF& rect)
{
    const ThreadId thread = p.seating.cores[core];
    const auto& gil = gilOf(p.input.view, thread);
    if (gil.dropRequested && holds(p, thread)) {
        const QString text = p.words("drop request");
        const double width = std::min(pillWidth(text, type::small), rect.width());
        pill(p.items, QStringLiteral("gil/request/badge"),
             {rect.center().x() - width / 2, rect.top() + 1, width, 30}, text, type::small,
             p.color(gil.requester), p.theme());
        return;
    }
    const QString text = runningText(p.input, p.model, thread);
    if (textWidth(text, type::note) <= rect.width())
        label(p.items, coreId(core) + QStringLiteral("/text"), rect, text, type::note,
              p.theme().readable(p.theme().ink2), Qt::AlignCenter);
}

void busyCore(Picture& p, std::size_t core, const QRectF& rect)
{
    const ThreadId thread = p.seating.cores[core];
    const ThreadLook look = threadLook(p.input.trace, p.input.view, thread, p.input.words);
    const QRectF inner =
        frame(p, core, rect, coreName(p, core) + QStringLiteral(": ") + look.accessible, false);
    const bool words = p.model != Model::None && inner.height() >= 76;
    const QRectF room = words ? inner.adjusted(0, 0, 0, -36) : inner;
    const QSizeF size = chipSize(room);
    p.chip(thread, {room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, size.width(),
                    size.height()});
    if (words)
        underChip(p, core, {inner.left(), inner.bottom() - 34, inner.width(), 32});
}

void moreCores(Picture& p, const QRectF& rect, std::size_t hidden)
{
    BoxStyle style;
    style.dashed = true;
    const QString text = p.words("+%1 cores").arg(hidden);
    box(p.items, QStringLiteral("gil/core/more"), rect, {}, p.theme(), text, style);
    label(p.items, QStringLiteral("gil/core/more/text"), rect.adjusted(6, 0, -6, 0), text, type::note,
          p.theme().readable(p.theme().ink2), Qt::AlignCenter);
}

} // namespace

void drawCores(Picture& p)
{
    const std::size_t places = p.plan.cores.size();
    const bool all = p.seating.cores.size() <= places;
    const std::size_t shown = all ? p.seating.cores.size() : places - 1;
    for (std::size_t core = 0; core < shown; ++core) {
        if (p.seating.cores[core] == trace::noThread)
            idleCore(p, core, p.plan.cores[core]);
        else
            busyCore(p, core, p.plan.cores[core]);
    }
    if (!all)
        moreCores(p, p.plan.cores.back(), p.seating.cores.size() - shown);
}

} // namespace il::gil
