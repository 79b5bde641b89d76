#include "scene/cards.h"

#include "scene/narration.h"

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

constexpr double smallest = 20; ///< px of a caption that needs two lines

/// The caption's type and lines: one line as large as can be, or two of the smallest.
struct Fitted {
    Font font;
    QStringList lines;
};

Fitted fitCaption(const QString& text, double width)
{
    Fitted result{type::caption, {}};
    for (result.font.px = type::caption.px; result.font.px > smallest; --result.font.px)
        if (textWidth(text, result.font) <= width)
            break;
    result.lines = wrap(text, result.font, width, 2);
    return result;
}

} // namespace

void captionItems(Items& out, const StageInput& input, const QRectF& area)
{
    const Theme& theme = input.theme;
    const QString text =
        input.caption.isEmpty() ? narration(input.trace, input.view, input.step, input.words) : input.caption;
    out.push_back({QStringLiteral("caption"), Role::Container, Rect{area, 12}, {theme.soft}, {}, text});
    out.push_back({QStringLiteral("caption/bar"),
                   Role::Decoration,
                   Rect{{area.left(), area.top(), 6, area.height()}, 3},
                   {theme.accent},
                   {},
                   {}});

    const double footerWidth =
        std::min(std::ceil(textWidth(input.footer, type::note)) + 1, area.width() * 0.3);
    const QRectF footer(area.right() - 28 - footerWidth, area.top(), footerWidth, area.height());
    label(out, QStringLiteral("caption/footer"), footer, input.footer, type::note, theme.readable(theme.ink2),
          Qt::AlignRight | Qt::AlignVCenter);

    const double right = input.footer.isEmpty() ? area.right() - 28 : footer.left() - 40;
    const Fitted fit = fitCaption(text, right - area.left() - 32);
    const double pitch = std::ceil(lineHeight(fit.font)) + 1;
    double y = area.center().y() - pitch * static_cast<double>(fit.lines.size()) / 2;
    for (int i = 0; i < fit.lines.size(); ++i, y += pitch)
        label(out, QStringLiteral("caption/line/%1").arg(i),
              {area.left() + 32, y, right - area.left() - 32, pitch}, fit.lines[i], fit.font, theme.ink);
}

} // namespace il::scene
