// _select: waiting for many descriptors at once. select.py gives it CPython's classes.
#include "machine/builtins/values.h"
#include "machine/modules/descriptors.h"
#include "machine/modules/modules.h"

#include <algorithm>
#include <array>

namespace il::machine {

using trace::SimTime;

namespace {

using Kind = FileCall::Kind;

constexpr std::int64_t setSize = 1024; ///< FD_SETSIZE

NativeResult notDescriptor(Context& context)
{
    return raise(context, Builtin::TypeError, "argument must be an int, or have a fileno() method.");
}

/// What select() asks about, by list: as in Linux's do_select, what counts as readable, writable,
/// exceptional.
constexpr std::array<Events, 3> asked{events::in | events::hangUp | events::error,
                                      events::out | events::error, events::urgent};

std::size_t distinctIn(const std::vector<PollEntry>& entries)
{
    std::vector<bool> seen(static_cast<std::size_t>(setSize), false);
    std::size_t count = 0;
    for (const PollEntry& entry : entries)
        if (!seen[static_cast<std::size_t>(entry.fd)]) {
            seen[static_cast<std::size_t>(entry.fd)] = true;
            ++count;
        }
    return count;
}

/// select(lists, descriptors, timeout): three lists of objects, and of their descriptors in the same order.
NativeResult selectFiles(Context& context, const Args& args)
{
    const auto timeLimit = timeout(args[2]);
    if (!timeLimit)
        return raise(context, Builtin::TypeError, "timeout must be a float or None");
    if (timeLimit->ns < 0)
        return raise(context, Builtin::ValueError, "timeout must be non-negative");
    FileCall call;
    call.kind = Kind::Select;
    call.name = "select";
    const std::vector<Value>& lists = context.heap.get<Tuple>(args[1])->items;
    for (std::size_t i = 0; i < lists.size(); ++i)
        for (const Value item : context.heap.get<List>(lists[i])->items) {
            const auto fd = descriptorOf(context, item);
            if (!fd)
                return notDescriptor(context);
            if (*fd < 0)
                return raise(context, Builtin::ValueError,
                             "file descriptor cannot be a negative integer (" + std::to_string(*fd) + ")");
            if (*fd >= setSize)
                return raise(context, Builtin::ValueError, "filedescriptor out of range in select()");
            const FileId file = fdsOf(context)[*fd];
            if (file == noFile)
                return osError(context, errors::badDescriptor);
            call.entries.push_back({static_cast<int>(*fd), file, asked[i], 0});
        }
    call.distinct = distinctIn(call.entries);
    const Costs& costs = kernelOf(context).config().costs;
    call.cost = costs.selectCall + costs.selectDescriptor * static_cast<std::int64_t>(call.distinct);
    return kernelOf(context).fileCall(context, std::move(call), *timeLimit, args[0]);
}

/// Milliseconds as poll takes them; negative or None: no limit. Fractions are rounded up.
std::optional<SimTime> milliseconds(Value value)
{
    if (value.isNull() || value.isNone())
        return SimTime::never();
    if (!value.isNumber())
        return std::nullopt;
    const double given = value.isFloat() ? value.asFloat() : static_cast<double>(value.asInt());
    return given < 0 ? SimTime::never() : SimTime{static_cast<std::int64_t>(std::min(given, 9e12) * 1e6)};
}

/// poll(masks, timeout): a dict of descriptors and what to look for.
NativeResult pollFiles(Context& context, const Args& args)
{
    const auto timeLimit = milliseconds(args[1]);
    if (!timeLimit)
        return raise(context, Builtin::TypeError, "timeout must be an integer or None");
    FileCall call;
    call.kind = Kind::Poll;
    call.name = "poll";
    for (const Table::Entry& entry : context.heap.get<Dict>(args[0])->table.entries())
        if (!entry.key.isNull())
            call.entries.push_back({static_cast<int>(entry.key.asInt()), fdsOf(context)[entry.key.asInt()],
                                    static_cast<Events>(entry.value.asInt()), 0});
    call.distinct = call.entries.size();
    const Costs& costs = kernelOf(context).config().costs;
    call.cost = costs.pollCall + costs.pollDescriptor * static_cast<std::int64_t>(call.entries.size());
    return kernelOf(context).fileCall(context, std::move(call), *timeLimit);
}

NativeResult makeEpoll(Context& context, const Args& args)
{
    if (fdsOf(context).full())
        return osError(context, errors::tooManyFiles);
    const FileId file = filesOf(context).open(Description::Kind::Epoll);
    const auto fd = static_cast<std::uint32_t>(addDescriptor(context, file));
    return makeKernelObject(context, args[0].asRef(), KernelObject{epollKind, fd});
}

NativeResult closedEpoll(Context& context)
{
    return raise(context, Builtin::ValueError, "I/O operation on closed epoll object");
}

/// epoll_ctl: `change` does it to descriptor args[1].
template <class Change>
NativeResult control(Context& context, const Args& args, Change change)
{
    const auto self = descriptorOf(context, args[0]);
    const auto fd = descriptorOf(context, args[1]);
    if (!self || *self < 0)
        return closedEpoll(context);
    if (!fd)
        return notDescriptor(context);
    if (*fd < 0)
        return raise(context, Builtin::ValueError,
                     "file descriptor cannot be a negative integer (" + std::to_string(*fd) + ")");
    const FileId file = fdsOf(context)[*fd];
    if (file == noFile)
        return osError(context, errors::badDescriptor);
    if (file != fdsOf(context)[*self] && filesOf(context)[file].kind == Description::Kind::Epoll)
        return refuse(context, "an epoll in another epoll", "register its descriptors themselves");
    const int error = change(fdsOf(context)[*self], static_cast<int>(*fd), file);
    kernelOf(context).filesChanged(context.now, callerOf(context));
    if (error != errors::none)
        return osError(context, error);
    return kernelOf(context).pay(context, kernelOf(context).config().costs.epollControl, Value::none());
}

Events maskOf(const Arguments& a, std::size_t parameter)
{
    constexpr Events usual = events::in | events::urgent | events::out;
    return a[parameter].isIntegral() ? static_cast<Events>(a[parameter].asInt()) : usual;
}

NativeResult registerFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "register", 1, 1, {"fd", "eventmask"});
    if (a.error())
        return *a.error();
    return control(context, args, [&](FileId epoll, int fd, FileId file) {
        return filesOf(context).epollAdd(epoll, fd, file, maskOf(a, 1));
    });
}

