#include "scene/narration_terms.h"

#include "scene/parts.h"
#include "trace/census.h"

#include <algorithm>

namespace il::scene::telling {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString who(const Telling& t, ThreadId thread)
{
    QString label = threadLabel(t.trace, t.after, thread);
    bool isPid = false;
    label.section(QLatin1Char(' '), 0, 0).toLongLong(&isPid);
    if (isPid)
        label = QStringLiteral("pid ") + label;
    // Nobody has seen it start, and it has no lane.
    if (thread < t.after.threads.size() && t.after.threads[thread].service)
        return t.words.translate("Narration", "%1 (a thread of the library)").arg(label);
    return label;
}

QString variable(const Telling& t, const Event& e)
{
    const auto variables = t.trace.variables();
    return e.object < variables.size() ? fromUtf8(t.trace.string(variables[e.object].name))
                                       : QStringLiteral("?");
}

QString value(const Telling& t, const Event& e)
{
    if (e.flags == static_cast<std::uint8_t>(trace::ValueKind::Int))
        return QString::number(e.value);
    return fromUtf8(t.trace.string(static_cast<trace::StringId>(e.value)));
}

ObjectKind kindOf(const Telling& t, const Event& e)
{
    const auto objects = t.trace.objects();
    return e.object < objects.size() ? objects[e.object].kind : ObjectKind::Other;
}

QString object(const Telling& t, const Event& e)
{
    const auto objects = t.trace.objects();
    if (e.object >= objects.size())
        return QStringLiteral("?");
    const std::string_view name = t.trace.string(objects[e.object].name);
    // A thread's end, or beginning, has the thread's name; it is called as the thread is everywhere.
    if (objects[e.object].kind != ObjectKind::ThreadEnd && objects[e.object].kind != ObjectKind::Other)
        return fromUtf8(name);
    const auto& threads = t.trace.census().threadNames;
    const auto thread = std::find(threads.begin(), threads.end(), objects[e.object].name);
    return threadLabel(name, static_cast<ThreadId>(thread == threads.end() ? 1 : thread - threads.begin()));
}

int count(const Event& e)
{
    return static_cast<int>(std::clamp<std::int64_t>(e.value, 0, INT32_MAX));
}

const Event* find(const Telling& t, EventKind kind, ThreadId thread)
{
    const auto found = std::find_if(t.events.begin(), t.events.end(),
                                    [&](const Event& e) { return e.kind == kind && e.thread == thread; });
    return found == t.events.end() ? nullptr : &*found;
}

ThreadState stateBefore(const Telling& t, ThreadId thread)
{
    const trace::View before = t.trace.atStep(t.step == 0 ? 0 : t.step - 1);
    return thread < before.threads.size() ? before.threads[thread].state : ThreadState::New;
}

QString quoted(const QString& text)
{
    QString line = text.trimmed().section(QLatin1Char('\n'), 0, 0);
    if (line.size() > 60)
        line = line.left(59) + QChar(0x2026);
    return line;
}

} // namespace il::scene::telling
