// _socket: stream sockets. What CPython writes in Python is in socket.py here too.
#include "machine/builtins/arguments.h"
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

constexpr std::int64_t flagPeek = 2, flagDontWait = 0x40, flagWaitAll = 0x100;
constexpr std::int64_t levelSocket = 1, optionType = 3, optionError = 4, optionSendBuffer = 7,
                       optionReceiveBuffer = 8, optionLinger = 13, optionListens = 30, streamType = 1,
                       flagNonBlocking = 0x800;

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

NativeResult needsInt(Context& context, Value value)
{
    return raise(context, Builtin::TypeError,
                 "'" + typeName(context.heap, value) + "' object cannot be interpreted as an integer");
}

/// Of a method with exactly one parameter, which CPython tells by its class too.
std::optional<NativeResult> notOne(Context& context, const Args& args, const char* name)
{
    return wrongCount(context, args, (std::string("socket.") + name).c_str(), 1, 1, 1);
}

/// CPython's words for methods whose parameters have no names.
std::optional<NativeResult> wrongNumber(Context& context, const Args& args, const char* name,
                                        std::size_t least, std::size_t most)
{
    const std::size_t given = args.size() - 1;
    if (!args.keywords.empty())
        return raise(context, Builtin::TypeError,
                     std::string("socket.") + name + "() takes no keyword arguments");
    if (given >= least && given <= most)
        return std::nullopt;
    const std::size_t bound = given < least ? least : most;
    const char* relation = least == most ? "exactly" : given < least ? "at least" : "at most";
    return raise(context, Builtin::TypeError,
                 std::string(name) + "() takes " + relation + " " + std::to_string(bound) + " argument" +
                     (bound == 1 ? "" : "s") + " (" + std::to_string(given) + " given)");
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
    for (std::size_t i = 0; i < 4; ++i)
        if (a.has(i) && !a[i].isIntegral() && !(i == 3 && a[i].isNone()))
            return needsInt(context, a[i]);
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
        return refuse(context, family == 10 ? "AF_INET6" : "this address family", "use AF_INET, or AF_UNIX");
    if (a.has(1) && intOr(a[1], -1) != -1 && type != streamType)
        return refuse(context, type == 2 ? "SOCK_DGRAM" : "this socket type", "use SOCK_STREAM");
    if (fds.full())
        return osError(context, errors::tooManyFiles);
    const FileId file = filesOf(context).socket(family == 1 ? Socket::Family::Unix : Socket::Family::Inet);
    const auto fd = static_cast<std::uint32_t>(addDescriptor(context, file));
    object->index = fd;
    if (a.has(1) && intOr(a[1], -1) != -1 && (a[1].asInt() & flagNonBlocking) != 0) {
        filesOf(context).setNonBlocking(file, true);
        fds.entry(fd).timeout = SimTime{};
    }
    return kernelOf(context).pay(context, kernelOf(context).config().costs.syscall, Value::none());
}

NativeResult fileno(Context& context, const Args& args)
{
    return Value::of(fdOf(context, args[0]));
}

/// The object has no descriptor any more.
void forgetDescriptor(Context& context, Value self)
{
    const FileId file = fileOf(context, self);
    const bool local = file != noFile && filesOf(context).isSocket(file) &&
                       filesOf(context).socketAt(file).family == Socket::Family::Unix;
    context.heap.get<KernelObject>(self)->index = local ? closedUnixSocket : closedDescriptor;
}

NativeResult detach(Context& context, const Args& args)
{
    const std::int64_t fd = fdOf(context, args[0]);
    if (fd >= 0)
        forgetDescriptor(context, args[0]);
    return Value::of(fd);
}

