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
    double share; ///< of the width
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
             p.words("Speed-up (max %1)").arg(possibleSpeedUp(p.input.view, pool)), 0.47},
            {"busy", busy ? QStringLiteral("%1 %").arg(*busy) : nothing, p.words("Busy"), 0.24},
            {"start", figures.toFirstTask ? timeText(figures.toFirstTask->ns) : nothing, p.words("Start-up"),
             0.29}};
}

} // namespace

void drawFigures(Picture& p, const Pool& pool, const Band& band)
{
    const std::vector<Number> all = numbers(p, pool);
    const QRectF& area = band.figures;
    const auto one = [&](const Number& number, const QRectF& rect) {
        figure(p.items, band.id + QLatin1String("/figure/") + QLatin1String(number.id), rect, number.value,
               number.caption, p.theme());
    };
    if (!band.figuresInColumn) {
        double x = area.left();
        for (const Number& number : all) {
            one(number, {x, area.top(), area.width() * number.share - 10, area.height()});
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
