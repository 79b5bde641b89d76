// How much memory a run takes. The limit is one for all its processes together.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

namespace {

/// What a heap has allocated, though the program may have freed some of it: handles aren't given back.
std::size_t heldBy(const Heap& heap)
{
    return std::max(heap.bytesUsed(), std::size_t{heap.end()} * Heap::objectBytes);
}

std::size_t heldBy(const Process& process)
{
    return heldBy(process.memory.heap) + process.output.bytes() + process.payload.size() +
           process.generators.size() * sizeof(Mersenne) + process.fds.end() * sizeof(FdTable::Entry) +
           process.syncs.size() * sizeof(SyncId);
}

std::size_t heldBy(const ThreadContext& context)
{
    return context.frames.capacity() * sizeof(Frame) + context.stack.capacity() * sizeof(Value);
}

} // namespace

/// To be called after the thread has run: what it holds, and what its process does.
void Kernel::count(trace::ThreadId thread)
{
    Thread& t = s.threads[thread];
    s.heldBytes -= t.heldBytes;
    t.heldBytes = heldBy(s.contexts[thread]);
    s.heldBytes += t.heldBytes;
    count(s.processes[t.process]);
}

void Kernel::count(Process& process)
{
    s.heldBytes -= process.heldBytes;
    process.heldBytes = heldBy(process);
    s.heldBytes += process.heldBytes;
}

/// It has ended.
void Kernel::forget(Process& process)
{
    s.heldBytes -= process.heldBytes;
    process.heldBytes = 0;
}

/// What belongs to no process: it stays until the run ends.
std::size_t Kernel::tableBytes() const
{
    constexpr std::size_t emptyQueue = sizeof(std::deque<Value>) + 576; // and what it allocates at once
    return s.objects.size() * sizeof(SyncObject) + s.queues.size() * emptyQueue +
           s.processes.size() * sizeof(Process) + s.files.bytes() + s.cellBytes;
}

bool Kernel::hasRoom(std::size_t bytes) const
{
    const std::size_t limit = m_config.limits.heapBytes, used = s.heldBytes + tableBytes();
    return used <= limit && bytes <= limit - used;
}

/// How far the process's heap may grow: what the others have left, on top of what it holds.
std::size_t Kernel::heapLimit(const Process& process) const
{
    const std::size_t limit = m_config.limits.heapBytes, used = s.heldBytes + tableBytes();
    return heldBy(process.memory.heap) + limit - std::min(used, limit);
}

/// Heaps may exceed the limit for a while, until they look for garbage: only then is it known what they need.
bool Kernel::tooMuchMemory() const
{
    const std::size_t limit = m_config.limits.heapBytes, tables = tableBytes();
    return tables > limit || s.heldBytes + tables > 2 * limit;
}

} // namespace il::machine
