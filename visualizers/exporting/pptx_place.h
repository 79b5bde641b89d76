// From stage pixels to a slide's English Metric Units.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace il::exporting {

/// Size of the slides in EMU for a stage: 1920 x 1080 becomes PowerPoint's usual 13.333 x 7.5 inches.
QSize slideSize(const QSizeF& stage);

/// Where a stage lies on a slide: scaled uniformly and centred.
class Place {
public:
    Place(const QSizeF& stage, const QSize& slide);

    qint64 length(double px) const;
    QPointF point(QPointF px) const;     ///< whole numbers
    QRectF rect(const QRectF& px) const; ///< whole numbers
    int fontSize(double px) const;       ///< in hundredths of a point

private:
    double m_scale;
    QPointF m_origin;
};

} // namespace il::exporting
