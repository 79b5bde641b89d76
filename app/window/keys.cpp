#include "keys.h"

#include "../player.h"

#include <QKeyEvent>

namespace il::app {

bool handlePlaybackKey(Player& player, const QKeyEvent& event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        player.toggle();
        return true;
    case Qt::Key_Right:
        player.stepForward();
        return true;
    case Qt::Key_Left:
        player.stepBack();
        return true;
    case Qt::Key_PageDown:
        player.nextCue();
        return true;
    case Qt::Key_PageUp:
        player.previousCue();
        return true;
    case Qt::Key_Home:
        player.toStart();
        return true;
    case Qt::Key_End:
        player.toEnd();
        return true;
    default:
        return false;
    }
}

} // namespace il::app
