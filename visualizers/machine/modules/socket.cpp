// _socket: stream sockets. What CPython writes in Python is in socket.py here too.
#include "machine/builtins/bytes.h"
#include "machine/builtins/values.h"
#include "machine/modules/descriptors.h"
#include "machine/modules/modules.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace il::machine {

using trace::SimTime;

namespace {

using Kind = FileCall::Kind;

constexpr std::int64_t flagPeek = 2, flagDontWait = 0x40;
constexpr std::int64_t levelSocket = 1, optionError = 4, optionSendBuffer = 7, optionReceiveBuffer = 8,
                       optionType = 3, streamType = 1;

/// The descriptor of a socket object; -1 when it is closed.
std::int64_t fdOf(const Context& context, Value self)
{
    return descriptorOf(context, self).value_or(-1);
}

/// `noFile` when the socket is closed: then the caller raises OSError.
FileId fileOf(Context& context, Value self)
{
    return fdsOf(context)[fdOf(context, self)];
}

NativeResult badDescriptor(Context& context)
{
    return osError(context, errors::badDescriptor);
}

NativeResult result(Context& context, int error)
{
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return error == errors::none
               ? kernelOf(context).pay(context, kernelOf(context).config().costs.syscall, Value::none())
               : osError(context, error);
}

NativeResult makeSocket(Context& context, const Args& args)
{
    return makeKernelObject(context, args[0].asRef(), KernelObject{socketKind, closedDescriptor});
}

std::int64_t intOr(Value value, std::int64_t fallback)
{
    return value.isIntegral() ? value.asInt() : fallback;
}

/// socket(family=-1, type=-1, proto=-1, fileno=None)
NativeResult initSocket(Context& context, const Args& args)
{
    const Arguments a(context, args, "socket", 1, 0, {"family", "type", "proto", "fileno"});
    if (a.error())
        return *a.error();
    auto* object = context.heap.get<KernelObject>(args[0]);
    FdTable& fds = fdsOf(context);
    if (a.has(3) && !a[3].isNone()) {
        const std::int64_t fd = intOr(a[3], -1);
        if (fd < 0)
            return raise(context, Builtin::ValueError, "negative file descriptor");
        if (fds[fd] == noFile)
            return badDescriptor(context);
        if (!filesOf(context).isSocket(fds[fd]))
            return osError(context, errors::notSocket);
        object->index = static_cast<std::uint32_t>(fd);
        return Value::none();
    }
    const std::int64_t family = intOr(a[0], -1);
    const std::int64_t type = intOr(a[1], -1) & 0xF;
    if (family != -1 && family != 1 && family != 2)
        return raise(context, Builtin::OSError, "only AF_INET and AF_UNIX are simulated");
    if (a.has(1) && intOr(a[1], -1) != -1 && type != streamType)
        return raise(context, Builtin::OSError, "only SOCK_STREAM is simulated");
    if (fds.full())
        return osError(context, errors::tooManyFiles);
    const FileId file = filesOf(context).socket(family == 1 ? Socket::Family::Unix : Socket::Family::Inet);
    object->index = static_cast<std::uint32_t>(addDescriptor(context, file));
    return kernelOf(context).pay(context, kernelOf(context).config().costs.syscall, Value::none());
}

NativeResult fileno(Context& context, const Args& args)
{
    return Value::of(fdOf(context, args[0]));
}

NativeResult detach(Context& context, const Args& args)
{
    const std::int64_t fd = fdOf(context, args[0]);
    context.heap.get<KernelObject>(args[0])->index = closedDescriptor;
    return Value::of(fd);
}

NativeResult closeSocket(Context& context, const Args& args)
{
    const std::int64_t fd = fdOf(context, args[0]);
    if (fd < 0)
        return Value::none();
    context.heap.get<KernelObject>(args[0])->index = closedDescriptor;
    return closeDescriptor(context, fd);
}

/// "" is any address. Names are not looked up, but for this computer's own.
std::optional<std::uint32_t> parseHost(std::string_view text, bool any)
{
    if (text.empty() || text == "0.0.0.0")
        return any ? 0 : 0x7F00'0001;
    if (text == "localhost")
        return 0x7F00'0001;
    std::uint32_t host = 0;
    for (int part = 0; part < 4; ++part) {
        unsigned number = 256;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (error != std::errc() || number > 255 || (part < 3 && (text.empty() || text[0] != '.')))
            return std::nullopt;
        host = host << 8 | number;
        text.remove_prefix(part < 3 ? 1 : 0);
    }
    return text.empty() ? std::optional(host) : std::nullopt;
}

/// Fills `address` from what Python gave; otherwise the exception.
std::optional<NativeResult> parseAddress(Context& context, Value self, Value given, bool any,
                                         const std::string& function, Address& address)
{
    const Socket& socket = filesOf(context).socketAt(fileOf(context, self));
    if (socket.family == Socket::Family::Unix) {
        const Str* path = context.heap.get<Str>(given);
        if (!path)
            return raise(context, Builtin::TypeError,
                         "a bytes-like object is required, not '" + typeName(context.heap, given) + "'");
        address.path = path->text;
        return std::nullopt;
    }
    const Tuple* pair = context.heap.get<Tuple>(given);
    if (!pair)
        return raise(context, Builtin::TypeError,
                     function + "(): AF_INET address must be tuple, not " + typeName(context.heap, given));
    const Str* host = pair->items.size() == 2 ? context.heap.get<Str>(pair->items[0]) : nullptr;
    if (!host || !pair->items[1].isIntegral())
        return raise(context, Builtin::TypeError,
                     function + "(): AF_INET address must be a pair (host, port)");
    const std::int64_t port = pair->items[1].asInt();
    if (port < 0 || port > 65535)
        return raise(context, Builtin::OverflowError, function + "(): port must be 0-65535.");
    const auto number = parseHost(host->text, any);
    if (!number)
        return raise(context, "socket", "gaierror",
                     {Value::of(std::int64_t{-2}), context.heap.str("Name or service not known")});
    address.host = *number;
    address.port = static_cast<int>(port);
    return std::nullopt;
}

NativeResult bindSocket(Context& context, const Args& args)
{
    const Arguments a(context, args, "bind", 1, 1, {"address"});
    if (a.error())
        return *a.error();
    if (fileOf(context, args[0]) == noFile)
        return badDescriptor(context);
    Address address;
    if (auto error = parseAddress(context, args[0], a[0], true, "bind", address))
        return *error;
    const std::uint32_t host = address.host;
    if (host != 0 && host >> 24 != 127)
        return osError(context, errors::addressNotAvailable);
    return result(context, filesOf(context).bind(fileOf(context, args[0]), std::move(address)));
}

NativeResult listenSocket(Context& context, const Args& args)
{
    const Arguments a(context, args, "listen", 1, 0, {"backlog"});
    if (a.error())
        return *a.error();
    if (fileOf(context, args[0]) == noFile)
        return badDescriptor(context);
    const std::int64_t backlog = std::clamp<std::int64_t>(intOr(a[0], 128), 0, 4096);
    const int error = filesOf(context).listen(fileOf(context, args[0]), static_cast<std::size_t>(backlog));
    kernelOf(context).describeFile(fileOf(context, args[0]));
    return result(context, error);
}

SimTime& timeoutOf(Context& context, Value self)
{
    return fdsOf(context).entry(fdOf(context, self)).timeout;
}

/// A call through a socket object, with its timeout.
NativeResult callSocket(Context& context, Value self, FileCall call, Value keep = {})
{
    const SimTime timeout = timeoutOf(context, self);
    call.timed = timeout != SimTime::never() && timeout > SimTime{};
    call.blocks = call.blocks || call.timed;
    return kernelOf(context).fileCall(context, std::move(call), timeout, keep);
}

NativeResult acceptSocket(Context& context, const Args& args)
{
    FileCall call = callOn(context, Kind::Accept, "accept", fdOf(context, args[0]));
    return call.file == noFile ? badDescriptor(context) : callSocket(context, args[0], std::move(call));
}

template <bool codeOnly>
NativeResult connectSocket(Context& context, const Args& args)
{
    const Arguments a(context, args, codeOnly ? "connect_ex" : "connect", 1, 1, {"address"});
    if (a.error())
        return *a.error();
    FileCall call = callOn(context, Kind::Connect, "connect", fdOf(context, args[0]));
    if (call.file == noFile)
        return badDescriptor(context);
    const char* name = codeOnly ? "connect_ex" : "connect";
    if (auto error = parseAddress(context, args[0], a[0], false, name, call.address))
        return *error;
    call.codeOnly = codeOnly;
    return callSocket(context, args[0], std::move(call));
}

/// `buffer` Null: the result is the bytes.
NativeResult receiveInto(Context& context, Value self, std::size_t most, std::int64_t flags, Value buffer)
{
    FileCall call = callOn(context, Kind::Read, "recv", fdOf(context, self));
    if (call.file == noFile)
        return badDescriptor(context);
    call.into = !buffer.isNull();
    call.peek = (flags & flagPeek) != 0;
    call.most = most;
    if ((flags & flagDontWait) == 0)
        return callSocket(context, self, std::move(call), buffer);
    call.blocks = false;
    return kernelOf(context).fileCall(context, std::move(call), SimTime{}, buffer);
}

NativeResult receive(Context& context, const Args& args)
{
    const Arguments a(context, args, "recv", 1, 1, {"bufsize", "flags"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral())
        return raise(context, Builtin::TypeError,
                     "'" + typeName(context.heap, a[0]) + "' object cannot be interpreted as an integer");
    if (a[0].asInt() < 0)
        return raise(context, Builtin::ValueError, "negative buffersize in recv");
    return receiveInto(context, args[0], static_cast<std::size_t>(a[0].asInt()), intOr(a[1], 0), {});
}

/// recv_into(buffer, nbytes=0, flags=0)
NativeResult receiveIntoBuffer(Context& context, const Args& args)
{
    const Arguments a(context, args, "recv_into", 1, 1, {"buffer", "nbytes", "flags"});
    if (a.error())
        return *a.error();
    const Writable buffer = writableBytes(context.heap, a[0]);
    if (!buffer.data)
        return raise(context, Builtin::TypeError,
                     "recv_into() argument 1 must be read-write bytes-like object, not " +
                         typeName(context.heap, a[0]));
    const std::int64_t given = intOr(a[1], 0);
    if (given < 0)
        return raise(context, Builtin::ValueError, "negative buffersize in recv_into");
    if (given > static_cast<std::int64_t>(buffer.size))
        return raise(context, Builtin::ValueError, "buffer too small for requested bytes");
    const std::size_t most = given == 0 ? buffer.size : static_cast<std::size_t>(given);
    return receiveInto(context, args[0], most, intOr(a[2], 0), a[0]);
}

template <bool whole>
NativeResult sendData(Context& context, const Args& args)
{
    const Arguments a(context, args, whole ? "sendall" : "send", 1, 1, {"data", "flags"});
    if (a.error())
        return *a.error();
    const auto data = bytesLike(context.heap, a[0]);
    if (!data)
        return bytesLikeNeeded(context, a[0]);
    FileCall call = callOn(context, Kind::Write, whole ? "sendall" : "send", fdOf(context, args[0]));
    if (call.file == noFile)
        return badDescriptor(context);
    call.data = *data;
    call.whole = whole;
    call.cost = transferCost(context, call.data.size());
    return callSocket(context, args[0], std::move(call));
}

NativeResult shutDown(Context& context, const Args& args)
{
    const Arguments a(context, args, "shutdown", 1, 1, {"how"});
    if (a.error())
        return *a.error();
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const std::int64_t how = intOr(a[0], -1);
    if (how < 0 || how > 2)
        return osError(context, errors::invalid);
    Moment moment = kernelOf(context).momentAt(context.now);
    return result(context, filesOf(context).shutdown(moment, file, how != 1, how != 0));
}

NativeResult setTimeout(Context& context, const Args& args)
{
    const Arguments a(context, args, "settimeout", 1, 1, {"timeout"});
    if (a.error())
        return *a.error();
    const auto given = timeout(a[0]);
    if (!given)
        return raise(context, Builtin::TypeError,
                     "'" + typeName(context.heap, a[0]) + "' object cannot be interpreted as an integer");
    if (given->ns < 0)
        return raise(context, Builtin::ValueError, "Timeout value out of range");
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    timeoutOf(context, args[0]) = *given;
    filesOf(context).setNonBlocking(file, *given != SimTime::never());
    return Value::none();
}

NativeResult getTimeout(Context& context, const Args& args)
{
    if (fileOf(context, args[0]) == noFile)
        return Value::none();
    const SimTime given = timeoutOf(context, args[0]);
    return given == SimTime::never() ? Value::none() : Value::of(static_cast<double>(given.ns) / 1e9);
}

NativeResult setBlocking(Context& context, const Args& args)
{
    const Arguments a(context, args, "setblocking", 1, 1, {"flag"});
    if (a.error())
        return *a.error();
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const bool blocking = a.truth(0, true);
    timeoutOf(context, args[0]) = blocking ? SimTime::never() : SimTime{};
    filesOf(context).setNonBlocking(file, !blocking);
    return Value::none();
}

NativeResult getBlocking(Context& context, const Args& args)
{
    const bool open = fileOf(context, args[0]) != noFile;
    return Value::of(!open || timeoutOf(context, args[0]) != SimTime{});
}

NativeResult ownAddress(Context& context, const Args& args)
{
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const Socket& socket = filesOf(context).socketAt(file);
    return addressValue(context, socket.family, socket.local);
}

NativeResult peerAddress(Context& context, const Args& args)
{
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const Socket& socket = filesOf(context).socketAt(file);
    if (socket.state != Socket::State::Connected)
        return osError(context, errors::notConnected);
    return addressValue(context, socket.family, socket.peer);
}

NativeResult familyOf(Context& context, const Args& args)
{
    const FileId file = fileOf(context, args[0]);
    return file == noFile ? Value::none()
                          : Value::of(static_cast<std::int64_t>(filesOf(context).socketAt(file).family));
}

/// Buffer sizes count twice, as in Linux; everything else is accepted and has no effect.
NativeResult setOption(Context& context, const Args& args)
{
    const Arguments a(context, args, "setsockopt", 1, 3, {"level", "optname", "value"});
    if (a.error())
        return *a.error();
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const auto size = static_cast<std::size_t>(std::clamp<std::int64_t>(intOr(a[2], 0), 0, 1 << 28)) * 2;
    constexpr std::size_t leastReceive = 2304, leastSend = 4608;
    if (intOr(a[0], 0) == levelSocket && intOr(a[1], 0) == optionReceiveBuffer)
        filesOf(context).setBuffers(file, std::max(size, leastReceive), 0);
    else if (intOr(a[0], 0) == levelSocket && intOr(a[1], 0) == optionSendBuffer)
        filesOf(context).setBuffers(file, 0, std::max(size, leastSend));
    return Value::none();
}

NativeResult getOption(Context& context, const Args& args)
{
    const Arguments a(context, args, "getsockopt", 1, 2, {"level", "optname", "buflen"});
    if (a.error())
        return *a.error();
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const Socket& socket = filesOf(context).socketAt(file);
    std::int64_t value = 0;
    if (intOr(a[0], 0) == levelSocket) {
        switch (intOr(a[1], 0)) {
        case optionError:
            value = filesOf(context).takeError(file);
            break;
        case optionSendBuffer:
            value = static_cast<std::int64_t>(socket.sendBuffer);
            break;
        case optionReceiveBuffer:
            value = static_cast<std::int64_t>(socket.receiveBuffer);
            break;
        case optionType:
            value = streamType;
            break;
        default:
            break;
        }
    }
    return Value::of(value);
}

/// (descriptor, descriptor)
NativeResult socketPair(Context& context, const Args&)
{
    if (fdsOf(context).used() + 2 > FdTable::most)
        return osError(context, errors::tooManyFiles);
    const auto [first, second] = filesOf(context).socketPair();
    const int a = addDescriptor(context, first);
    const int b = addDescriptor(context, second);
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return kernelOf(context).pay(
        context, kernelOf(context).config().costs.syscall,
        context.heap.tuple({Value::of(std::int64_t{a}), Value::of(std::int64_t{b})}));
}

} // namespace

NativeModule socketModule()
{
    NativeModule module{"_socket", {{"socketpair", socketPair}}, {}, nullptr};
    module.types = {{"socket",
                     Builtin::Kernel,
                     {{"__new__", makeSocket},
                      {"__init__", initSocket},
                      {"fileno", fileno},
                      {"detach", detach},
                      {"close", closeSocket},
                      {"bind", bindSocket},
                      {"listen", listenSocket},
                      {"_accept", acceptSocket},
                      {"connect", connectSocket<false>},
                      {"connect_ex", connectSocket<true>},
                      {"recv", receive},
                      {"recv_into", receiveIntoBuffer},
                      {"send", sendData<false>},
                      {"sendall", sendData<true>},
                      {"shutdown", shutDown},
                      {"settimeout", setTimeout},
                      {"gettimeout", getTimeout},
                      {"setblocking", setBlocking},
                      {"getblocking", getBlocking},
                      {"getsockname", ownAddress},
                      {"getpeername", peerAddress},
                      {"setsockopt", setOption},
                      {"getsockopt", getOption},
                      {"_family", familyOf}}}};
    return module;
}

} // namespace il::machine
