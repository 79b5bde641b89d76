// The numbers: what the pool gains.
#include "pool/picture.h"

#include "trace/pool_figures.h"

#include <algorithm>

namespace il::pool {

using namespace scene;

namespace {

struct Number {
    const char* id;
    QString value, caption;
    double share;    ///< of the width
    QString brief{}; ///< the caption where that is too long
};

/// What can't be surpassed by computing: as many at a time as there are workers and cores.
int possibleSpeedUp(const trace::View& view, const Pool& pool)
{
    return static_cast<int>(std::max<std::size_t>(1, std::min(pool.places.size(), view.cores.size())));
}

std::vector<Number> numbers(const Picture& p, const Pool& pool)
{
    const trace::PoolFigures figures = trace::poolFigures(p.input.trace, p.input.view, pool.id);
    const QString nothing = QStringLiteral("–");
    const auto speedUp = figures.speedUp();
    const auto busy = figures.busyPercent();
    return {{"speedup", speedUp ? QStringLiteral("%1 ×").arg(*speedUp, 0, 'f', 1) : nothing,
             p.words("Speed-up (max %1)").arg(possibleSpeedUp(p.input.view, pool)), 0.485,
             p.words("Speed-up")},
            {"busy", busy ? QStringLiteral("%1 %").arg(*busy) : nothing, p.words("Busy"), 0.225},
            {"start", figures.toFirstTask ? timeText(figures.toFirstTask->ns) : nothing, p.words("Start-up"),
             0.29}};
}

} // namespace

void drawFigures(Picture& p, const Pool& pool, const Band& band)
{
    const std::vector<Number> all = numbers(p, pool);
    const QRectF& area = band.figures;
    const auto one = [&](const Number& number, const QRectF& rect) {
        const Font least = fitted(number.caption, type::note, rect.width(), minTextPx);
        const bool fits = number.brief.isEmpty() || textWidth(number.caption, least) <= rect.width();
        figure(p.items, band.id + QLatin1String("/figure/") + QLatin1String(number.id), rect, number.value,
               fits ? number.caption : number.brief, p.theme());
    };
    if (!band.figuresInColumn) {
        double x = area.left();
        for (const Number& number : all) {
            one(number, {x, area.top(), area.width() * number.share - 16, area.height()});
            x += area.width() * number.share;
        }
        return;
    }
    constexpr double most = 84;
    const auto rows = std::clamp<std::size_t>(static_cast<std::size_t>(area.height() / 60), 1, all.size());
    const double pitch = std::min(most, area.height() / static_cast<double>(rows));
    for (std::size_t i = 0; i < rows; ++i)
        one(all[i],
            {area.left(), area.top() + static_cast<double>(i) * pitch, area.width(), std::min(64.0, pitch)});
}

} // namespace il::pool
