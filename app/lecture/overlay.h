// Lies over the stage: spotlight, pen, and the blank screen. The stage, its DisplayList and everything that
// is exported know nothing of it.
#pragma once

#include "../window/look.h"
#include "ink.h"

#include <QWidget>

namespace il::app {

enum class Tool : std::uint8_t { Arrow, Spotlight, Pen };
enum class Blank : std::uint8_t { None, Black, White };

class Overlay : public QWidget {
    Q_OBJECT

public:
    explicit Overlay(QWidget* parent);

    void setLook(const Look& look);
    void setPicture(const QRectF& place); ///< of the stage's picture, to which ink belongs

    Tool tool() const { return m_tool; }
    InkColour colour() const { return m_colour; }
    void take(Tool tool);
    void takePen(InkColour colour);
    void nextPen(); ///< accent, bad, good, and away

    const std::vector<InkStroke>& ink() const { return m_ink; }
    void wipe();
    void undo(); ///< the last stroke

    Blank blank() const { return m_blank; }
    void setBlank(Blank blank);

signals:
    void clicked(QPointF place); ///< with a tool that draws nothing
    void moved();                ///< the mouse
    void toolChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QPointF partOf(QPointF place) const;
    void drawInk(QPainter& painter) const;
    void drawSpotlight(QPainter& painter) const;

    Look m_look;
    QRectF m_picture;
    Tool m_tool = Tool::Arrow;
    InkColour m_colour = InkColour::Accent;
    Blank m_blank = Blank::None;
    std::vector<InkStroke> m_ink;
    bool m_drawing = false;
    QPointF m_light;           ///< the spotlight's middle
    double m_lightSize = 0.17; ///< its radius, of the picture's height
};

} // namespace il::app
