#include "machine/modules/file_results.h"

#include "machine/builtins/bytes.h"
#include "machine/modules/descriptors.h"

#include <algorithm>
#include <array>

namespace il::machine {

namespace {

Value pairOf(Context& context, std::int64_t first, std::int64_t second)
{
    return context.heap.tuple({Value::of(first), Value::of(second)});
}

/// recv_into: how many bytes there were. The buffer may have shrunk meanwhile.
Value received(Context& context, const FileCall& call, Value buffer)
{
    const Writable target = writableBytes(context.heap, buffer);
    const std::size_t count = std::min(call.received.size(), target.size);
    if (count > 0)
        target.data->replace(target.begin, count, call.received, 0, count);
    return Value::of(static_cast<std::int64_t>(count));
}

Value polled(Context& context, const FileCall& call)
{
    std::vector<Value> items;
    for (const PollEntry& entry : call.entries)
        if (entry.found != 0)
            items.push_back(pairOf(context, entry.fd, entry.found));
    return context.heap.list(std::move(items));
}

Value collected(Context& context, const FileCall& call)
{
    std::vector<Value> items;
    for (const auto& [fd, events] : call.found)
        items.push_back(pairOf(context, fd, events));
    return context.heap.list(std::move(items));
}

/// `lists` is the tuple of the three lists that were asked about; the entries are in their order.
Value selected(Context& context, const FileCall& call, Value lists)
{
    const std::vector<Value> asked = context.heap.get<Tuple>(lists)->items;
    std::vector<Value> results;
    std::size_t next = 0;
    for (const Value list : asked) {
        std::vector<Value> ready;
        for (const Value object : std::vector<Value>(context.heap.get<List>(list)->items))
            if (call.entries[next++].found != 0)
                ready.push_back(object);
        results.push_back(context.heap.list(std::move(ready)));
    }
    return context.heap.tuple(std::move(results));
}

/// (descriptor, peer's address)
NativeResult accepted(Context& context, const FileCall& call)
{
    FdTable& fds = fdsOf(context);
    if (fds.full()) {
        Moment moment = kernelOf(context).momentAt(context.now);
        filesOf(context).release(moment, call.connection);
        kernelOf(context).filesChanged(context.now);
        return osError(context, errors::tooManyFiles);
    }
    const Socket& socket = filesOf(context).socketAt(call.connection);
    const Value peer = addressValue(context, socket.family, socket.peer);
    const int fd = fds.add(call.connection);
    kernelOf(context).descriptorOpened(callerOf(context), context.now, fd, call.connection);
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return context.heap.tuple({Value::of(std::int64_t{fd}), peer});
}

} // namespace

NativeResult callResult(Context& context, const FileCall& call, Value keep)
{
    const bool waits = call.error == errors::again || call.error == errors::inProgress;
    if (call.codeOnly)
        return Value::of(std::int64_t{waits && call.timed ? errors::again : call.error});
    if (waits && call.timed)
        return raise(context, Builtin::TimeoutError, "timed out");
    if (call.error != errors::none)
        return osError(context, call.error);
    switch (call.kind) {
    case FileCall::Kind::Read:
        return call.into ? received(context, call, keep) : context.heap.bytes(call.received);
    case FileCall::Kind::Write:
        return call.whole ? Value::none() : Value::of(static_cast<std::int64_t>(call.done));
    case FileCall::Kind::Accept:
        return accepted(context, call);
    case FileCall::Kind::Poll:
        return polled(context, call);
    case FileCall::Kind::Select:
        return selected(context, call, keep);
    case FileCall::Kind::Epoll:
        return collected(context, call);
    case FileCall::Kind::Connect:
    case FileCall::Kind::None:
        break;
    }
    return Value::none();
}

trace::SimTime transferCost(const Context& context, std::size_t bytes)
{
    const Costs& costs = kernelOf(const_cast<Context&>(context)).config().costs;
    return costs.syscall + trace::SimTime{costs.copyKiB.ns * static_cast<std::int64_t>(bytes) / 1024};
}

} // namespace il::machine
