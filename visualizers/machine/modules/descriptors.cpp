#include "machine/modules/descriptors.h"

namespace il::machine {

FdTable& fdsOf(Context& context)
{
    return kernelOf(context).fdsOf(callerOf(context));
}

Files& filesOf(Context& context)
{
    return kernelOf(context).state().files;
}

std::optional<std::int64_t> descriptorOf(const Context& context, Value value)
{
    if (value.isIntegral())
        return value.asInt();
    const auto* object = context.heap.get<KernelObject>(value);
    if (!object || (object->kind != socketKind && object->kind != epollKind))
        return std::nullopt;
    return object->index >= closedUnixSocket ? -1 : std::int64_t{object->index};
}

FileCall callOn(Context& context, FileCall::Kind kind, const char* name, std::int64_t fd)
{
    FileCall call;
    call.kind = kind;
    call.name = name;
    call.file = fdsOf(context)[fd];
    call.cost = kernelOf(context).config().costs.syscall;
    if (call.file != noFile) {
        call.fd = static_cast<int>(fd);
        call.blocks = !filesOf(context)[call.file].nonBlocking;
    }
    return call;
}

int addDescriptor(Context& context, FileId file)
{
    filesOf(context).hold(file);
    const int fd = fdsOf(context).add(file);
    kernelOf(context).descriptorOpened(callerOf(context), context.now, fd, file);
    return fd;
}

void dropDescriptor(Context& context, std::int64_t fd, FileId file)
{
    Kernel& kernel = kernelOf(context);
    Moment moment = kernel.momentAt(context.now);
    filesOf(context).release(moment, file);
    kernel.descriptorClosed(callerOf(context), context.now, fd, file);
    kernel.filesChanged(context.now, callerOf(context));
}

NativeResult refuse(Context& context, const std::string& what, const std::string& instead)
{
    return raise(context, Builtin::RuntimeError, what + " is not supported by the machine: " + instead);
}

NativeResult closeDescriptor(Context& context, std::int64_t fd)
{
    FdTable& fds = fdsOf(context);
    if (fds[fd] == noFile)
        return osError(context, errors::badDescriptor);
    Kernel& kernel = kernelOf(context);
    dropDescriptor(context, fd, fds.remove(fd));
    return kernel.pay(context, kernel.config().costs.syscall, Value::none());
}

Value addressValue(Context& context, Socket::Family family, const Address& address)
{
    if (family == Socket::Family::Unix)
        return context.heap.str(address.path);
    std::string host;
    for (int shift = 24; shift >= 0; shift -= 8)
        host += std::to_string(address.host >> shift & 255) + (shift > 0 ? "." : "");
    return context.heap.tuple({context.heap.str(host), Value::of(std::int64_t{address.port})});
}

} // namespace il::machine
