// What happens to messages between processes.
#include "scene/narration_terms.h"

namespace il::scene::telling {

QString ofMessage(const Event& e, const Telling& t)
{
    if (e.object >= t.trace.messages().size())
        return {};
    const trace::MessageInfo& info = t.trace.messages()[e.object];
    const QString text = fromUtf8(t.trace.string(info.text));
    const bool known = info.channel < t.trace.objects().size();
    const QString channel =
        known ? fromUtf8(t.trace.string(t.trace.objects()[info.channel].name)) : QString();
    if (e.kind == EventKind::MessageTaken)
        return t.words.translate("Narration", "%1 takes %2 out of %3.").arg(who(t, e.thread), text, channel);
    if (e.kind == EventKind::MessageSent && (e.flags & 1) != 0)
        return t.words.translate("Narration", "%1 can't be sent: it is lost.").arg(text);
    if (e.kind == EventKind::MessageSent)
        return t.words.translate("Narration", "%1 is in the pipe of %2 now, where others can see it.")
            .arg(text, channel);
    if (known && t.trace.objects()[info.channel].feeders)
        return t.words
            .translate("Narration",
                       "%1 puts %2 into %3: it lies in a buffer of the process, and a thread there "
                       "will write it into the pipe.")
            .arg(who(t, e.thread), text, channel);
    return t.words.translate("Narration", "%1 sends %2 over %3.").arg(who(t, e.thread), text, channel);
}

} // namespace il::scene::telling
