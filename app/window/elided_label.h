// A line of text that ends in "…" where there is no room for all of it.
#pragma once

#include <QLabel>
#include <QPainter>

namespace il::app {

/// Says all of it to a screen reader nevertheless.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const QRect place = contentsRect();
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    }
};

} // namespace il::app
