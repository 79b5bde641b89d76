// The shared variables: their values, big, and the updates that were lost.
#include "mutex/picture.h"
#include "mutex/texts.h"

#include <algorithm>

namespace il::mutex {

using namespace scene;
using trace::VariableId;

namespace {

constexpr double roomyHeight = 116; ///< from here on with the last writer
constexpr double lowHeight = 84;    ///< below it the value is at the left, under the name

bool lostNow(const Picture& p, VariableId variable)
{
    return std::any_of(p.accesses.begin(), p.accesses.end(),
                       [&](const Access& access) { return access.variable == variable && access.lost; });
}

QString accessible(const Picture& p, VariableId variable)
{
    const auto& state = p.input.view.variables[variable];
    const QString text =
        p.words("%1 is %2").arg(variableName(p.input.trace, variable), valueText(p.input.trace, state.value));
    return state.lostUpdates == 0 ? text : text + p.words(", %1 updates lost").arg(state.lostUpdates);
}

/// Top right: how many updates were lost so far. Returns the width it takes.
double lostPill(Picture& p, VariableId variable, const ElementId& id, const QRectF& inner)
{
    const auto& state = p.input.view.variables[variable];
    if (state.lostUpdates == 0)
        return 0;
    const bool now = lostNow(p, variable);
    const QString text = now ? p.words("update lost") : p.words("%1 lost").arg(state.lostUpdates);
    const double width = std::min(pillWidth(text, type::small), inner.width() * 0.6);
    pill(p.items, id + QStringLiteral("/lost"), {inner.right() - width, inner.top(), width, 30}, text,
         type::small, p.theme().bad, p.theme(), now);
    return width + 10;
}

void value(Picture& p, VariableId variable, const ElementId& id, const QRectF& rect, Qt::Alignment align)
{
    const auto& state = p.input.view.variables[variable];
    const QString text = state.written ? valueText(p.input.trace, state.value) : QStringLiteral("–");
    const Font biggest{FontFamily::Sans, std::clamp(rect.height() * 0.8, minCodePx, 64.0), 700};
    const Font font = fitted(text, biggest, rect.width(), minCodePx);
    p.items.push_back({id + QStringLiteral("/value"),
                       Role::Data,
                       Text{rect, elide(text, font, rect.width()), font, align},
                       {p.theme().ink},
                       {},
                       accessible(p, variable)});
}

QString writtenBy(const Picture& p, VariableId variable)
{
    const auto& state = p.input.view.variables[variable];
    if (!state.written || state.lastWriter == trace::noThread)
        return p.words("not written yet");
    return p.words("written by %1").arg(threadLabel(p.input.trace, state.lastWriter));
}

void drawVariable(Picture& p, VariableId variable, const QRectF& rect)
{
    const ElementId id = QStringLiteral("mutex/variable/%1").arg(variable);
    BoxStyle style;
    style.role = Role::Object;
    style.outline = lostNow(p, variable) ? p.theme().bad : p.theme().ink;
    box(p.items, id, rect, {}, p.theme(), accessible(p, variable), style);

    const QString name = variableName(p.input.trace, variable);
    const bool roomy = rect.height() >= roomyHeight, low = rect.height() < lowHeight;
    const QRectF inner = low ? rect.adjusted(16, 4, -16, -4) : rect.adjusted(18, 12, -18, -10);
    const double nameHeight = low ? 27 : 30;
    const double pillRoom = lostPill(p, variable, id, inner);
    label(p.items, id + QStringLiteral("/name"),
          {inner.left(), inner.top(), inner.width() - pillRoom, nameHeight}, name, type::code, p.quiet());
    value(p, variable, id, inner.adjusted(0, nameHeight, 0, roomy ? -30 : 0),
          low ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    if (!roomy)
        return;
    label(p.items, id + QStringLiteral("/writer"), {inner.left(), inner.bottom() - 28, inner.width(), 28},
          writtenBy(p, variable), type::small, p.quiet(), Qt::AlignCenter);
}

} // namespace

void drawVariables(Picture& p)
{
    for (const auto& [variable, rect] : p.plan.variables)
        drawVariable(p, variable, rect);
}

} // namespace il::mutex
