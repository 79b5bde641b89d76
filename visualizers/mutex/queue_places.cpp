#include "mutex/queue_places.h"

#include <algorithm>
#include <cmath>

namespace il::mutex {

namespace {

constexpr std::size_t mostChips = 48; ///< no box has room for more
constexpr double slack = 0.5;

/// Hands out places of a given width, row by row, while there is room.
class Flow {
public:
    explicit Flow(const QRectF& area) : m_area(area), m_rowHeight(std::min(waiterRow, area.height())) {}

    QRectF next(double width)
    {
        if (!fits(width) && m_x > 0) {
            m_x = 0;
            m_y += m_rowHeight;
        }
        m_overflown = m_overflown || !fits(width);
        const QRectF place(m_area.left() + m_x, m_area.top() + m_y, width, m_rowHeight);
        m_x += width + waiterGap;
        return place;
    }
    bool overflown() const { return m_overflown; }

private:
    bool fits(double width) const
    {
        return m_y + m_rowHeight <= m_area.height() + slack && m_x + width <= m_area.width() + slack;
    }

    QRectF m_area;
    double m_rowHeight;
    double m_x = 0, m_y = 0;
    bool m_overflown = false;
};

/// The places when `shown` chips are shown.
QueuePlaces places(const QueueSize& size, Flow& flow, std::size_t shown)
{
    QueuePlaces result;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i == 0 && size.woken > 0 && size.wokenWord > 0)
            result.wokenWord = flow.next(size.wokenWord);
        if (i == size.woken && size.waitingWord > 0)
            result.waitingWord = flow.next(size.waitingWord);
        result.chips.push_back(flow.next(waiterWidth));
    }
    if (shown < size.all())
        result.more = flow.next(waiterWidth);
    return result;
}

} // namespace

QueuePlaces placeQueue(const QueueSize& size, const QRectF& area)
{
    for (std::size_t shown = std::min(size.all(), mostChips); shown > 0; --shown) {
        Flow flow(area);
        QueuePlaces result = places(size, flow, shown);
        if (!flow.overflown())
            return result;
    }
    Flow flow(area);
    return places(size, flow, 0);
}

int rowsNeeded(const QueueSize& size, double width)
{
    const double chips = static_cast<double>(size.all()) * (waiterWidth + waiterGap);
    const double words = size.wokenWord + size.waitingWord + 2 * waiterGap;
    return std::max(1, static_cast<int>(std::ceil((chips + words) / width)));
}

} // namespace il::mutex
