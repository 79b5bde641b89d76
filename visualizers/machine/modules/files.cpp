// The part of os that is about descriptors.
#include "machine/builtins/bytes.h"
#include "machine/builtins/values.h"
#include "machine/modules/descriptors.h"
#include "machine/modules/modules.h"

#include <algorithm>

namespace il::machine {

namespace {

NativeResult needsInt(Context& context, Value value)
{
    return raise(context, Builtin::TypeError,
                 "'" + typeName(context.heap, value) + "' object cannot be interpreted as an integer");
}

NativeResult openPipe(Context& context, bool nonBlocking)
{
    FdTable& fds = fdsOf(context);
    if (fds.used() + 2 > FdTable::most)
        return osError(context, errors::tooManyFiles);
    const auto [reader, writer] = filesOf(context).pipe();
    filesOf(context).setNonBlocking(reader, nonBlocking);
    filesOf(context).setNonBlocking(writer, nonBlocking);
    const int r = addDescriptor(context, reader);
    const int w = addDescriptor(context, writer);
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return kernelOf(context).pay(
        context, transferCost(context, 0),
        context.heap.tuple({Value::of(std::int64_t{r}), Value::of(std::int64_t{w})}));
}

NativeResult makePipe(Context& context, const Args& args)
{
    if (!args.values.empty())
        return raise(context, Builtin::TypeError,
                     "posix.pipe() takes no arguments (" + std::to_string(args.values.size()) + " given)");
    return openPipe(context, false);
}

constexpr std::int64_t flagNonBlocking = 0x800;

/// pipe2(flags)
NativeResult makePipeWith(Context& context, const Args& args)
{
    const Arguments a(context, args, "pipe2", 0, 1, {"flags"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral())
        return needsInt(context, a[0]);
    return openPipe(context, (a[0].asInt() & flagNonBlocking) != 0);
}

NativeResult readFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "read", 0, 2, {"fd", "length"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral() || !a[1].isIntegral())
        return needsInt(context, a[a[0].isIntegral() ? 1 : 0]);
    if (a[1].asInt() < 0)
        return osError(context, errors::invalid);
    FileCall call = callOn(context, FileCall::Kind::Read, "read", a[0].asInt());
    if (call.file == noFile)
        return osError(context, errors::badDescriptor);
    call.most = static_cast<std::size_t>(a[1].asInt());
    return kernelOf(context).fileCall(context, std::move(call));
}

NativeResult writeFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "write", 0, 2, {"fd", "data"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral())
        return needsInt(context, a[0]);
    const auto data = bytesLike(context.heap, a[1]);
    if (!data)
        return bytesLikeNeeded(context, a[1]);
    FileCall call = callOn(context, FileCall::Kind::Write, "write", a[0].asInt());
    if (call.file == noFile)
        return osError(context, errors::badDescriptor);
    if (filesOf(context)[call.file].kind == Description::Kind::Terminal) {
        const auto size = static_cast<std::int64_t>(data->size());
        const NativeResult written =
            context.host.write(context, call.fd == 2 ? Stream::Err : Stream::Out, std::string(*data));
        return written.kind == NativeResult::Kind::Return ? NativeResult(Value::of(size)) : written;
    }
    call.data = *data;
    call.cost = transferCost(context, data->size());
    return kernelOf(context).fileCall(context, std::move(call));
}

NativeResult closeFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "close", 0, 1, {"fd"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral())
        return needsInt(context, a[0]);
    return closeDescriptor(context, a[0].asInt());
}