NativeResult modifyFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "modify", 1, 2, {"fd", "eventmask"});
    if (a.error())
        return *a.error();
    return control(context, args, [&](FileId epoll, int fd, FileId file) {
        return filesOf(context).epollModify(epoll, fd, file, maskOf(a, 1));
    });
}

NativeResult unregisterFile(Context& context, const Args& args)
{
    const Arguments a(context, args, "unregister", 1, 1, {"fd"});
    if (a.error())
        return *a.error();
    return control(context, args, [&](FileId epoll, int fd, FileId file) {
        return filesOf(context).epollRemove(epoll, fd, file);
    });
}

/// poll(timeout=None, maxevents=-1): seconds.
NativeResult pollEpoll(Context& context, const Args& args)
{
    const Arguments a(context, args, "poll", 1, 0, {"timeout", "maxevents"});
    if (a.error())
        return *a.error();
    const auto self = descriptorOf(context, args[0]);
    if (!self || *self < 0)
        return closedEpoll(context);
    const auto given = timeout(a[0]);
    if (!given)
        return raise(context, Builtin::TypeError, "timeout must be an integer or None");
    if (a.has(1) && !a[1].isIntegral())
        return raise(context, Builtin::TypeError,
                     "'" + typeName(context.heap, a[1]) + "' object cannot be interpreted as an integer");
    const std::int64_t most = a.has(1) ? a[1].asInt() : -1;
    if (most == 0 || most < -1)
        return raise(context, Builtin::ValueError,
                     "maxevents must be greater than 0, got " + std::to_string(most));
    FileCall call = callOn(context, Kind::Epoll, "epoll_wait", *self);
    call.blocks = true;
    call.most = static_cast<std::size_t>(most == -1 ? setSize - 1 : most);
    call.cost = kernelOf(context).config().costs.epollCall;
    // epoll_wait takes milliseconds; fractions are rounded up.
    constexpr std::int64_t ms = 1'000'000;
    const bool limited = *given != SimTime::never() && given->ns >= 0;
    const SimTime timeLimit = limited ? SimTime{(given->ns + ms - 1) / ms * ms} : SimTime::never();
    return kernelOf(context).fileCall(context, std::move(call), timeLimit);
}

NativeResult epollFileno(Context& context, const Args& args)
{
    const std::int64_t fd = descriptorOf(context, args[0]).value_or(-1);
    return fd < 0 ? closedEpoll(context) : Value::of(fd);
}

NativeResult closeEpoll(Context& context, const Args& args)
{
    const std::int64_t fd = descriptorOf(context, args[0]).value_or(-1);
    if (fd < 0)
        return Value::none();
    context.heap.get<KernelObject>(args[0])->index = closedDescriptor;
    return closeDescriptor(context, fd);
}

NativeResult isClosed(Context& context, const Args& args)
{
    return Value::of(descriptorOf(context, args[0]).value_or(-1) < 0);
}

/// all_plain(list): none of them needs its fileno() called, which may be Python code.
NativeResult allPlain(Context& context, const Args& args)
{
    const auto* list = context.heap.get<List>(args[0]);
    return Value::of(list && std::all_of(list->items.begin(), list->items.end(), [&](Value item) {
                         return descriptorOf(context, item).has_value();
                     }));
}

} // namespace

NativeModule selectModule()
{
    NativeModule module{
        "_select", {{"select", selectFiles}, {"poll", pollFiles}, {"all_plain", allPlain}}, {}, nullptr};
    module.types = {{"epoll",
                     Builtin::Kernel,
                     {{"__new__", makeEpoll},
                      {"register", registerFile},
                      {"modify", modifyFile},
                      {"unregister", unregisterFile},
                      {"poll", pollEpoll},
                      {"fileno", epollFileno},
                      {"close", closeEpoll},
                      {"_closed", isClosed}}}};
    return module;
}

} // namespace il::machine
