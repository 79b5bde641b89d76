// The keys that play, the same in the window and in the presentation.
#pragma once

class QKeyEvent;

namespace il::app {

class Player;

/// Space, arrows, Page Up/Down, Home, End. False for a key that isn't one of them.
bool handlePlaybackKey(Player& player, const QKeyEvent& event);

} // namespace il::app
