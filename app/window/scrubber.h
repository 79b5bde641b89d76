// The bar that shows where in the run we are, with a mark for each cue; drag it to go elsewhere.
#pragma once

#include "../player.h"
#include "look.h"

#include <QWidget>

namespace il::app {

class Scrubber : public QWidget {
    Q_OBJECT

public:
    explicit Scrubber(Player& player, QWidget* parent = nullptr);
    void setLook(const Look& look);
    QSize sizeHint() const override { return {400, 40}; }
    QSize minimumSizeHint() const override { return {120, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    double left() const;
    double length() const;
    double xOf(double fraction) const;
    const scene::CueMark* cueNear(double x) const;

    Player& m_player;
    Look m_look;
};

} // namespace il::app
