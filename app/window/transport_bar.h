// The bar at the bottom: play, step, cues, scrubber, time, speed.
#pragma once

#include "../player.h"
#include "look.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace il::app {

class Scrubber;

class TransportBar : public QWidget {
    Q_OBJECT

public:
    explicit TransportBar(Player& player, QWidget* parent = nullptr);
    void setLook(const Look& look);
    void setDuration(trace::SimTime duration);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const char* name, const char* kind, void (Player::*action)());
    void showMoment();
    void showState();
    void retranslate();

    Player& m_player;
    Look m_look;
    trace::SimTime m_duration;
    QToolButton *m_previousCue, *m_back, *m_play, *m_forward, *m_nextCue;
    Scrubber* m_scrubber;
    QLabel* m_time;
    QToolButton* m_speed;
    QPushButton* m_pauseAtCues;
};

} // namespace il::app
