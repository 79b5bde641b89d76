#include "scene/parts.h"

#include <algorithm>
#include <cmath>

namespace il::scene {

QRectF card(Items& out, const ElementId& id, const QRectF& rect, const QString& title, const Theme& theme)
{
    out.push_back({id,
                   Role::Container,
                   Rect{rect, cardRadius},
                   {theme.surface},
                   {theme.line, theme.strokeWidth},
                   title});
    QRectF inner = rect.adjusted(24, 20, -24, -24);
    if (!title.isEmpty()) {
        label(out, id + QLatin1String("/title"), {inner.x() + 2, inner.y(), inner.width() - 4, 30}, title,
              type::heading, theme.ink2);
        inner.setTop(inner.top() + 42);
    }
    return inner;
}

QRectF box(Items& out, const ElementId& id, const QRectF& rect, const QString& title, const Theme& theme,
           const QString& accessible, const BoxStyle& style)
{
    const QColor fill = style.fill.isValid() ? style.fill : style.soft ? theme.soft : theme.surface;
    const QColor outline = style.outline.isValid() ? style.outline : theme.line;
    const double width = style.outline.isValid() ? theme.strokeWidth + 1 : theme.strokeWidth;
    out.push_back(
        {id, style.role, Rect{rect, style.radius}, {fill}, {outline, width, style.dashed}, accessible});
    QRectF inner = rect.adjusted(16, 12, -16, -12);
    if (!title.isEmpty()) {
        label(out, id + QLatin1String("/title"), {inner.x() + 6, inner.y(), inner.width() - 12, 30}, title,
              type::heading, theme.readable(theme.ink2));
        inner.setTop(inner.top() + 38);
    }
    return inner;
}

void label(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
           const QColor& color, Qt::Alignment align)
{
    QString shown = elide(text, font, rect.width());
    if (!shown.isEmpty())
        out.push_back({id, Role::Text, Text{rect, std::move(shown), font, align}, {color}, {}, {}});
}

double paragraph(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
                 const QColor& color, Qt::Alignment align, double leading)
{
    const double single = lineHeight(font);
    const double pitch = std::ceil(font.px * std::max(leading, single / font.px));
    const int fit = std::max(1, static_cast<int>(std::floor((rect.height() - single) / pitch + 1e-6)) + 1);
    const QStringList lines = wrap(text, font, rect.width(), fit);
    const double used = lines.isEmpty() ? 0 : single + pitch * static_cast<double>(lines.size() - 1);
    double y = align & Qt::AlignVCenter ? rect.center().y() - used / 2 : rect.y();
    const Qt::Alignment horizontal = align & Qt::AlignHorizontal_Mask;
    for (int i = 0; i < lines.size(); ++i) {
        const QRectF line(rect.x(), y, rect.width(), single);
        out.push_back({id + QLatin1Char('/') + QString::number(i),
                       Role::Text,
                       Text{line, lines[i], font, horizontal | Qt::AlignVCenter},
                       {color},
                       {},
                       {}});
        y += pitch;
    }
    return used;
}

void figure(Items& out, const ElementId& id, const QRectF& rect, const QString& value, const QString& caption,
            const Theme& theme, const QColor& valueColor)
{
    const QColor color = valueColor.isValid() ? valueColor : theme.ink;
    const Font font = fitted(value, type::figure, rect.width(), 20);
    const double valueHeight = std::min(38.0, rect.height() - 24);
    out.push_back(
        {id,
         Role::Figure,
         Text{{rect.x(), rect.y(), rect.width(), valueHeight}, elide(value, font, rect.width()), font},
         {color},
         {},
         caption + QLatin1String(": ") + value});
    label(out, id + QLatin1String("/caption"), {rect.x(), rect.y() + valueHeight, rect.width(), 26}, caption,
          fitted(caption, type::note, rect.width(), minTextPx), theme.ink2);
}

double pillWidth(const QString& text, const Font& font)
{
    return std::ceil(textWidth(text, font) + font.px * 1.4);
}

void pill(Items& out, const ElementId& id, const QRectF& rect, const QString& text, const Font& font,
          const QColor& color, const Theme& theme, bool solid)
{
    const double radius = rect.height() / 2;
    const Fill fill{solid ? color : theme.surface};
    out.push_back(
        {id, Role::Data, Rect{rect, radius}, fill, {theme.mark(color), theme.strokeWidth + 0.5}, text});
    const double inset = font.px * 0.5;
    label(out, id + QLatin1String("/text"), rect.adjusted(inset, 0, -inset, 0), text, font,
          solid ? theme.on(color) : theme.readable(color), Qt::AlignCenter);
}

void ringTimer(Items& out, const ElementId& id, const QRectF& square, double fraction, const QColor& color,
               const Theme& theme, const QString& accessible)
{
    const double width = std::max(4.0, square.width() * 0.11);
    const QRectF ring = square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    out.push_back(
        {id + QLatin1String("/track"), Role::Decoration, Arc{ring, 1, width}, {}, {theme.line, width}, {}});
    out.push_back({id,
                   Role::Marker,
                   Arc{ring, std::clamp(fraction, 0.0, 1.0), width},
                   {},
                   {theme.mark(color), width},
                   accessible});
}

void progressBar(Items& out, const ElementId& id, const QRectF& rect, double fraction, const QColor& color,
                 const Theme& theme, const QString& accessible)
{
    const double radius = std::min(6.0, rect.height() / 2);
    QRectF done = rect;
    done.setWidth(rect.width() * std::clamp(fraction, 0.0, 1.0));
    // High contrast has black hairlines: nothing could be told apart on a track of that colour.
    const bool dark = theme.id == ThemeId::HighContrast;
    out.push_back({id + QLatin1String("/track"),
                   Role::Decoration,
                   Rect{rect, radius},
                   {dark ? theme.surface : theme.line},
                   dark ? Stroke{theme.line, 1} : Stroke{},
                   {}});
    out.push_back({id,
                   Role::Marker,
                   Rect{done, std::min(radius, done.width() / 2)},
                   {theme.mark(color)},
                   {},
                   accessible});
}

void arrow(Items& out, const ElementId& id, std::vector<QPointF> points, const QColor& color,
           const QString& accessible, const ArrowStyle& style)
{
    out.push_back({id,
                   Role::Edge,
                   Path{std::move(points), false, style.curved, style.head},
                   {},
                   {color, style.width, style.dashed},
                   accessible});
}

void icon(Items& out, const ElementId& id, const QRectF& rect, Symbol symbol, const QColor& color,
          const QString& accessible)
{
    const Role role = accessible.isEmpty() ? Role::Decoration : Role::Object;
    out.push_back({id, role, Icon{rect, symbol}, {color}, {}, accessible});
}

void keyBadge(Items& out, const ElementId& id, QPointF centre, double diameter, const Theme& theme,
              const QString& accessible)
{
    const double r = diameter / 2;
    const QColor gold = theme.mark(theme.gold);
    const QColor disc = theme.tint(theme.gold);
    out.push_back({id,
                   Role::Object,
                   Ellipse{{centre.x() - r, centre.y() - r, diameter, diameter}},
                   {disc},
                   {gold, theme.strokeWidth + 1},
                   accessible});
    const double k = r * 0.66;
    icon(out, id + QLatin1String("/key"), {centre.x() - k, centre.y() - k, 2 * k, 2 * k}, Symbol::Key,
         legible(gold, disc, 3.05), {});
}

void lockBadge(Items& out, const ElementId& id, const QRectF& rect, bool closed, const QColor& color,
               const Theme& theme, const QString& accessible)
{
    const QColor mark = theme.mark(closed ? color : theme.ink2);
    out.push_back({id,
                   Role::Object,
                   Rect{rect, std::min(boxRadius, rect.height() * 0.2)},
                   {theme.surface},
                   {mark, theme.strokeWidth + 1},
                   accessible});
    const double side = std::min(rect.width(), rect.height()) * 0.66;
    icon(out, id + QLatin1String("/lock"),
         {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side},
         closed ? Symbol::LockClosed : Symbol::LockOpen, mark, {});
}

} // namespace il::scene
