// What the interpreter asks its host.
#include "machine/kernel/kernel.h"

#include "machine/modules/descriptors.h"

#include <algorithm>
#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::SimTime;

NativeResult Kernel::write(Context& context, Stream stream, std::string_view text)
{
    const std::size_t most = m_config.limits.outputBytes + 1;
    const std::size_t room = most - std::min(printedBytes(), most);
    const bool tooMuch = text.size() >= room;
    s.printedTooMuch |= tooMuch;
    text = text.substr(0, room);
    if (stream == Stream::Err) {
        s.err += text;
    } else {
        Process& process = machine::processOf(context);
        process.output.write(text, s.out);
        tellPrinted(context, process, text);
        if (m_config.terminal && text.find('\n') != std::string_view::npos)
            flush(process);
    }
    if (m_builder && stream == Stream::Err && !text.empty())
        record(context.now, EventKind::Output, static_cast<trace::ThreadId>(context.threadId),
               m_builder->intern(text), 0, 1);
    if (tooMuch) // back to the kernel at once, which looks at the limits
        return NativeResult::burn(trace::nanoseconds(1));
    return Value::none();
}

/// With what still waits in the processes' buffers.
std::size_t Kernel::printedBytes() const
{
    std::size_t sum = s.out.size() + s.err.size();
    for (const ProcessId id : s.living)
        sum += s.processes[id].output.bytes();
    return sum;
}

void Kernel::flush(Context& context, Stream stream)
{
    if (stream == Stream::Out)
        flush(machine::processOf(context));
}

void Kernel::pagesCopied(Context& context)
{
    const auto thread = static_cast<trace::ThreadId>(context.threadId);
    record(context.now, EventKind::PagesCopied, thread, s.threads[thread].process,
           context.memory.pages.copied());
}

void Kernel::flush(Process& process)
{
    process.output.flush(s.out);
    tellInherited(process, process.main, s.threads[process.main].clock);
    process.openLine = {};
}

void Kernel::tellPrinted(const Context& context, Process& process, std::string_view text)
{
    if (!m_builder || text.empty())
        return;
    const auto thread = static_cast<ThreadId>(context.threadId);
    tellInherited(process, thread, context.now);
    process.openLine.events.push_back(m_builder->size());
    process.openLine.text += text;
    record(context.now, EventKind::Output, thread, m_builder->intern(text));
    if (text.find('\n') != std::string_view::npos)
        process.openLine = {};
}

void Kernel::tellInherited(Process& process, ThreadId thread, SimTime now)
{
    OpenLine& line = process.openLine;
    if (!m_builder || line.inherited.empty())
        return;
    line.events.push_back(m_builder->size());
    record(now, EventKind::Output, thread, m_builder->intern(line.inherited));
    line.text = std::exchange(line.inherited, {});
}

void Kernel::loseOpenLine(Process& process)
{
    if (m_builder)
        for (const std::size_t event : process.openLine.events)
            m_builder->loseOutput(event);
    process.openLine = {};
}

void Kernel::markRoots(Context& context, Marker& marker)
{
    const Process& process = machine::processOf(context);
    for (const trace::ThreadId id : process.numbers) {
        if (id == trace::noThread)
            continue;
        const Thread& thread = s.threads[id];
        il::machine::markRoots(marker, s.contexts[id]);
        marker.mark(thread.object);
        marker.mark(thread.wait.result);
        marker.mark(thread.burnResult);
        for (const Wait& wait : thread.interrupted)
            marker.mark(wait.result);
        if (thread.outcome)
            marker.mark(thread.outcome->value);
    }
    for (const auto& [signal, handler] : process.handlers)
        marker.mark(handler);
    for (const SyncId id : process.syncs)
        if (s.objects[id].kind == trace::ObjectKind::Queue)
            for (const Value value : s.queues[s.objects[id].items])
                marker.mark(value);
    for (const Calls* calls : {&process.atClosing, &process.atExit})
        for (const std::vector<Value>& call : *calls)
            marker.mark(call);
}

void Kernel::named(Context& context, Handle object, std::string_view name, bool forNow)
{
    const auto* kernelObject = context.heap.get<KernelObject>(Value::ref(object));
    if (const auto fd = kernelObject ? descriptorOf(context, Value::ref(object)) : std::nullopt) {
        const FileId file = machine::processOf(context).fds[*fd];
        return file == noFile ? void() : nameFile(file, name);
    }
    if (!kernelObject || !isSync(*kernelObject))
        return;
    const SyncId id = machine::processOf(context).syncs[kernelObject->index];
    SyncObject& sync = s.objects[id];
    if (sync.named)
        return;
    sync.named = !forNow;
    // The object of a pool or channel lies within the Python one that the script knows: "pool", not
    // "pool._record".
    const bool within = sync.kind == trace::ObjectKind::Pool || sync.kind == trace::ObjectKind::Channel;
    sync.name = within ? name.substr(0, name.rfind('.')) : name;
    if (const int use = forNow ? 1 : ++m_nameUses[sync.name]; use > 1)
        sync.name += '#' + std::to_string(use);
    if (m_builder)
        m_builder->object(traceOf(id)).name = m_builder->intern(sync.name);
}

void Kernel::setSwitchInterval(Context& context, SimTime interval)
{
    Process& process = machine::processOf(context);
    process.switchInterval = interval;
    process.gil.setInterval(interval);
}

SimTime Kernel::switchInterval(Context& context)
{
    return machine::processOf(context).switchInterval;
}

std::int64_t Kernel::processId(Context& context)
{
    return machine::processOf(context).pid;
}

std::int64_t Kernel::threadIdent(Context& context)
{
    return identOf(s.threads[context.threadId].number);
}

/// CPython's idents are addresses of the threads' stacks: large, and far apart.
std::int64_t Kernel::identOf(std::uint32_t number)
{
    return 0x7F5C'4000'0000 - std::int64_t{number} * 0x80'1000;
}

} // namespace il::machine