NativeResult closeSocket(Context& context, const Args& args)
{
    const std::int64_t fd = fdOf(context, args[0]);
    if (fd < 0)
        return Value::none();
    forgetDescriptor(context, args[0]);
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

std::optional<std::string_view> hostText(Context& context, Value value)
{
    if (const Str* text = context.heap.get<Str>(value))
        return text->text;
    return bytesLike(context.heap, value);
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
    if (pair->items.size() != 2)
        return raise(context, Builtin::TypeError, "AF_INET address must be a pair (host, port)");
    const auto host = hostText(context, pair->items[0]);
    if (!host)
        return raise(context, Builtin::TypeError,
                     "str, bytes or bytearray expected, not " + typeName(context.heap, pair->items[0]));
    if (!pair->items[1].isIntegral())
        return needsInt(context, pair->items[1]);
    const std::int64_t port = pair->items[1].asInt();
    if (port < 0 || port > 65535)
        return raise(context, Builtin::OverflowError, function + "(): port must be 0-65535.");
    const auto number = parseHost(*host, any);
    if (!number)
        return raise(context, "socket", "gaierror",
                     {Value::of(std::int64_t{-2}), context.heap.str("Name or service not known")});
    address.host = *number;
    address.port = static_cast<int>(port);
    return std::nullopt;
}

NativeResult bindSocket(Context& context, const Args& args)
{
    if (auto error = notOne(context, args, "bind"))
        return *error;
    if (fileOf(context, args[0]) == noFile)
        return badDescriptor(context);
    Address address;
    if (auto error = parseAddress(context, args[0], args[1], true, "bind", address))
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
    if (a.has(0) && !a[0].isIntegral())
        return needsInt(context, a[0]);
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
    if (auto error = notOne(context, args, codeOnly ? "connect_ex" : "connect"))
        return *error;
    FileCall call = callOn(context, Kind::Connect, "connect", fdOf(context, args[0]));
    if (call.file == noFile)
        return badDescriptor(context);
    const char* name = codeOnly ? "connect_ex" : "connect";
    if (auto error = parseAddress(context, args[0], args[1], false, name, call.address))
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
    call.whole = (flags & flagWaitAll) != 0 && !call.peek;
    if ((flags & flagDontWait) == 0)
        return callSocket(context, self, std::move(call), buffer);
    call.blocks = false;
    return kernelOf(context).fileCall(context, std::move(call), SimTime{}, buffer);
}

NativeResult receive(Context& context, const Args& args)
{
    if (auto error = wrongNumber(context, args, "recv", 1, 2))
        return *error;
    for (std::size_t i = 1; i < args.size(); ++i)
        if (!args[i].isIntegral())
            return needsInt(context, args[i]);
    if (args[1].asInt() < 0)
        return raise(context, Builtin::ValueError, "negative buffersize in recv");
    return receiveInto(context, args[0], static_cast<std::size_t>(args[1].asInt()),
                       args.size() > 2 ? args[2].asInt() : 0, {});
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
    if (auto error = wrongNumber(context, args, whole ? "sendall" : "send", 1, 2))
        return *error;
    const auto data = bytesLike(context.heap, args[1]);
    if (!data)
        return bytesLikeNeeded(context, args[1]);
    if (args.size() > 2 && !args[2].isIntegral())
        return needsInt(context, args[2]);
    FileCall call = callOn(context, Kind::Write, whole ? "sendall" : "send", fdOf(context, args[0]));
    if (call.file == noFile)
        return badDescriptor(context);
    call.data = *data;
    call.whole = whole;
    call.cost = transferCost(context, call.data.size());
    if (args.size() <= 2 || (args[2].asInt() & flagDontWait) == 0)
        return callSocket(context, args[0], std::move(call));
    call.blocks = false;
    return kernelOf(context).fileCall(context, std::move(call), SimTime{});
}

NativeResult shutDown(Context& context, const Args& args)
{
    if (auto error = notOne(context, args, "shutdown"))
        return *error;
    if (!args[1].isIntegral())
        return needsInt(context, args[1]);
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const std::int64_t how = args[1].asInt();
    if (how < 0 || how > 2)
        return osError(context, errors::invalid);
    Moment moment = kernelOf(context).momentAt(context.now);
    return result(context, filesOf(context).shutdown(moment, file, how != 1, how != 0));
}

NativeResult setTimeout(Context& context, const Args& args)
{
    if (auto error = notOne(context, args, "settimeout"))
        return *error;
    const auto given = timeout(args[1]);
    if (!given)
        return needsInt(context, args[1]);
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
    if (auto error = notOne(context, args, "setblocking"))
        return *error;
    if (!args[1].isIntegral())
        return needsInt(context, args[1]);
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const bool blocking = args[1].asInt() != 0;
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
    const bool closedUnix = context.heap.get<KernelObject>(args[0])->index == closedUnixSocket;
    const auto family = file != noFile ? filesOf(context).socketAt(file).family
                        : closedUnix   ? Socket::Family::Unix
                                       : Socket::Family::Inet;
    return Value::of(static_cast<std::int64_t>(family));
}

/// The first int of struct linger says whether close() shall care, the second for how many seconds.
bool lingersWith(std::string_view linger)
{
    const auto zero = [&](std::size_t from) {
        return linger.size() >= from + 4 && linger.substr(from, 4) == std::string_view("\0\0\0\0", 4);
    };
    return zero(0) || !zero(4);
}

/// An option's value: an int, or the bytes of one.
std::optional<std::int64_t> optionValue(Context& context, Value value)
{
    if (value.isIntegral())
        return value.asInt();
    const auto bytes = bytesLike(context.heap, value);
    if (!bytes)
        return std::nullopt;
    std::int64_t result = 0;
    for (std::size_t i = std::min<std::size_t>(bytes->size(), 4); i-- > 0;)
        result = result << 8 | static_cast<unsigned char>((*bytes)[i]);
    return result;
}

/// Buffer sizes count twice, as in Linux. Most of the others are accepted and have no effect.
NativeResult setOption(Context& context, const Args& args)
{
    if (auto error = wrongNumber(context, args, "setsockopt", 3, 3))
        return *error;
    if (!args[1].isIntegral() || !args[2].isIntegral())
        return needsInt(context, args[args[1].isIntegral() ? 2 : 1]);
    const auto value = optionValue(context, args[3]);
    if (!value)
        return bytesLikeNeeded(context, args[3]);
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    const auto size = static_cast<std::size_t>(std::clamp<std::int64_t>(*value, 0, 1 << 28)) * 2;
    constexpr std::size_t leastReceive = 2304, leastSend = 4608;
    const std::int64_t name = args[1].asInt() == levelSocket ? args[2].asInt() : 0;
    if (name == optionReceiveBuffer)
        filesOf(context).setBuffers(file, std::max(size, leastReceive), 0);
    else if (name == optionSendBuffer)
        filesOf(context).setBuffers(file, 0, std::max(size, leastSend));
    else if (name == optionLinger)
        filesOf(context).setLingers(file, lingersWith(bytesLike(context.heap, args[3]).value_or("")));
    else
        filesOf(context).setOption(file, args[1].asInt(), args[2].asInt(), *value);
    return Value::none();
}

std::int64_t socketOption(Files& files, FileId file, std::int64_t name)
{
    const Socket& socket = files.socketAt(file);
    switch (name) {
    case optionType:
        return streamType;
    case optionError:
        return files.takeError(file);
    case optionSendBuffer:
        return static_cast<std::int64_t>(socket.sendBuffer);
    case optionReceiveBuffer:
        return static_cast<std::int64_t>(socket.receiveBuffer);
    case optionListens:
        return socket.state == Socket::State::Listening ? 1 : 0;
    default:
        break;
    }
    const auto found = socket.options.find({levelSocket, name});
    return found == socket.options.end() ? 0 : found->second;
}

NativeResult getOption(Context& context, const Args& args)
{
    if (auto error = wrongNumber(context, args, "getsockopt", 2, 3))
        return *error;
    for (std::size_t i = 1; i < args.size(); ++i)
        if (!args[i].isIntegral())
            return needsInt(context, args[i]);
    const FileId file = fileOf(context, args[0]);
    if (file == noFile)
        return badDescriptor(context);
    if (args.size() > 3)
        return refuse(context, "getsockopt() with a buffer", "leave the third argument out");
    if (args[1].asInt() == levelSocket)
        return Value::of(socketOption(filesOf(context), file, args[2].asInt()));
    const auto& options = filesOf(context).socketAt(file).options;
    const auto found = options.find({args[1].asInt(), args[2].asInt()});
    return Value::of(found == options.end() ? std::int64_t{0} : found->second);
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
