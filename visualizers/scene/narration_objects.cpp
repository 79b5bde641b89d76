#include "scene/narration_terms.h"

namespace il::scene::telling {

/// A lock that isn't waited for although somebody has it was only tried.
QString ofRequested(const Event& e, const Telling& t)
{
    if (e.value != 0)
        return t.words.translate("Narration", "%1 wants %2, which is taken.")
            .arg(who(t, e.thread), object(t, e));
    const ThreadId owner =
        e.object < t.after.objects.size() ? t.after.objects[e.object].owner : trace::noThread;
    if (owner == trace::noThread || owner == e.thread)
        return t.words.translate("Narration", "%1 wants %2, which is free.")
            .arg(who(t, e.thread), object(t, e));
    return t.words
        .translate("Narration", "%1 tries to take %2, but %3 holds it. %1 doesn't wait: it goes without.")
        .arg(who(t, e.thread), object(t, e), who(t, owner));
}

QString ofBlocked(const Event& e, const Telling& t)
{
    const ThreadId owner =
        e.object < t.after.objects.size() ? t.after.objects[e.object].owner : trace::noThread;
    switch (kindOf(t, e)) {
    case ObjectKind::ThreadEnd:
        return t.words.translate("Narration", "%1 waits until %2 has finished.")
            .arg(who(t, e.thread), object(t, e));
    case ObjectKind::ProcessEnd:
        if (object(t, e) == QLatin1String("any child"))
            return t.words.translate("Narration", "%1 waits until one of its child processes has ended.")
                .arg(who(t, e.thread));
        return t.words.translate("Narration", "%1 waits until the process %2 has ended.")
            .arg(who(t, e.thread), object(t, e));
    case ObjectKind::Queue:
        return t.words.translate("Narration", "%1 can't go on with the queue %2 yet: it waits.")
            .arg(who(t, e.thread), object(t, e));
    case ObjectKind::Lock:
    case ObjectKind::RLock:
        if (owner != trace::noThread)
            return t.words.translate("Narration", "%1 wants %2, but %3 holds it: %1 waits.")
                .arg(who(t, e.thread), object(t, e), who(t, owner));
        break;
    case ObjectKind::Other: // a thread's beginning, which start() waits for
        return t.words.translate("Narration", "%1 waits in start() until %2 runs.")
            .arg(who(t, e.thread), object(t, e));
    default:
        break;
    }
    return t.words.translate("Narration", "%1 waits for %2.").arg(who(t, e.thread), object(t, e));
}

QString ofReleased(const Event& e, const Telling& t)
{
    if (e.value > 0)
        return t.words.translate("Narration", "%1 leaves %2 once; it still holds it (depth %3).")
            .arg(who(t, e.thread), object(t, e), QString::number(e.value));
    for (const Event& other : t.events)
        if (other.kind == EventKind::LockWoken && other.object == e.object)
            return t.words
                .translate("Narration", "%1 releases %2 and wakes %3, which now may try to take it.")
                .arg(who(t, e.thread), object(t, e), who(t, other.thread));
    return t.words.translate("Narration", "%1 releases %2.").arg(who(t, e.thread), object(t, e));
}

QString ofAcquired(const Event& e, const Telling& t)
{
    if (e.value > 1)
        return t.words.translate("Narration", "%1 holds %2 already and enters it again (depth %3).")
            .arg(who(t, e.thread), object(t, e), QString::number(e.value));
    return t.words.translate("Narration", "%1 acquires %2: nobody else can hold it now.")
        .arg(who(t, e.thread), object(t, e));
}

QString ofValue(const Event& e, const Telling& t)
{
    switch (kindOf(t, e)) {
    case ObjectKind::Queue:
        return t.words.translate("Narration", "The queue %1 now holds %n item(s).", nullptr, count(e))
            .arg(object(t, e));
    case ObjectKind::Semaphore:
        return t.words.translate("Narration", "The semaphore %1 now stands at %2.")
            .arg(object(t, e), QString::number(e.value));
    case ObjectKind::Event:
        return (e.value ? t.words.translate("Narration", "The event %1 is set: nobody waits for it any more.")
                        : t.words.translate("Narration", "The event %1 is cleared."))
            .arg(object(t, e));
    case ObjectKind::Barrier:
        return t.words
            .translate("Narration", "%n thread(s) have arrived at the barrier %1.", nullptr, count(e))
            .arg(object(t, e));
    default:
        return {};
    }
}

} // namespace il::scene::telling
