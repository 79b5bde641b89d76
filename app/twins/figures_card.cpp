#include "figures_card.h"

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;
using scene::Font;
using scene::FontFamily;

namespace {

constexpr double inset = 20, rowHeight = 30, markWidth = 34;
constexpr Font nameFont{FontFamily::Sans, 18, 400};
constexpr Font valueFont{FontFamily::Sans, 26, 700};
constexpr Font sameFont{FontFamily::Sans, 24, 400};
constexpr Font ratioFont{FontFamily::Sans, 19, 600};

/// "5 ms ≠ 8 ms", with the sign in the middle of the column's first half.
void values(scene::Items& out, const QString& id, const QRectF& area, const FigureRow& row,
            const scene::Theme& theme)
{
    const double side = (area.width() - markWidth) / 2;
    const QColor color = row.differs ? theme.ink : theme.readable(theme.ink2);
    const Font& font = row.differs ? valueFont : sameFont;
    const auto fit = [&](const QString& text) { return scene::fitted(text, font, side, 18); };
    const QRectF left(area.left(), area.top(), side, area.height());
    const QRectF mark(left.right(), area.top(), markWidth, area.height());
    const QRectF right(mark.right(), area.top(), side, area.height());
    scene::label(out, id + u"/left"_s, left, row.left, fit(row.left), color,
                 Qt::AlignRight | Qt::AlignVCenter);
    scene::label(out, id + u"/mark"_s, mark, row.differs ? u"≠"_s : u"="_s, {FontFamily::Sans, 24, 600},
                 row.differs ? theme.readable(theme.accent) : theme.readable(theme.ink2), Qt::AlignCenter);
    scene::label(out, id + u"/right"_s, right, row.right, fit(row.right), color);
}

void column(scene::Items& out, const QRectF& area, const FigureRow& row, const scene::Theme& theme)
{
    const QString id = u"figures/"_s + row.id;
    const QString says = u"%1: %2 %3 %4"_s.arg(row.name, row.left, row.differs ? u"≠"_s : u"="_s, row.right);
    out.push_back({id, scene::Role::Figure, scene::Rect{area, 10}, {theme.surface}, {}, says});
    const QRectF inside = area.adjusted(6, 8, -6, -8);
    scene::label(out, id + u"/name"_s, {inside.left(), inside.top(), inside.width(), rowHeight}, row.name,
                 scene::fitted(row.name, nameFont, inside.width(), scene::minTextPx),
                 theme.readable(theme.ink2), Qt::AlignCenter);
    values(out, id, {inside.left(), inside.top() + 32, inside.width(), 40}, row, theme);
    scene::label(out, id + u"/ratio"_s, {inside.left(), inside.top() + 76, inside.width(), rowHeight},
                 row.ratio, ratioFont, theme.readable(theme.accent), Qt::AlignCenter);
}

FigureRow partingRow(const std::optional<Divergence>& parted, const scene::Words& words)
{
    const auto at = [&words](const std::optional<trace::SimTime>& time) {
        return time ? scene::timeText(time->ns) : words.translate("Twins", "ended");
    };
    const QString name = words.translate("Twins", "The runs part");
    return parted ? FigureRow{u"parted"_s, name, at(parted->left), at(parted->right), {}, true}
                  : FigureRow{u"parted"_s, name, u"–"_s, u"–"_s, {}, false};
}

} // namespace

void figuresCard(scene::Items& out, const QRectF& area, const std::vector<FigureRow>& rows, bool parts,
                 const std::optional<Divergence>& parted, const scene::Theme& theme,
                 const scene::Words& words)
{
    out.push_back({u"figures"_s,
                   scene::Role::Container,
                   scene::Rect{area, scene::cardRadius},
                   {theme.surface},
                   {theme.line, theme.strokeWidth},
                   words.translate("Twins", "Figures of both runs so far")});
    std::vector<FigureRow> all = rows;
    if (parts)
        all.push_back(partingRow(parted, words));
    const double width =
        (area.width() - 2 * inset) / static_cast<double>(std::max<std::size_t>(all.size(), 1));
    for (std::size_t i = 0; i < all.size(); ++i)
        column(
            out,
            {area.left() + inset + static_cast<double>(i) * width, area.top() + 4, width, area.height() - 8},
            all[i], theme);
}

} // namespace il::app
