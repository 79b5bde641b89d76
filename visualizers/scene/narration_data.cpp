#include "scene/narration_terms.h"

namespace il::scene::telling {
namespace {

/// Somebody who read before this write and hasn't written since.
ThreadId staleHolder(const Event& write, const Telling& t)
{
    for (std::size_t i = 0; i < t.after.threads.size(); ++i)
        for (const trace::PrivateCopy& copy : t.after.threads[i].copies)
            if (copy.variable == write.object && copy.stale && i != write.thread)
                return static_cast<ThreadId>(i);
    return trace::noThread;
}

} // namespace

QString ofWritten(const Event& e, const Telling& t)
{
    if (losesUpdate(e, t.after))
        return t.words
            .translate("Narration",
                       "%1 writes %2 = %3, made from an old value: what others wrote in between is lost.")
            .arg(who(t, e.thread), variable(t, e), value(t, e));
    const ThreadId stale = staleHolder(e, t);
    if (stale != trace::noThread)
        return t.words
            .translate("Narration", "%1 writes %2 = %3. %4 has read the old value: if it "
                                    "writes now, this update is lost.")
            .arg(who(t, e.thread), variable(t, e), value(t, e), who(t, stale));
    return t.words.translate("Narration", "%1 writes %2 = %3.")
        .arg(who(t, e.thread), variable(t, e), value(t, e));
}

} // namespace il::scene::telling
