#include "charts/chart.h"

#include "charts/texture.h"

#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace il::charts {
namespace {

constexpr double playheadWidth = 2;
constexpr int compactBelow = 260, tinyBelow = 150; ///< pixels of height

QPen outlineOf(const Series& series)
{
    return {series.outline.isValid() ? series.outline : series.color, 1};
}

/// 1, 2 or 5 times a power of ten, so that there are `most` intervals at most.
double niceInterval(double span, int most, bool whole)
{
    const double least = span / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (factor * power >= least)
            return whole ? std::max(1.0, std::round(factor * power)) : factor * power;
    return 10 * power;
}

int decimals(double interval)
{
    return std::max(0, static_cast<int>(std::ceil(-std::log10(interval) - 1e-9)));
}

void dress(QAbstractAxis* axis, const QString& title, const Style& style)
{
    QFont bold = style.font;
    bold.setWeight(QFont::Medium);
    axis->setTitleText(title);
    axis->setTitleFont(bold);
    axis->setTitleBrush(style.ink2);
    axis->setLabelsFont(style.font);
    axis->setLabelsColor(style.ink2);
    axis->setLinePen(QPen(style.line, 1));
    axis->setGridLinePen(QPen(style.line, 1));
}

QValueAxis* valueAxis(double from, double to, int most, bool whole, const QString& title, const Style& style)
{
    auto* axis = new QValueAxis;
    const double interval = niceInterval(to - from, most, whole);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(interval);
    axis->setRange(from, to);
    axis->setLabelFormat(QStringLiteral("%.%1f").arg(decimals(interval)));
    dress(axis, title, style);
    return axis;
}

/// The outline of steps as a line: two points for each.
void appendStep(QLineSeries& line, double from, double to, double height)
{
    line.append(from, height);
    line.append(to, height);
}

} // namespace

/// A chart in a scene of its own; parts belong to Qt.
class Built {
public:
    Built(const Picture& picture, const Style& style, int height)
        : m_style(style), m_compact(height < compactBelow), m_tiny(height < tinyBelow)
    {
        m_scene.addItem(m_chart);
        m_chart->setBackgroundBrush(Qt::NoBrush);
        m_chart->setBackgroundPen(Qt::NoPen);
        m_chart->setMargins({0, 0, 8, 0});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_chart->setAnimationOptions(QChart::NoAnimation);
        dressLegend(picture.form);
        switch (picture.form) {
        case Form::Steps:
            addSteps(picture);
            break;
        case Form::Bars:
            addBars(picture);
            break;
        case Form::Lines:
            addLines(picture);
            break;
        }
        if (picture.playhead)
            addPlayhead(picture);
        attach(picture);
    }

    void resize(QSizeF size)
    {
        m_chart->resize(size);
        m_scene.setSceneRect(QRectF(QPointF(), size));
    }

    void render(QPainter& painter, const QRectF& area)
    {
        m_scene.render(&painter, area, m_scene.sceneRect());
    }

    double xAt(QPointF place) const { return m_chart->mapToValue(place).x(); }
    double placeOf(double x) const { return m_chart->mapToPosition({x, 0}).x(); }

    void movePlayhead(double x, double top)
    {
        if (m_playhead != nullptr)
            m_playhead->replace(QList<QPointF>{{x, 0}, {x, top}});
    }

private:
    void dressLegend(Form form)
    {
        QLegend* legend = m_chart->legend();
        legend->setAlignment(m_compact ? Qt::AlignRight : Qt::AlignTop);
        legend->setFont(m_style.font);
        legend->setLabelColor(m_style.ink);
        legend->setMarkerShape(form == Form::Lines ? QLegend::MarkerShapeFromSeries
                                                   : QLegend::MarkerShapeRectangle);
        legend->setContentsMargins(0, 0, 0, 0);
    }

    void addSteps(const Picture& picture)
    {
        std::vector<double> below;
        QLineSeries* lower = nullptr;
        for (const Series& series : picture.series) {
            below.resize(series.points.size());
            auto* upper = new QLineSeries(m_chart);
            if (lower == nullptr)
                lower = flat(series);
            for (std::size_t i = 0; i + 1 < series.points.size(); ++i) {
                below[i] += series.points[i].y();
                appendStep(*upper, series.points[i].x(), series.points[i + 1].x(), below[i]);
            }
            auto* area = new QAreaSeries(upper, lower);
            area->setName(series.name);
            area->setBrush(brushOf(series, m_style));
            area->setPen(outlineOf(series));
            m_chart->addSeries(area);
            lower = upper;
        }
    }

    QLineSeries* flat(const Series& like)
    {
        auto* line = new QLineSeries(m_chart);
        for (std::size_t i = 0; i + 1 < like.points.size(); ++i)
            appendStep(*line, like.points[i].x(), like.points[i + 1].x(), 0);
        return line;
    }

    void addBars(const Picture& picture)
    {
        auto* bars = new QHorizontalStackedBarSeries;
        for (const Series& series : picture.series) {
            auto* set = new QBarSet(series.name);
            std::vector<double> lengths(static_cast<std::size_t>(picture.categories.size()));
            for (const QPointF& point : series.points)
                if (const auto at = static_cast<std::size_t>(point.x()); at < lengths.size())
                    lengths[lengths.size() - 1 - at] = point.y(); // Qt's first category is the lowest one
            for (const double length : lengths)
                set->append(length);
            set->setBrush(brushOf(series, m_style));
            set->setPen(outlineOf(series));
            bars->append(set);
        }
        bars->setBarWidth(0.7);
        m_chart->addSeries(bars);
    }

