#include "scene/narration_terms.h"

namespace il::scene::telling {

QString ofDropRequest(const Event& e, const Telling& t)
{
    const QString interval = timeText(t.trace.info().switchInterval.ns);
    return t.words.translate("Narration", "%1 has waited %2 without a switch: it asks %3 to drop the GIL.")
        .arg(who(t, e.thread), interval, who(t, static_cast<ThreadId>(e.object)));
}

QString ofGilReleased(const Event& e, const Telling& t)
{
    if (e.flags & 1)
        return t.words.translate("Narration", "%1 was asked for the GIL and drops it.").arg(who(t, e.thread));
    if (e.flags & 4)
        return t.words
            .translate("Narration", "%1 has run for its number of ticks: it releases the "
                                    "GIL and at once competes for it again.")
            .arg(who(t, e.thread));
    return t.words.translate("Narration", "%1 releases the GIL before something that may take long.")
        .arg(who(t, e.thread));
}

QString ofWaitGil(const Event& e, const Telling& t)
{
    switch (stateBefore(t, e.thread)) {
    case ThreadState::Io:
        return t.words.translate("Narration", "%1 has finished its I/O and wants the GIL back.")
            .arg(who(t, e.thread));
    case ThreadState::Sleeping:
        return t.words.translate("Narration", "%1 has slept long enough and wants the GIL back.")
            .arg(who(t, e.thread));
    case ThreadState::Blocked:
        return t.words
            .translate("Narration", "%1 need not wait any more, but it can go on only with the GIL.")
            .arg(who(t, e.thread));
    case ThreadState::WaitGil:
        return t.words.translate("Narration", "There was a switch while %1 waited: its timer starts again.")
            .arg(who(t, e.thread));
    default:
        return t.words
            .translate("Narration", "%1 is ready to run, but somebody else holds the GIL: it waits.")
            .arg(who(t, e.thread));
    }
}

/// "%1 sleeps until 12 ms." with or without a GIL to release.
QString ofPause(const Event& e, const Telling& t)
{
    if (const QString call = e.kind == EventKind::ThreadIo ? ofCallThatWaits(e, t) : QString();
        !call.isEmpty())
        return call;
    const bool releases = find(t, EventKind::GilReleased, e.thread) != nullptr;
    const QString end = timeText(e.value);
    if (e.kind == EventKind::ThreadSleeping)
        return (releases
                    ? t.words.translate("Narration", "%1 sleeps until %2 and releases the GIL meanwhile.")
                    : t.words.translate("Narration", "%1 sleeps until %2."))
            .arg(who(t, e.thread), end);
    if (releases)
        return t.words.translate("Narration", "%1 starts I/O. It needs no GIL for that, so it releases it.")
            .arg(who(t, e.thread));
    return t.words.translate("Narration", "%1 starts I/O and waits for it.").arg(who(t, e.thread));
}

} // namespace il::scene::telling
