// A clock that only a test turns.
#pragma once

#include "app/player.h"

namespace il::app {

class HandClock : public Clock {
public:
    double nowMs() const override { return m_now; }
    void turn(double ms) { m_now += ms; }

private:
    double m_now = 1000;
};

/// Lets `ms` pass in frames of 10 ms, as the window does.
inline void pass(HandClock& clock, Player& player, double ms)
{
    for (double done = 0; done < ms; done += 10) {
        clock.turn(10);
        player.tick();
    }
}

} // namespace il::app
