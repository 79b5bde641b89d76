#include "trace/fold.h"

namespace il::trace::fold {

void messages(View& view, const Event& event)
{
    if (event.object >= view.messages.size())
        return;
    MessageView& message = view.messages[event.object];
    switch (event.kind) {
    case EventKind::MessagePut:
        message = {MessageState::Put, event.thread, noThread, view.now, SimTime::never(), SimTime::never()};
        break;
    case EventKind::MessageSent:
        message.state = (event.flags & 1) != 0 ? MessageState::Failed : MessageState::Sent;
        message.sent = view.now;
        break;
    case EventKind::MessageTaken:
        message.state = MessageState::Taken;
        message.receiver = event.thread;
        message.taken = view.now;
        break;
    default:
        break;
    }
}

} // namespace il::trace::fold