NativeResult duplicate(Context& context, const Args& args)
{
    const Arguments a(context, args, "dup", 0, 1, {"fd"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral())
        return needsInt(context, a[0]);
    const FileId file = fdsOf(context)[a[0].asInt()];
    if (file == noFile || fdsOf(context).full())
        return osError(context, file == noFile ? errors::badDescriptor : errors::tooManyFiles);
    return kernelOf(context).pay(context, transferCost(context, 0),
                                 Value::of(std::int64_t{addDescriptor(context, file)}));
}

NativeResult duplicateTo(Context& context, const Args& args)
{
    const Arguments a(context, args, "dup2", 0, 2, {"fd", "fd2", "inheritable"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral() || !a[1].isIntegral())
        return needsInt(context, a[a[0].isIntegral() ? 1 : 0]);
    FdTable& fds = fdsOf(context);
    const FileId file = fds[a[0].asInt()];
    const std::int64_t target = a[1].asInt();
    if (file == noFile || target < 0 || target >= static_cast<std::int64_t>(FdTable::most))
        return osError(context, errors::badDescriptor);
    Kernel& kernel = kernelOf(context);
    if (fds[target] != file) {
        filesOf(context).hold(file);
        if (fds[target] != noFile)
            dropDescriptor(context, target, fds.remove(target));
        fds.put(static_cast<int>(target), file);
        kernel.descriptorOpened(callerOf(context), context.now, target, file);
        kernel.filesChanged(context.now, callerOf(context));
    }
    return kernel.pay(context, transferCost(context, 0), Value::of(target));
}

NativeResult setBlocking(Context& context, const Args& args)
{
    const Arguments a(context, args, "set_blocking", 0, 2, {"fd", "blocking"});
    if (a.error())
        return *a.error();
    const FileId file = a[0].isIntegral() ? fdsOf(context)[a[0].asInt()] : noFile;
    if (file == noFile)
        return osError(context, errors::badDescriptor);
    filesOf(context).setNonBlocking(file, !a.truth(1, true));
    return Value::none();
}

NativeResult getBlocking(Context& context, const Args& args)
{
    const Arguments a(context, args, "get_blocking", 0, 1, {"fd"});
    if (a.error())
        return *a.error();
    const FileId file = a[0].isIntegral() ? fdsOf(context)[a[0].asInt()] : noFile;
    if (file == noFile)
        return osError(context, errors::badDescriptor);
    return Value::of(!filesOf(context)[file].nonBlocking);
}

NativeResult openDescriptor(Context& context, const Args& args)
{
    if (args.size() == 0 || !args[0].isIntegral())
        return raise(context, Builtin::TypeError,
                     args.size() == 0 ? "fdopen() missing 1 required positional argument: 'fd'"
                                      : "invalid fd type (<class '" + typeName(context.heap, args[0]) +
                                            "'>, expected integer)");
    return NativeResult::prelude("_open");
}

NativeResult isTerminal(Context&, const Args&)
{
    return Value::of(false);
}

/// The only files with names are Unix sockets.
NativeResult unlinkPath(Context& context, const Args& args)
{
    const Arguments a(context, args, "unlink", 0, 1, {"path"});
    if (a.error())
        return *a.error();
    const Str* path = context.heap.get<Str>(a[0]);
    if (path == nullptr)
        return raise(context, Builtin::TypeError,
                     "unlink: path should be string, bytes or os.PathLike, not " +
                         typeName(context.heap, a[0]));
    const int error = filesOf(context).unlink(path->text);
    return error == errors::none ? NativeResult(Value::none()) : osError(context, error, a[0]);
}

void putFlags(Context& context, Handle dict)
{
    Heap& heap = context.heap;
    setItem(heap, heap.as<Dict>(dict).table, heap.intern("O_NONBLOCK"), Value::of(flagNonBlocking));
    setItem(heap, heap.as<Dict>(dict).table, heap.intern("O_CLOEXEC"), Value::of(std::int64_t{0x80000}));
}

} // namespace

NativeModule filesModule()
{
    return {"os",
            {{"pipe", makePipe},
             {"pipe2", makePipeWith},
             {"read", readFile},
             {"write", writeFile},
             {"close", closeFile},
             {"dup", duplicate},
             {"dup2", duplicateTo},
             {"unlink", unlinkPath},
             {"remove", unlinkPath},
             {"fdopen", openDescriptor},
             {"isatty", isTerminal},
             {"set_blocking", setBlocking},
             {"get_blocking", getBlocking}},
            {},
            putFlags};
}

} // namespace il::machine
