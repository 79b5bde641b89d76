#include "scene/parts.h"

#include "trace/census.h"

#include <algorithm>
#include <array>

namespace il::scene {
namespace {

using trace::ThreadState;

/// A texture behind letters makes them hard to read: they lie on a plate of the surface's colour then.
bool needsPlate(Texture texture)
{
    return texture == Texture::Hatch || texture == Texture::CrossHatch;
}

QColor labelColor(const QColor& color, ThreadState state, const Theme& theme)
{
    if (state == ThreadState::Running)
        return theme.on(color);
    if (state == ThreadState::Done)
        return theme.readable(theme.ink2);
    return theme.ink;
}

Font chipFont(double height)
{
    return {FontFamily::Sans, std::clamp(std::round(height * 0.36), minTextPx, 24.0), 600};
}

void chipLabel(Items& out, const ElementId& id, const QRectF& rect, const ThreadLook& look,
               const Theme& theme)
{
    const Font font = fitted(look.label, chipFont(rect.height()), rect.width() - 8, minTextPx);
    label(out, id + QLatin1String("/label"), rect.adjusted(4, 0, -4, 0), look.label, font,
          labelColor(theme.thread(look.number), look.state, theme), Qt::AlignCenter);
}

void plate(Items& out, const ElementId& id, const QRectF& rect, const ThreadLook& look, const Theme& theme)
{
    const Font font = fitted(look.label, chipFont(rect.height()), rect.width() - 8, minTextPx);
    const double most = rect.width() - 6, label = std::min(textWidth(look.label, font) + 6, most);
    const double side = (rect.width() - std::max(rect.width() * 0.68, label)) / 2;
    const QRectF inner = rect.adjusted(side, rect.height() * 0.19, -side, -rect.height() * 0.19);
    out.push_back({id + QLatin1String("/plate"),
                   Role::Decoration,
                   Rect{inner, inner.height() * 0.4},
                   {theme.surface},
                   {},
                   {}});
}

/// In a disc there is less room: as large as the label needs.
void discPlate(Items& out, const ElementId& id, const QRectF& disc, const ThreadLook& look,
               const Theme& theme)
{
    const Font font = fitted(look.label, chipFont(disc.height() * 0.7), disc.width() - 8, minTextPx);
    const double width = std::clamp(textWidth(look.label, font) + 6, disc.width() * 0.5, disc.width() - 2);
    const double height = font.px + 6;
    const QRectF inner(disc.center().x() - width / 2, disc.center().y() - height / 2, width, height);
    out.push_back(
        {id + QLatin1String("/plate"), Role::Decoration, Rect{inner, height * 0.4}, {theme.surface}, {}, {}});
}

/// A pid without room for it: the end, for that is where it differs from its neighbours.
QString endOfPid(const QString& label, double width)
{
    constexpr Font font{FontFamily::Sans, minTextPx, 600};
    const bool isPid = std::all_of(label.begin(), label.end(), [](QChar c) { return c.isDigit(); });
    QString end = label;
    while (isPid && end.size() > 2 && textWidth(end, font) > width)
        end.remove(0, 1);
    return end;
}

/// The second mark of threads 7 to 12: a thin ring just inside the outline.
Item ringOf(const ElementId& id, Shape shape, const ThreadLook& look, const Theme& theme)
{
    const QColor color = theme.thread(look.number);
    const QColor ring = look.state == ThreadState::Running ? theme.on(color)
                        : look.state == ThreadState::Done  ? theme.mark(theme.ink2)
                                                           : theme.mark(color);
    return {id + QLatin1String("/ring"), Role::Decoration, std::move(shape), {}, {ring, 1.5}, {}};
}

} // namespace

QString threadLabel(std::string_view text, trace::ThreadId thread)
{
    if (thread == 0)
        return QStringLiteral("main");
    QString name = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const QString numbered = QStringLiteral("Thread-");
    if (name.startsWith(numbered))
        return QLatin1Char('T') + name.mid(numbered.size()).section(QLatin1Char(' '), 0, 0);
    if (!name.isEmpty() && name.size() <= 8)
        return name;
    return QLatin1Char('T') + QString::number(thread);
}

namespace {

/// A thread of another process than the first: "412" is its main thread, "412 T1" one of the others.
QString labelWithPid(const trace::Trace& trace, std::string_view name, trace::ThreadId thread)
{
    const trace::Census& census = trace.census();
    const trace::ProcessId process = thread < census.processes.size() ? census.processes[thread] : 0;
    if (process == 0 || process >= trace.processes().size())
        return threadLabel(name, thread);
    const QString pid = QString::number(trace.processes()[process].pid);
    return census.mains[process] == thread ? pid : pid + QLatin1Char(' ') + threadLabel(name, thread);
}

} // namespace

QString threadLabel(const trace::Trace& trace, trace::ThreadId thread)
{
    const auto& names = trace.census().threadNames;
    return labelWithPid(trace, thread < names.size() ? trace.string(names[thread]) : std::string_view(),
                        thread);
}

QString threadLabel(const trace::Trace& trace, const trace::View& view, trace::ThreadId thread)
{
    if (thread < view.threads.size())
        return labelWithPid(trace, trace.string(view.threads[thread].name), thread);
    return threadLabel(trace, thread);
}

Texture textureOf(ThreadState state)
{
    switch (state) {
    case ThreadState::Running:
        return Texture::Solid;
    case ThreadState::Ready:
    case ThreadState::New:
        return Texture::Tint;
    case ThreadState::WaitGil:
        return Texture::Hatch;
    case ThreadState::Blocked:
        return Texture::CrossHatch;
    case ThreadState::Io:
        return Texture::Dots;
    case ThreadState::Sleeping:
        return Texture::ThinLine;
    case ThreadState::Done:
        return Texture::None;
    }
    return Texture::None;
}

QString stateText(ThreadState state, const Words& words)
{
    switch (state) {
    case ThreadState::New:
        return words.translate("ThreadState", "not started");
    case ThreadState::Ready:
        return words.translate("ThreadState", "ready");
    case ThreadState::Running:
        return words.translate("ThreadState", "running");
    case ThreadState::WaitGil:
        return words.translate("ThreadState", "waiting for the GIL");
    case ThreadState::Blocked:
        return words.translate("ThreadState", "blocked");
    case ThreadState::Io:
        return words.translate("ThreadState", "in I/O");
    case ThreadState::Sleeping:
        return words.translate("ThreadState", "sleeping");
    case ThreadState::Done:
        return words.translate("ThreadState", "finished");
    }
    return {};
}

ThreadLook threadLook(const trace::Trace& trace, const trace::View& view, trace::ThreadId thread,
                      const Words& words)
{
    const QString label = threadLabel(trace, view, thread);
    if (thread >= view.threads.size())
        return {thread, label, ThreadState::New, label};
    const trace::ThreadView& t = view.threads[thread];
    const QString says = t.state == ThreadState::Done || t.state == ThreadState::New
                             ? words.translate("ThreadState", "%1, %2")
                             : words.translate("ThreadState", "%1, %2 for %3");
    QString accessible = says;
    accessible.replace(QLatin1String("%1"), label);
    accessible.replace(QLatin1String("%2"), stateText(t.state, words));
    accessible.replace(QLatin1String("%3"), timeText((view.now - t.since).ns));
    return {thread, label, t.state, accessible};
}

Paint threadPaint(const QColor& color, Texture texture, const Theme& theme)
{
    const QColor edge = theme.mark(color);
    const double width = theme.strokeWidth;
    switch (texture) {
    case Texture::Solid: // an outline only where the colour alone is too faint
        return {{color, Texture::Solid, {}}, edge == color ? Stroke{} : Stroke{edge, width, false}};
    case Texture::Tint:
        return {{theme.tint(color), Texture::Tint, {}}, {edge, width, false}};
    case Texture::Hatch:
    case Texture::CrossHatch:
        return {{edge, texture, theme.tint(color)}, {edge, width, false}};
    case Texture::Dots:
        return {{edge, Texture::Dots, theme.surface}, {edge, width + 1, true}};
    case Texture::ThinLine:
        return {{edge, Texture::ThinLine, theme.surface}, {edge, width, false}};
    case Texture::None:
        return {};
    }
    return {};
}

void threadChip(Items& out, const ElementId& id, const QRectF& rect, const ThreadLook& look,
                const Theme& theme)
{
    const QColor color = theme.thread(look.number);
    const Texture texture = textureOf(look.state);
    Paint paint = threadPaint(color, texture, theme);
    if (texture == Texture::Dots || texture == Texture::ThinLine)
        paint.fill = {theme.surface, Texture::Solid, {}}; // the outline carries the texture
    if (texture == Texture::None)
        paint = {{theme.soft, Texture::Solid, {}}, {theme.mark(theme.ink2), theme.strokeWidth, false}};
    if (texture == Texture::Hatch || texture == Texture::CrossHatch || texture == Texture::Dots)
        paint.stroke.width = theme.strokeWidth + 1;
    const double radius = std::min(rect.height() / 2, 28.0);
    out.push_back({id, Role::Thread, Rect{rect, radius}, paint.fill, paint.stroke, look.accessible});
    if (Theme::hasRing(look.number))
        out.push_back(
            ringOf(id, Rect{rect.adjusted(3.5, 3.5, -3.5, -3.5), std::max(0.0, radius - 3.5)}, look, theme));
    if (needsPlate(texture))
        plate(out, id, rect, look, theme);
    chipLabel(out, id, rect, look, theme);
}

void threadDisc(Items& out, const ElementId& id, QPointF centre, double diameter, const ThreadLook& whole,
                const Theme& theme)
{
    ThreadLook look = whole;
    look.label = endOfPid(whole.label, diameter - 8);
    const double r = diameter / 2;
    const QRectF rect(centre.x() - r, centre.y() - r, diameter, diameter);
    const Texture texture = textureOf(look.state);
    Paint paint = threadPaint(theme.thread(look.number), texture, theme);
    if (texture == Texture::Dots || texture == Texture::ThinLine)
        paint.fill = {theme.surface, Texture::Solid, {}};
    if (texture == Texture::None)
        paint = {{theme.soft, Texture::Solid, {}}, {theme.mark(theme.ink2), theme.strokeWidth, false}};
    out.push_back({id, Role::Thread, Ellipse{rect}, paint.fill, paint.stroke, look.accessible});
    if (Theme::hasRing(look.number))
        out.push_back(ringOf(id, Ellipse{rect.adjusted(4, 4, -4, -4)}, look, theme));
    if (needsPlate(texture))
        discPlate(out, id, rect, look, theme);
    chipLabel(out, id, rect.adjusted(0, r * 0.3, 0, -r * 0.3), look, theme);
}

} // namespace il::scene
