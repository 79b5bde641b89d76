#include "scene/lane_marks.h"

#include "scene/lane_memo.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace il::scene {
namespace {

using trace::LaneAxis;
using trace::LaneKind;
using trace::Segment;
using trace::ThreadState;

constexpr std::size_t mostBars = 160; ///< per lane; beyond that columns are summed up
constexpr double columnWidth = 2;
constexpr int levels = 8; ///< heights of a summed-up column

LaneAxis axisOf(const StageInput& input)
{
    return input.axis == Axis::Time ? LaneAxis::Time : LaneAxis::Steps;
}

/// Where a lane's bars lie in its row: extra lanes are thinner than threads.
QRectF barIn(const QRectF& strip, LaneKind kind)
{
    const double share = kind == LaneKind::Thread ? 0.66 : 0.4;
    const double height = std::clamp(std::round(strip.height() * share), 8.0, 30.0);
    return {strip.left(), strip.center().y() - height / 2, strip.width(), height};
}

/// How one value of a lane is painted and what it is called.
struct Look {
    Paint paint;
    QColor flat; ///< for slivers, where a texture would be noise
    QString says;
};

class LanePainter {
public:
    LanePainter(Items& out, const StageInput& input, trace::LaneId lane, const QString& label,
                const QRectF& strip, const Scale& scale)
        : m_out(out), m_input(input), m_lane(lane), m_label(label), m_id(laneElement(lane)), m_scale(scale)
    {
        m_bar = barIn(strip, lane.kind);
    }

    void onlyRunning() { m_onlyRunning = true; }

    /// Segments [first, last] of the lane, as far as they lie in [from, end).
    void segments(std::span<const Segment> all, std::size_t first, std::size_t last, std::int64_t from,
                  std::int64_t end)
    {
        const LaneAxis axis = axisOf(m_input);
        const auto position = [axis](const Segment& s) {
            return axis == LaneAxis::Time ? s.start.ns : static_cast<std::int64_t>(s.step);
        };
        for (std::size_t i = first; i <= last; ++i) {
            const std::int64_t begin = std::max(position(all[i]), from);
            const std::int64_t stop = std::min(i + 1 < all.size() ? position(all[i + 1]) : end, end);
            if (begin < stop)
                bar(all[i].value, m_scale.x(begin), m_scale.x(stop), i);
        }
    }

    /// Columns of `width` pixels from the scale's left end, as far as they lie left of `end`.
    void columns(const trace::LaneRuns& runs, double width, double end)
    {
        for (const trace::LaneRun& run : runs.runs) {
            const double left = m_scale.left + run.begin * width;
            const double right = std::min(m_scale.left + run.end * width, end);
            if (left >= right)
                break;
            const auto shares = runs.shares(run);
            if (shares.size() == 1 && shares[0].weight == runs.whole) {
                flush();
                bar(shares[0].value, left, right, m_next++);
            } else if (!shares.empty()) {
                mixed(shares, runs.whole, left, right);
            }
        }
        flush();
    }

private:
    const Look& look(std::uint16_t value)
    {
        const std::size_t slot = m_lane.kind == LaneKind::Thread ? std::min<std::size_t>(value, 7) : 0;
        Look& known = m_looks[slot];
        if (m_lane.kind == LaneKind::Thread ? known.says.isEmpty() : m_lookFor != value) {
            known = makeLook(value);
            m_lookFor = value;
        }
        return known;
    }

    Look makeLook(std::uint16_t value) const
    {
        const Theme& theme = m_input.theme;
        if (m_lane.kind != LaneKind::Thread) {
            const QColor color = theme.thread(value);
            return {threadPaint(color, Texture::Solid, theme), theme.mark(color),
                    m_label + QLatin1String(": ") + threadLabel(m_input.trace, m_input.view, value)};
        }
        const auto state = static_cast<ThreadState>(value);
        const QColor color = theme.thread(static_cast<int>(m_lane.index));
        Look result{threadPaint(color, textureOf(state), theme),
                    state == ThreadState::Running ? theme.mark(color) : theme.tint(color),
                    m_label + QLatin1String(": ") + stateText(state, m_input.words)};
        if (state == ThreadState::Io || state == ThreadState::Sleeping) {
            result.paint.stroke = {};
            result.paint.fill.under = QColor(); // = {} would be Qt::color0, which is white
        }
        return result;
    }