    void addLines(const Picture& picture)
    {
        for (const Series& series : picture.series) {
            auto* line = new QLineSeries;
            line->setName(series.name);
            QPen pen(series.color, series.dashed ? m_style.strokeWidth : 2 * m_style.strokeWidth);
            pen.setStyle(series.dashed ? Qt::DashLine : Qt::SolidLine);
            line->setPen(pen);
            line->setPointsVisible(!series.dashed);
            line->setMarkerSize(4 * m_style.strokeWidth);
            for (const QPointF& point : series.points)
                line->append(point);
            m_chart->addSeries(line);
        }
    }

    void addPlayhead(const Picture& picture)
    {
        m_playhead = new QLineSeries;
        m_playhead->setPen(QPen(m_style.ink, playheadWidth));
        m_chart->addSeries(m_playhead);
        for (QLegendMarker* marker : m_chart->legend()->markers(m_playhead))
            marker->setVisible(false);
        movePlayhead(*picture.playhead, picture.yTo);
    }

    void attach(const Picture& picture)
    {
        const bool bars = picture.form == Form::Bars;
        auto* x = valueAxis(picture.xFrom, picture.xTo, 10, picture.wholeX,
                            m_tiny ? QString() : picture.xTitle, m_style);
        m_chart->addAxis(x, Qt::AlignBottom);
        QAbstractAxis* y = nullptr;
        if (bars) {
            auto* names = new QBarCategoryAxis;
            for (qsizetype i = picture.categories.size(); i-- > 0;)
                names->append(picture.categories[i]);
            dress(names, {}, m_style);
            names->setLabelsColor(m_style.ink);
            names->setGridLineVisible(false);
            y = names;
        } else {
            y = valueAxis(0, picture.yTo, 5, picture.wholeNumbersY, m_compact ? QString() : picture.yTitle,
                          m_style);
        }
        m_chart->addAxis(y, Qt::AlignLeft);
        for (QAbstractSeries* series : m_chart->series()) {
            series->attachAxis(x);
            series->attachAxis(y);
        }
    }

    Style m_style;
    bool m_compact; ///< little height: the legend stands beside, and the y axis has no title
    bool m_tiny;    ///< the x axis has none either
    QGraphicsScene m_scene;
    QChart* m_chart = new QChart; ///< the scene's
    QLineSeries* m_playhead = nullptr;
};

struct ChartWidget::Drawn {
    Built chart;
};

namespace {

void drawEmpty(QPainter& painter, const QRectF& area, const Picture& picture, const Style& style)
{
    painter.setFont(style.font);
    painter.setPen(style.ink2);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, picture.empty);
}

} // namespace

void draw(QPainter& painter, const QRectF& area, const Picture& picture, const Style& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, style.background);
    const double size = style.font.pixelSize();
    QRectF rest = area.adjusted(2 * size, 1.5 * size, -2 * size, -1.5 * size);
    QFont title = style.font;
    title.setPixelSize(static_cast<int>(size * 1.5));
    title.setBold(true);
    QRectF used;
    painter.setFont(title);
    painter.setPen(style.ink);
    painter.drawText(rest, Qt::TextWordWrap, picture.title, &used);
    rest.setTop(used.bottom() + size * 0.2);
    painter.setFont(style.font);
    painter.setPen(style.ink2);
    painter.drawText(rest, Qt::TextWordWrap, picture.description, &used);
    rest.setTop(used.bottom() + size * 0.6);
    if (picture.series.empty())
        return drawEmpty(painter, rest, picture, style);
    Built chart(picture, style, compactBelow);
    chart.resize(rest.size());
    chart.render(painter, rest);
}

ChartWidget::ChartWidget(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(200, 100);
}

ChartWidget::~ChartWidget() = default;

void ChartWidget::setStyle(const Style& style)
{
    m_style = style;
    rebuild();
}

void ChartWidget::setPicture(Picture picture)
{
    const bool sameChart =
        m_drawn != nullptr && picture.playhead && m_picture.playhead && sameButPlayhead(m_picture, picture);
    m_picture = std::move(picture);
    setAccessibleDescription(m_picture.series.empty() ? m_picture.empty : m_picture.description);
    if (!sameChart)
        return rebuild();
    m_drawn->chart.movePlayhead(*m_picture.playhead, m_picture.yTo);
    update();
}

void ChartWidget::rebuild()
{
    m_drawn.reset();
    if (!m_picture.series.empty()) {
        // NOLINTNEXTLINE(modernize-make-unique): an aggregate
        m_drawn.reset(new Drawn{{m_picture, m_style, height()}});
        m_drawn->chart.resize(size());
    }
    update();
}

void ChartWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto form = [](int height) { return std::pair(height < compactBelow, height < tinyBelow); };
    const bool changes = form(event->oldSize().height()) != form(height());
    if (changes)
        rebuild();
    else if (m_drawn != nullptr)
        m_drawn->chart.resize(size());
}

void ChartWidget::mousePressEvent(QMouseEvent* event)
{
    if (m_drawn != nullptr && m_picture.playhead)
        emit clicked(std::clamp(m_drawn->chart.xAt(event->position()), m_picture.xFrom, m_picture.xTo));
}

void ChartWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_drawn == nullptr)
        drawEmpty(painter, rect(), m_picture, m_style);
    else
        m_drawn->chart.render(painter, rect());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace il::charts
