#include "trace/fold.h"

#include <algorithm>

namespace il::trace::fold {

namespace {

using Copies = std::vector<PrivateCopy>;

DataValue valueOf(const Event& event)
{
    return {event.flags == 0 ? ValueKind::Int : ValueKind::Text, event.value};
}

Copies::iterator copyOf(Copies& copies, VariableId variable)
{
    return std::find_if(copies.begin(), copies.end(),
                        [variable](const PrivateCopy& copy) { return copy.variable == variable; });
}

void read(View& view, const Event& event, VariableView& variable)
{
    Copies& copies = threadAt(view, event.thread).copies;
    const auto old = copyOf(copies, event.object);
    if (old == copies.end() || old->stale)
        variable.readers.push_back(event.thread);
    if (old != copies.end())
        copies.erase(old);
    PrivateCopy copy;
    copy.variable = event.object;
    copy.value = valueOf(event);
    copy.version = variable.version;
    copy.lineage = variable.lineage;
    copies.push_back(copy);
}

void store(const Event& event, VariableView& variable)
{
    variable.written = true;
    variable.value = valueOf(event);
    variable.lastWriter = event.thread;
    ++variable.version;
    ++variable.lineage;
}

void countLost(const View& view, ThreadView& writer, VariableView& variable, const PrivateCopy& copy)
{
    writer.lostUpdates += variable.version - copy.version;
    variable.lineage = copy.lineage;
    variable.lastLost = view.now;
}

void write(View& view, const Event& event, VariableView& variable)
{
    ThreadView& writer = threadAt(view, event.thread);
    if (const auto own = copyOf(writer.copies, event.object); own != writer.copies.end()) {
        if (own->stale)
            countLost(view, writer, variable, *own);
        writer.copies.erase(own);
    }
    for (const ThreadId reader : variable.readers) {
        Copies& copies = threadAt(view, reader).copies;
        if (const auto copy = copyOf(copies, event.object); copy != copies.end())
            copy->stale = true;
    }
    variable.readers.clear();
    store(event, variable);
    variable.lostUpdates = variable.version - variable.lineage;
}

/// A local carries what the thread read last, unless that is carried already and this local carries another
/// copy.
void writeLocal(View& view, const Event& event, VariableView& variable)
{
    store(event, variable);
    Copies& copies = threadAt(view, event.thread).copies;
    if (copies.empty())
        return;
    const auto carrier = std::find_if(copies.begin(), copies.end(),
                                      [&](const PrivateCopy& copy) { return copy.local == event.object; });
    const bool lastIsNew = !copies.back().local;
    PrivateCopy& copy = lastIsNew || carrier == copies.end() ? copies.back() : *carrier;
    if (carrier != copies.end())
        carrier->local.reset();
    copy.local = event.object;
    copy.localValue = valueOf(event);
    copy.depth = static_cast<std::uint32_t>(threadAt(view, event.thread).stack.size());
}

} // namespace

void data(View& view, const Event& event)
{
    threadAt(view, event.thread);
    VariableView* variable = variableAt(view, event.object);
    if (!variable)
        return;
    switch (event.kind) {
    case EventKind::VariableRead:
        read(view, event, *variable);
        break;
    case EventKind::VariableWritten:
        write(view, event, *variable);
        break;
    case EventKind::LocalWritten:
        writeLocal(view, event, *variable);
        break;
    default:
        break;
    }
}

} // namespace il::trace::fold