    /// Done and New are nothing on a lane.
    bool isBlank(std::uint16_t value) const
    {
        if (value == trace::laneBlank ||
            (m_onlyRunning && value != static_cast<std::uint16_t>(ThreadState::Running)))
            return true;
        return m_lane.kind == LaneKind::Thread && (value == static_cast<std::uint16_t>(ThreadState::Done) ||
                                                   value == static_cast<std::uint16_t>(ThreadState::New));
    }

    void bar(std::uint16_t value, double left, double right, std::size_t number)
    {
        if (isBlank(value) || right - left < 0.4)
            return;
        const Look& l = look(value);
        Item item{m_id + QLatin1Char('/') + QString::number(number), Role::Lane, Rect{}, {}, {}, l.says};
        if (right - left < 7) {
            item.role = Role::Decoration; // too narrow to be a mark of its own
            item.accessible.clear();
            item.shape = Rect{{left, m_bar.top(), std::max(1.0, right - left - 0.5), m_bar.height()}, 1};
            item.fill.color = l.flat;
        } else {
            const double edge = l.paint.stroke.width / 2;
            item.shape = Rect{QRectF(left, m_bar.top(), right - left - 1.5, m_bar.height())
                                  .adjusted(edge, edge, -edge, -edge),
                              std::min(6.0, m_bar.height() / 3)};
            item.fill = l.paint.fill;
            item.stroke = l.paint.stroke;
        }
        m_out.push_back(std::move(item));
    }

    /// Weight of what counts as active: running, or owned by somebody.
    std::int64_t activeWeight(std::span<const trace::Share> shares) const
    {
        std::int64_t sum = 0;
        for (const trace::Share& share : shares)
            if (!isBlank(share.value) && (m_lane.kind != LaneKind::Thread ||
                                          share.value == static_cast<std::uint16_t>(ThreadState::Running)))
                sum += share.weight;
        return sum;
    }

    static std::uint16_t dominant(std::span<const trace::Share> shares)
    {
        return std::max_element(shares.begin(), shares.end(),
                                [](const auto& a, const auto& b) { return a.weight < b.weight; })
            ->value;
    }

    void mixed(std::span<const trace::Share> shares, std::int64_t whole, double left, double right)
    {
        const std::int64_t active = activeWeight(shares);
        int level = static_cast<int>((active * levels + whole / 2) / std::max<std::int64_t>(1, whole));
        if (active > 0)
            level = std::max(level, 1);
        const std::uint16_t who = m_lane.kind == LaneKind::Thread ? std::uint16_t{0} : dominant(shares);
        if (level != m_level || who != m_who || std::abs(left - m_right) > 0.01) {
            flush();
            m_left = left;
            m_level = level;
            m_who = who;
        }
        m_right = right;
    }

    struct Colours {
        QColor tint, mark;
    };
    /// Of summed-up columns.
    Colours colours(int number)
    {
        const auto [known, isNew] = m_colours.try_emplace(number);
        if (isNew) {
            const QColor color = m_input.theme.thread(number);
            known->second = {m_input.theme.tint(color), m_input.theme.mark(color)};
        }
        return known->second;
    }

    /// Draws the columns of equal height that were gathered.
    void flush()
    {
        if (m_level < 0)
            return;
        const int number = m_lane.kind == LaneKind::Thread ? static_cast<int>(m_lane.index) : m_who;
        const auto [tint, mark] = colours(number);
        const QRectF column(m_left, m_bar.top(), m_right - m_left, m_bar.height());
        const QString id = m_id + QLatin1String("/sum/") + QString::number(m_next++);
        m_out.push_back({id + QLatin1String("/tint"), Role::Decoration, Rect{column, 0}, {tint}, {}, {}});
        if (m_level > 0) {
            const double height = m_bar.height() * m_level / levels;
            m_out.push_back({id,
                             Role::Decoration,
                             Rect{{column.left(), column.bottom() - height, column.width(), height}, 0},
                             {mark},
                             {},
                             {}});
        }
        m_level = -1;
    }

