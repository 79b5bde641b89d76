#include "deadlock/names.h"

#include "scene/parts.h"

namespace il::deadlock {

using trace::ObjectKind;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameOf(const scene::StageInput& input, const Cast& cast, trace::ObjectId id)
{
    const trace::ObjectInfo& info = input.trace.objects()[id];
    const QString name = fromUtf8(input.trace.string(info.name));
    if (info.kind != ObjectKind::ThreadEnd && info.kind != ObjectKind::ProcessEnd)
        return name;
    const auto giver = cast.givers.find(id);
    return input.words.translate("Deadlock", "end of %1")
        .arg(giver == cast.givers.end() ? name : scene::threadLabel(input.trace, giver->second));
}

} // namespace

QString Names::of(trace::ThreadId thread) const
{
    const auto at = threads.find(thread);
    return at == threads.end() ? QString() : at->second;
}

QString Names::ofObject(trace::ObjectId object) const
{
    const auto at = objects.find(object);
    return at == objects.end() ? QString() : at->second;
}

Names namesOf(const scene::StageInput& input, const Cast& cast)
{
    Names names;
    for (const trace::ThreadId id : cast.threads)
        names.threads[id] = scene::threadLabel(input.trace, id);
    for (const trace::ObjectId id : cast.objects)
        names.objects[id] = nameOf(input, cast, id);
    return names;
}

} // namespace il::deadlock
