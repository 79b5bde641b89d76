#include "exporting/pptx_place.h"

#include <algorithm>
#include <cmath>

namespace il::exporting {
namespace {

constexpr double emuPerPx = 6350;
constexpr double emuPerPoint = 12700;
constexpr double smallestSide = 914'400, largestSide = 51'206'400; // what the format allows

} // namespace

QSize slideSize(const QSizeF& stage)
{
    const double longer = std::max({stage.width(), stage.height(), 1.0});
    const double scale = std::min(emuPerPx, largestSide / longer);
    const auto side = [scale](double px) {
        return static_cast<int>(std::lround(std::clamp(px * scale, smallestSide, largestSide)));
    };
    return {side(stage.width()), side(stage.height())};
}

Place::Place(const QSizeF& stage, const QSize& slide)
    : m_scale(std::min(slide.width() / std::max(stage.width(), 1.0),
                       slide.height() / std::max(stage.height(), 1.0))),
      m_origin((slide.width() - m_scale * stage.width()) / 2, (slide.height() - m_scale * stage.height()) / 2)
{
}

qint64 Place::length(double px) const
{
    return std::llround(px * m_scale);
}

QPointF Place::point(QPointF px) const
{
    return {std::round(m_origin.x() + px.x() * m_scale), std::round(m_origin.y() + px.y() * m_scale)};
}

QRectF Place::rect(const QRectF& px) const
{
    return {point(px.topLeft()), point(px.bottomRight())};
}

int Place::fontSize(double px) const
{
    return static_cast<int>(std::lround(std::clamp(px * m_scale / emuPerPoint * 100, 100.0, 400'000.0)));
}

} // namespace il::exporting
