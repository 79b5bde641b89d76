#include "mutex/texts.h"

#include "scene/parts.h"

#include <algorithm>

namespace il::mutex {

using scene::StageInput;
using scene::timeText;
using trace::ObjectKind;
using trace::PrivateCopy;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;
using trace::ThreadView;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool contains(const std::vector<ThreadId>& threads, ThreadId thread)
{
    return std::find(threads.begin(), threads.end(), thread) != threads.end();
}

CardWords accessWords(const StageInput& input, const Subjects& subjects, const Access& access)
{
    const auto& words = input.words;
    const QString value = valueText(input.trace, access.value);
    if (access.lost)
        return {{},
                words.translate("Mutex", "writes %1: an update is lost").arg(value),
                words.translate("Mutex", "update lost"),
                true};
    const QString brief =
        (access.write ? words.translate("Mutex", "writes %1") : words.translate("Mutex", "reads %1"))
            .arg(value);
    if (subjects.variables.size() == 1)
        return {{}, brief, brief, false};
    const QString full = access.write ? words.translate("Mutex", "writes %1 to %2")
                                      : words.translate("Mutex", "reads %1 from %2");
    return {{}, full.arg(value, variableName(input.trace, access.variable)), brief, false};
}

CardWords copyWords(const StageInput& input, const PrivateCopy& copy)
{
    const auto& words = input.words;
    const QString value = valueText(input.trace, copy.value);
    if (copy.stale) {
        const QString now = valueText(input.trace, input.view.variables[copy.variable].value);
        return {{},
                words.translate("Mutex", "read %1, but it is %2 now").arg(value, now),
                words.translate("Mutex", "it is %1 now").arg(now),
                true};
    }
    const QString brief = words.translate("Mutex", "read %1").arg(value);
    if (copy.local && !(copy.localValue == copy.value))
        return {
            {},
            words.translate("Mutex", "read %1, holds %2").arg(value, valueText(input.trace, copy.localValue)),
            brief,
            false};
    if (copy.local)
        return {{}, brief, brief, false};
    return {{},
            words.translate("Mutex", "has read %1").arg(variableName(input.trace, copy.variable)),
            brief,
            false};
}

QString copyCode(const trace::Trace& trace, const PrivateCopy& copy)
{
    const QString pattern = QStringLiteral("%1 = %2");
    if (copy.local)
        return pattern.arg(variableName(trace, *copy.local), valueText(trace, copy.localValue));
    return valueText(trace, copy.value);
}

CardWords waitWords(const StageInput& input, const ThreadView& thread, ThreadId id)
{
    const auto& words = input.words;
    const QString name = objectName(input.trace, thread.queuedAt);
    if (contains(input.view.objects[thread.queuedAt].woken, id))
        return {{},
                words.translate("Mutex", "woken, hasn't got %1 yet").arg(name),
                words.translate("Mutex", "woken"),
                false};
    if (waitsForEver(input.view, id))
        return {{},
                words.translate("Mutex", "waits for %1 for ever").arg(name),
                words.translate("Mutex", "waits for ever"),
                true};
    const QString brief = words.translate("Mutex", "waits");
    const bool joins = input.trace.objects()[thread.queuedAt].kind == ObjectKind::ThreadEnd;
    return {
        {},
        (joins ? words.translate("Mutex", "waits for %1 to end") : words.translate("Mutex", "waits for %1"))
            .arg(name),
        brief,
        false};
}

CardWords stateWords(const StageInput& input, const ThreadView& thread, ThreadId id)
{
    if (thread.queuedAt < input.trace.objects().size())
        return waitWords(input, thread, id);
    const bool timed = thread.state == ThreadState::Io || thread.state == ThreadState::Sleeping;
    const QString state = scene::stateText(thread.state, input.words);
    if (!timed || thread.until == SimTime::never())
        return {{}, state, state, false};
    const QString left = timeText((thread.until - input.view.now).ns);
    return {{}, input.words.translate("Mutex", "%1, %2 left").arg(state, left), state, false};
}

bool concerns(const Subjects& subjects, trace::VariableId variable)
{
    return std::find(subjects.variables.begin(), subjects.variables.end(), variable) !=
           subjects.variables.end();
}

} // namespace

