// The bar that shows where in the run we are, with a mark for each cue; drag it to go elsewhere.
#pragma once

#include "../access/spoken_value.h"
#include "../player.h"
#include "look.h"

#include <QWidget>

namespace il::app {

class Scrubber : public QWidget, public SpokenValue {
    Q_OBJECT

public:
    explicit Scrubber(Player& player, QWidget* parent = nullptr);
    void setLook(const Look& look);
    void setDuration(trace::SimTime duration) { m_duration = duration; } ///< of the player's run

    /// The step, counted from 1 as people do.
    int spokenValue() const override;
    Range spokenRange() const override;
    QString valueInWords() const override;
    void setSpokenValue(int value) override;

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

    void showMoment();

    Player& m_player;
    Look m_look;
    trace::SimTime m_duration;
    std::size_t m_toldStep = 0;
};

} // namespace il::app
