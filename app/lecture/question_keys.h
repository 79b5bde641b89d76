// The keys that answer a question on the stage, the same in the window and in the presentation.
#pragma once

class QKeyEvent;

namespace il::app {

class Gates;

/// Space, Right and Page Down: what goes forward, or brings a blank stage back.
bool isForwardKey(const QKeyEvent& event);

/// 1, 2, ... choose an option (nothing once it is judged); a key that goes forward reveals the verdict. False
/// when no question wants the key, which then means what it usually does.
bool handleQuestionKey(Gates& gates, const QKeyEvent& event);

} // namespace il::app