QString valueText(const trace::Trace& trace, const trace::DataValue& value)
{
    return value.kind == trace::ValueKind::Int
               ? QString::number(value.value)
               : fromUtf8(trace.string(static_cast<trace::StringId>(value.value)));
}

QString variableName(const trace::Trace& trace, trace::VariableId variable)
{
    return fromUtf8(trace.string(trace.variables()[variable].name));
}

QString objectName(const trace::Trace& trace, trace::ObjectId object)
{
    return fromUtf8(trace.string(trace.objects()[object].name));
}

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Lock:
        return QStringLiteral("Lock");
    case ObjectKind::RLock:
        return QStringLiteral("RLock");
    case ObjectKind::Condition:
        return QStringLiteral("Condition");
    case ObjectKind::Semaphore:
        return QStringLiteral("Semaphore");
    case ObjectKind::Event:
        return QStringLiteral("Event");
    case ObjectKind::Barrier:
        return QStringLiteral("Barrier");
    case ObjectKind::Queue:
        return QStringLiteral("Queue");
    case ObjectKind::ThreadEnd:
    case ObjectKind::ProcessEnd:
    case ObjectKind::Pool:
    case ObjectKind::Channel:
    case ObjectKind::Other:
        break;
    }
    return {};
}

QString objectValue(const StageInput& input, trace::ObjectId object)
{
    const trace::ObjectInfo& info = input.trace.objects()[object];
    const std::int64_t value = input.view.objects[object].value;
    switch (info.kind) {
    case ObjectKind::Event:
        return value != 0 ? input.words.translate("Mutex", "set") : input.words.translate("Mutex", "not set");
    case ObjectKind::Semaphore:
    case ObjectKind::Barrier:
    case ObjectKind::Queue:
        return info.limit > 0 ? input.words.translate("Mutex", "%1 of %2").arg(value).arg(info.limit)
                              : QString::number(value);
    default:
        return {};
    }
}

bool waitsForEver(const trace::View& view, ThreadId thread)
{
    std::vector<ThreadId> seen;
    while (thread < view.threads.size() && !contains(seen, thread)) {
        const ThreadView& waiter = view.threads[thread];
        const bool waits = waiter.state == ThreadState::Blocked && waiter.until == SimTime::never();
        if (!waits || waiter.waitsFor >= view.objects.size())
            return false;
        seen.push_back(thread);
        thread = view.objects[waiter.waitsFor].owner;
    }
    return contains(seen, thread);
}

const PrivateCopy* chiefCopy(const ThreadView& thread, const Subjects& subjects)
{
    const PrivateCopy* chief = nullptr;
    for (const PrivateCopy& copy : thread.copies)
        if (concerns(subjects, copy.variable) && (!chief || copy.stale || !chief->stale))
            chief = &copy;
    return chief;
}

const ThreadView* threadOf(const trace::View& view, ThreadId thread)
{
    return thread < view.threads.size() ? &view.threads[thread] : nullptr;
}

CardWords cardWords(const StageInput& input, const Subjects& subjects, const std::vector<Access>& accesses,
                    ThreadId id)
{
    const ThreadView* thread = threadOf(input.view, id);
    if (!thread) {
        const QString state = scene::stateText(ThreadState::New, input.words);
        return {{}, state, state, false};
    }
    CardWords words = stateWords(input, *thread, id);
    const PrivateCopy* copy = chiefCopy(*thread, subjects);
    if (copy)
        words = copyWords(input, *copy);
    for (const Access& access : accesses)
        if (access.thread == id && concerns(subjects, access.variable) && !words.wrong)
            words = accessWords(input, subjects, access);
    if (copy)
        words.copy = copyCode(input.trace, *copy);
    return words;
}

} // namespace il::mutex