    Items& m_out;
    const StageInput& m_input;
    trace::LaneId m_lane;
    const QString& m_label;
    ElementId m_id;
    const Scale& m_scale;
    QRectF m_bar;
    std::array<Look, 8> m_looks;
    std::map<int, Colours> m_colours; ///< by thread
    std::uint16_t m_lookFor = trace::laneBlank;
    std::size_t m_next = 0;
    double m_left = 0, m_right = -1;
    int m_level = -1;
    bool m_onlyRunning = false;
    std::uint16_t m_who = 0;
};

/// The segments of a lane that lie in the scale and before `end`.
struct Extent {
    std::span<const Segment> all;
    std::size_t first = 0, last = 0;
    std::int64_t stop = 0;
};

std::optional<Extent> extentOf(const StageInput& input, const trace::Lanes& lanes, trace::LaneId lane,
                               const Scale& scale, std::int64_t end)
{
    const LaneAxis axis = axisOf(input);
    const std::int64_t stop = std::min(end, scale.to);
    const Segment* first = lanes.at(lane, axis, scale.from);
    const Segment* last = lanes.at(lane, axis, std::max(scale.from, stop - 1));
    if (!first || !last || stop <= scale.from)
        return std::nullopt;
    const auto all = lanes.segments(lane);
    return Extent{all, static_cast<std::size_t>(first - all.data()),
                  static_cast<std::size_t>(last - all.data()), stop};
}

} // namespace

ElementId laneElement(trace::LaneId lane)
{
    switch (lane.kind) {
    case LaneKind::Thread:
        return QStringLiteral("lane/thread/%1").arg(lane.index);
    case LaneKind::Gil:
        return lane.index == 0 ? QStringLiteral("lane/gil") : QStringLiteral("lane/gil/%1").arg(lane.index);
    case LaneKind::Object:
        return QStringLiteral("lane/object/%1").arg(lane.index);
    case LaneKind::Variable:
        return QStringLiteral("lane/variable/%1").arg(lane.index);
    }
    return {};
}

void laneMarks(Items& out, const StageInput& input, const trace::Lanes& lanes, trace::LaneId lane,
               const QString& label, const QRectF& strip, const Scale& scale, std::int64_t end)
{
    const auto extent = extentOf(input, lanes, lane, scale, end);
    if (!extent)
        return;
    LanePainter painter(out, input, lane, label, strip, scale);
    if (extent->last - extent->first < mostBars) {
        painter.segments(extent->all, extent->first, extent->last, scale.from, extent->stop);
        return;
    }
    // The columns belong to the scale, not to the present: they stand still while the playhead goes on.
    const int columns = std::max(1, static_cast<int>((scale.right - scale.left) / columnWidth));
    LaneMemo once;
    const trace::LaneRuns& runs =
        (input.memo ? *input.memo : once).query(lanes, lane, axisOf(input), scale.from, scale.to, columns);
    painter.columns(runs, (scale.right - scale.left) / columns, scale.x(extent->stop));
}

void runningMarks(Items& out, const StageInput& input, const trace::Lanes& lanes, trace::LaneId thread,
                  const QString& label, const QRectF& strip, const Scale& scale, std::int64_t end)
{
    const auto extent = extentOf(input, lanes, thread, scale, end);
    if (!extent || extent->last - extent->first >= mostBars)
        return;
    LanePainter painter(out, input, thread, label, strip, scale);
    painter.onlyRunning();
    painter.segments(extent->all, extent->first, extent->last, scale.from, extent->stop);
}

void foreverMark(Items& out, const StageInput& input, trace::LaneId thread, const QString& label,
                 const QRectF& strip, double left, double right)
{
    QRectF bar = barIn(strip, LaneKind::Thread);
    bar.setLeft(left + 2.5);
    bar.setRight(right);
    if (bar.width() < 8)
        return;
    const Paint paint =
        threadPaint(input.theme.thread(static_cast<int>(thread.index)), Texture::CrossHatch, input.theme);
    out.push_back({laneElement(thread) + QLatin1String("/forever"), Role::Lane,
                   Rect{bar, std::min(6.0, bar.height() / 3)}, paint.fill, paint.stroke,
                   input.words.translate("Frame", "%1 waits for ever").arg(label)});
}

} // namespace il::scene
