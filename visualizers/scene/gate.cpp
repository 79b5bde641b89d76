#include "scene/gate.h"

#include "scene/cards.h"

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

constexpr double padding = 20, leastRow = 46, mostRow = 84, rowGap = 8;
constexpr int mostInColumn = 4;
constexpr double leastText = 18; ///< px of an option that needs two lines
constexpr Font questionFont{FontFamily::Sans, 30, 600};
constexpr Font optionFont{FontFamily::Sans, 26, 500};

int columnsOf(const Gate& gate)
{
    return gate.options.size() > mostInColumn ? 2 : 1;
}

int rowsOf(const Gate& gate)
{
    const int columns = columnsOf(gate);
    return std::max(1, (static_cast<int>(gate.options.size()) + columns - 1) / columns);
}

bool isRight(const Gate& gate, int option)
{
    const auto index = static_cast<std::size_t>(option);
    return gate.revealed && index < gate.right.size() && gate.right[index];
}

/// One line as large as fits, or else two small ones.
void words(Items& out, const ElementId& id, const QRectF& area, const QString& text, Font font, double least,
           const QColor& color)
{
    for (; font.px > least; --font.px) {
        const double pitch = std::ceil(font.px * std::max(1.25, lineHeight(font) / font.px));
        const int fit = std::max(1, static_cast<int>((area.height() - lineHeight(font)) / pitch) + 1);
        const QStringList all = wrap(text, font, area.width(), fit + 1);
        if (all.size() <= fit)
            break;
    }
    paragraph(out, id, area, text, font, color, Qt::AlignLeft | Qt::AlignVCenter);
}

struct OptionLook {
    QColor outline, fill, badge, ink;
    double width = 1.5;
    QString mark; ///< said of it once it is judged
};

OptionLook lookOf(const StageInput& input, int option)
{
    const Gate& gate = *input.gate;
    const Theme& theme = input.theme;
    const bool chosen = gate.chosen == option;
    const auto marked = [&theme](const QColor& color, const QString& says) {
        const QColor fill = theme.tint(color);
        return OptionLook{theme.mark(color), fill, theme.mark(color), legible(theme.ink, fill, 4.5), 3, says};
    };
    if (isRight(gate, option))
        return marked(theme.good, input.words.translate("Gate", "right"));
    if (chosen)
        return gate.revealed ? marked(theme.bad, input.words.translate("Gate", "wrong"))
                             : marked(theme.accent, input.words.translate("Gate", "chosen"));
    const QColor ink = gate.revealed ? theme.readable(theme.ink2) : theme.ink;
    return {theme.line, theme.surface, theme.mark(theme.ink2), ink, theme.strokeWidth, {}};
}

void option(Items& out, const StageInput& input, int number, const QRectF& row)
{
    const Gate& gate = *input.gate;
    const Theme& theme = input.theme;
    const ElementId id = QStringLiteral("gate/option/%1").arg(number);
    const OptionLook look = lookOf(input, number);
    const QString& text = gate.options[number];
    const QString says = QStringLiteral("%1: %2").arg(number + 1).arg(text);
    out.push_back({id,
                   Role::Container,
                   Rect{row, 12},
                   {look.fill},
                   {look.outline, look.width},
                   look.mark.isEmpty() ? says : QStringLiteral("%1 (%2)").arg(says, look.mark)});
    const double side = std::min(40.0, row.height() - 12);
    const QRectF badge(row.left() + 12, row.center().y() - side / 2, side, side);
    out.push_back({id + QLatin1String("/badge"), Role::Decoration, Ellipse{badge}, {look.badge}, {}, {}});
    label(out, id + QLatin1String("/number"), badge, QString::number(number + 1), {FontFamily::Sans, 20, 700},
          theme.on(look.badge), Qt::AlignCenter);
    QRectF inside(badge.right() + 14, row.top() + 3, row.right() - badge.right() - 30, row.height() - 6);
    if (gate.revealed && !look.mark.isEmpty()) {
        const QRectF mark(row.right() - 12 - side, badge.top(), side, side);
        icon(out, id + QLatin1String("/mark"), mark, isRight(gate, number) ? Symbol::Check : Symbol::Cross,
             look.outline, look.mark);
        inside.setRight(mark.left() - 10);
    }
    words(out, id + QLatin1String("/text"), inside, text, optionFont, leastText, look.ink);
}

