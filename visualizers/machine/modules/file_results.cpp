#include "machine/modules/file_results.h"

#include "machine/builtins/bytes.h"
#include "machine/builtins/values.h"
#include "machine/modules/descriptors.h"

#include <array>

namespace il::machine {

namespace {

Builtin classFor(int error)
{
    switch (error) {
    case errors::again:
    case errors::already:
    case errors::inProgress:
        return Builtin::BlockingIOError;
    case errors::brokenPipe:
        return Builtin::BrokenPipeError;
    case errors::reset:
        return Builtin::ConnectionResetError;
    case errors::refused:
        return Builtin::ConnectionRefusedError;
    case errors::timedOut:
        return Builtin::TimeoutError;
    case errors::aborted:
        return Builtin::ConnectionAbortedError;
    case errors::noEntry:
        return Builtin::FileNotFoundError;
    case errors::exists:
        return Builtin::FileExistsError;
    case errors::noChild:
        return Builtin::ChildProcessError;
    case errors::noProcess:
        return Builtin::ProcessLookupError;
    case errors::noPermission:
        return Builtin::PermissionError;
    default:
        return Builtin::OSError;
    }
}

Value pairOf(Context& context, std::int64_t first, std::int64_t second)
{
    return context.heap.tuple({Value::of(first), Value::of(second)});
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
    // As in Linux's do_select: what counts as readable, writable, exceptional.
    constexpr std::array<Events, 3> counts{events::in | events::hangUp | events::error,
                                           events::out | events::error, events::urgent};
    std::vector<Value> results;
    std::size_t next = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        std::vector<Value> ready;
        for (const Value object : std::vector<Value>(context.heap.get<List>(asked[i])->items))
            if ((call.entries[next++].found & counts[i]) != 0)
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
        return raiseErrno(context, errors::tooManyFiles);
    }
    const Socket& socket = filesOf(context).socketAt(call.connection);
    const Value peer = addressValue(context, socket.family, socket.peer);
    const int fd = fds.add(call.connection);
    kernelOf(context).descriptorOpened(callerOf(context), context.now, fd, call.connection);
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return context.heap.tuple({Value::of(std::int64_t{fd}), peer});
}

} // namespace

NativeResult raiseErrno(Context& context, int error)
{
    const Value text = context.heap.str(errors::text(error));
    return {NativeResult::Kind::Raise, makeException(context, static_cast<Handle>(classFor(error)),
                                                     {Value::of(static_cast<std::int64_t>(error)), text})};
}

NativeResult callResult(Context& context, const FileCall& call, Value keep)
{
    const bool waits = call.error == errors::again || call.error == errors::inProgress;
    if (call.codeOnly)
        return Value::of(std::int64_t{waits && call.timed ? errors::again : call.error});
    if (waits && call.timed)
        return raise(context, Builtin::TimeoutError, "timed out");
    if (call.error != errors::none)
        return raiseErrno(context, call.error);
    switch (call.kind) {
    case FileCall::Kind::Read:
        return context.heap.bytes(call.received);
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

std::optional<std::string_view> bytesOf(const Context& context, Value value)
{
    return bytesLike(context.heap, value);
}

trace::SimTime transferCost(const Context& context, std::size_t bytes)
{
    const Costs& costs = kernelOf(const_cast<Context&>(context)).config().costs;
    return costs.syscall + trace::SimTime{costs.copyKiB.ns * static_cast<std::int64_t>(bytes) / 1024};
}

} // namespace il::machine
