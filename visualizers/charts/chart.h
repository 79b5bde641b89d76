// Draws a chart with Qt Charts: in a window, and on any other paint device. Needs a QApplication.
#pragma once

#include "charts/picture.h"

#include <QFont>
#include <QWidget>

#include <memory>

class QPainter;

namespace il::charts {

struct Style {
    QColor background, ink, ink2, line, accent;
    QFont font; ///< of axes and legend, in pixels; the title is larger
    double strokeWidth = 1.5;
    bool vector = false; ///< for a device of lines and areas, such as SVG
};

/// Draws title, description and chart into `area`; sizes are in the painter's units.
void draw(QPainter& painter, const QRectF& area, const Picture& picture, const Style& style);

/// A chart in a window, without title and description, which it gives to screen readers.
class ChartWidget : public QWidget {
    Q_OBJECT

public:
    explicit ChartWidget(QWidget* parent = nullptr);
    ~ChartWidget() override;

    void setStyle(const Style& style);
    /// A picture that differs only by its playhead and description moves the line and nothing else.
    void setPicture(Picture picture);
    const Picture& picture() const { return m_picture; }

signals:
    void clicked(double x); ///< on a chart with a playhead: there

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Drawn;
    void rebuild();

    Picture m_picture;
    Style m_style;
    std::unique_ptr<Drawn> m_drawn;
};

} // namespace il::charts