/// What the run says, or how to answer; and the colour of that.
std::pair<QString, QColor> hint(const StageInput& input)
{
    const Gate& gate = *input.gate;
    const Theme& theme = input.theme;
    if (!gate.revealed)
        return {gate.chosen < 0 ? input.words.translate("Gate", "What do you think?")
                                : input.words.translate("Gate", "And what does the run say?"),
                theme.readable(theme.ink2)};
    if (gate.chosen >= 0 && isRight(gate, gate.chosen))
        return {input.words.translate("Gate", "The run agrees with you."), theme.readable(theme.good)};
    QStringList right;
    for (int i = 0; i < gate.options.size(); ++i)
        if (isRight(gate, i))
            right << QString::number(i + 1);
    if (right.isEmpty())
        return {input.words.translate("Gate", "In this run none of them holds."), theme.readable(theme.ink)};
    return {input.words.translate("Gate", "The run says: %1").arg(right.join(QLatin1String(", "))),
            theme.readable(gate.chosen < 0 ? theme.good : theme.ink)};
}

void question(Items& out, const StageInput& input, const QRectF& area)
{
    const Theme& theme = input.theme;
    label(out, QStringLiteral("gate/title"), {area.left(), area.top(), area.width(), 30},
          input.words.translate("Gate", "Predict"), type::heading, theme.readable(theme.accent));
    const auto [text, color] = hint(input);
    const QRectF last(area.left(), area.bottom() - 32, area.width(), 32);
    words(out, QStringLiteral("gate/question"),
          {area.left(), area.top() + 34, area.width(), last.top() - area.top() - 40}, input.gate->question,
          questionFont, 20, theme.ink);
    label(out, QStringLiteral("gate/hint"), last, text,
          fitted(text, {FontFamily::Sans, 22, 600}, last.width(), minTextPx), color);
}

} // namespace

double gateHeight(const Gate& gate)
{
    const int rows = rowsOf(gate);
    return 2 * padding + std::max(170.0, rows * leastRow + (rows - 1) * rowGap);
}

void gateItems(Items& out, const StageInput& input, const QRectF& area)
{
    const Gate& gate = *input.gate;
    const Theme& theme = input.theme;
    out.push_back({QStringLiteral("gate"),
                   Role::Container,
                   Rect{area, cardRadius},
                   {theme.surface},
                   {theme.mark(theme.accent), theme.strokeWidth + 1},
                   gate.question});
    const QRectF inner = area.adjusted(28, padding, -24, -padding);
    const double questionWidth = std::floor(inner.width() * 0.38);
    question(out, input, {inner.left(), inner.top(), questionWidth, inner.height()});

    const int columns = columnsOf(gate), rows = rowsOf(gate);
    const double left = inner.left() + questionWidth + 32;
    const double width = (inner.right() - left - (columns - 1) * rowGap) / columns;
    const double height = std::min(mostRow, (inner.height() - (rows - 1) * rowGap) / rows);
    const double top = inner.center().y() - (rows * height + (rows - 1) * rowGap) / 2;
    for (int i = 0; i < gate.options.size(); ++i)
        option(out, input, i,
               {left + (i / rows) * (width + rowGap), top + (i % rows) * (height + rowGap), width, height});
}

int gateOptionAt(const DisplayList& list, QPointF place)
{
    const QString prefix = QStringLiteral("gate/option/");
    for (const Item& item : list.items) {
        bool isNumber = false;
        const int number = item.id.startsWith(prefix) ? item.id.mid(prefix.size()).toInt(&isNumber) : -1;
        if (isNumber && bounds(item).contains(place))
            return number;
    }
    return -1;
}

} // namespace il::scene
