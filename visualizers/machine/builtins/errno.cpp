#include "machine/builtins/errno.h"

#include "machine/builtins/arguments.h"

#include <algorithm>
#include <iterator>

namespace il::machine {

namespace {

constexpr ErrorNumber numbers[] = {
    {1, "EPERM", "Operation not permitted", Builtin::PermissionError},
    {2, "ENOENT", "No such file or directory", Builtin::FileNotFoundError},
    {3, "ESRCH", "No such process", Builtin::ProcessLookupError},
    {4, "EINTR", "Interrupted system call", Builtin::InterruptedError},
    {5, "EIO", "Input/output error"},
    {9, "EBADF", "Bad file descriptor"},
    {10, "ECHILD", "No child processes", Builtin::ChildProcessError},
    {11, "EAGAIN", "Resource temporarily unavailable", Builtin::BlockingIOError},
    {12, "ENOMEM", "Cannot allocate memory"},
    {13, "EACCES", "Permission denied", Builtin::PermissionError},
    {14, "EFAULT", "Bad address"},
    {16, "EBUSY", "Device or resource busy"},
    {17, "EEXIST", "File exists", Builtin::FileExistsError},
    {20, "ENOTDIR", "Not a directory", Builtin::NotADirectoryError},
    {21, "EISDIR", "Is a directory", Builtin::IsADirectoryError},
    {22, "EINVAL", "Invalid argument"},
    {24, "EMFILE", "Too many open files"},
    {25, "ENOTTY", "Inappropriate ioctl for device"},
    {28, "ENOSPC", "No space left on device"},
    {29, "ESPIPE", "Illegal seek"},
    {32, "EPIPE", "Broken pipe", Builtin::BrokenPipeError},
    {33, "EDOM", "Numerical argument out of domain"},
    {34, "ERANGE", "Numerical result out of range"},
    {35, "EDEADLK", "Resource deadlock avoided"},
    {38, "ENOSYS", "Function not implemented"},
    {71, "EPROTO", "Protocol error"},
    {88, "ENOTSOCK", "Socket operation on non-socket"},
    {89, "EDESTADDRREQ", "Destination address required"},
    {90, "EMSGSIZE", "Message too long"},
    {92, "ENOPROTOOPT", "Protocol not available"},
    {93, "EPROTONOSUPPORT", "Protocol not supported"},
    {95, "EOPNOTSUPP", "Operation not supported"},
    {97, "EAFNOSUPPORT", "Address family not supported by protocol"},
    {98, "EADDRINUSE", "Address already in use"},
    {99, "EADDRNOTAVAIL", "Cannot assign requested address"},
    {101, "ENETUNREACH", "Network is unreachable"},
    {103, "ECONNABORTED", "Software caused connection abort", Builtin::ConnectionAbortedError},
    {104, "ECONNRESET", "Connection reset by peer", Builtin::ConnectionResetError},
    {105, "ENOBUFS", "No buffer space available"},
    {106, "EISCONN", "Transport endpoint is already connected"},
    {107, "ENOTCONN", "Transport endpoint is not connected"},
    {108, "ESHUTDOWN", "Cannot send after transport endpoint shutdown", Builtin::BrokenPipeError},
    {110, "ETIMEDOUT", "Connection timed out", Builtin::TimeoutError},
    {111, "ECONNREFUSED", "Connection refused", Builtin::ConnectionRefusedError},
    {113, "EHOSTUNREACH", "No route to host"},
    {114, "EALREADY", "Operation already in progress", Builtin::BlockingIOError},
    {115, "EINPROGRESS", "Operation now in progress", Builtin::BlockingIOError},
};

} // namespace

std::span<const ErrorNumber> errorNumbers()
{
    return numbers;
}

const ErrorNumber* findError(std::int64_t number)
{
    const auto* found = std::find_if(std::begin(numbers), std::end(numbers),
                                     [&](const ErrorNumber& error) { return error.number == number; });
    return found == std::end(numbers) ? nullptr : found;
}

NativeResult osError(Context& context, int number, Value filename)
{
    const ErrorNumber* error = findError(number);
    const std::string text = error != nullptr ? error->text : "Unknown error " + std::to_string(number);
    std::vector<Value> arguments{Value::of(std::int64_t{number}), context.heap.str(text)};
    if (!filename.isNull())
        arguments.push_back(filename);
    return raiseClass(context, error != nullptr ? error->cls : Builtin::OSError, std::move(arguments));
}

NativeModule errnoModule()
{
    NativeModule module;
    module.name = "errno";
    module.init = [](Context& c, Handle dict) {
        const Value codes = c.heap.dict();
        const auto put = [&](Value key, Value value) {
            Table& table = c.heap.get<Dict>(codes)->table;
            store(c.heap, table, find(c.heap, table, key), key, value);
        };
        for (const ErrorNumber& error : numbers) {
            const Value name = c.heap.intern(error.name);
            const Value number = Value::of(std::int64_t{error.number});
            setItem(c.heap, c.heap.as<Dict>(dict).table, name, number);
            put(number, name);
        }
        setItem(c.heap, c.heap.as<Dict>(dict).table, c.heap.intern("EWOULDBLOCK"),
                Value::of(std::int64_t{11}));
        setItem(c.heap, c.heap.as<Dict>(dict).table, c.heap.intern("ENOTSUP"), Value::of(std::int64_t{95}));
        setItem(c.heap, c.heap.as<Dict>(dict).table, c.heap.intern("errorcode"), codes);
    };
    return module;
}

} // namespace il::machine
