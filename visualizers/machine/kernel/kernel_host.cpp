// What the interpreter asks its host.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::EventKind;
using trace::SimTime;

NativeResult Kernel::write(Context& context, Stream stream, std::string_view text)
{
    const std::size_t most = m_config.limits.outputBytes + 1;
    const std::size_t room = most - std::min(s.out.size() + s.err.size(), most);
    const bool tooMuch = text.size() > room;
    text = text.substr(0, room);
    (stream == Stream::Out ? s.out : s.err) += text;
    if (m_builder && !text.empty())
        record(context.now, EventKind::Output, static_cast<trace::ThreadId>(context.threadId),
               m_builder->intern(text), 0, stream == Stream::Err ? 1 : 0);
    if (tooMuch) // back to the kernel at once, which looks at the limits
        return NativeResult::burn(trace::nanoseconds(1));
    return Value::none();
}

void Kernel::markRoots(Context&, Marker& marker)
{
    for (const ThreadContext& thread : s.contexts)
        il::machine::markRoots(marker, thread);
    for (const Thread& thread : s.threads) {
        marker.mark(thread.object);
        marker.mark(thread.wait.result);
        marker.mark(thread.burnResult);
        if (thread.outcome)
            marker.mark(thread.outcome->value);
    }
    for (const std::deque<Value>& queue : s.queues)
        for (const Value value : queue)
            marker.mark(value);
    for (const std::vector<Value>& call : s.atClosing)
        marker.mark(call);
    for (const std::vector<Value>& call : s.atExit)
        marker.mark(call);
}

void Kernel::named(Context& context, Handle object, std::string_view name)
{
    const auto* kernelObject = context.heap.get<KernelObject>(Value::ref(object));
    constexpr std::uint32_t syncKinds = 16; // others are of tables that aren't waited for
    if (!kernelObject || kernelObject->kind >= syncKinds || kernelObject->index >= s.objects.size())
        return;
    SyncObject& sync = s.objects[kernelObject->index];
    if (sync.named)
        return;
    sync.named = true;
    sync.name = name;
    if (m_builder)
        m_builder->object(sync.traceId).name = m_builder->intern(name);
}

void Kernel::setSwitchInterval(Context&, SimTime interval)
{
    s.switchInterval = interval;
    s.gil.setInterval(interval);
}

SimTime Kernel::switchInterval(Context&)
{
    return s.switchInterval;
}

std::int64_t Kernel::processId(Context&)
{
    return 4242;
}

/// CPython's idents are addresses of the threads' stacks: large, and far apart.
std::int64_t Kernel::threadIdent(Context& context)
{
    return 0x7F5C'4000'0000 - static_cast<std::int64_t>(context.threadId) * 0x80'1000;
}

} // namespace il::machine
