// sim: what lessons use of the simulated world: time, and clients outside of the program.
// resources/python/sim.py gives them to real CPython.
#include "machine/builtins/bytes.h"
#include "machine/modules/descriptors.h"
#include "machine/modules/modules.h"

#include <algorithm>
#include <cmath>

namespace il::machine {

namespace {

/// The parameter `ms`; nullopt: an error is due.
std::optional<trace::SimTime> milliseconds(Value value)
{
    const auto thousandfold = seconds(value); // ms read as seconds
    if (!thousandfold || thousandfold->ns < 0)
        return std::nullopt;
    return trace::SimTime{(thousandfold->ns + 500) / 1000};
}

NativeResult badTime(Context& context, const char* function)
{
    return raise(context, Builtin::ValueError,
                 std::string(function) + "() needs a number of milliseconds from 0 up");
}

/// Python code that computes for so long: it holds the GIL, and switch points are everywhere in it.
NativeResult cpu(Context& context, const Args& args)
{
    const Arguments a(context, args, "cpu", 0, 1, {"ms"});
    if (a.error())
        return *a.error();
    const auto time = milliseconds(a[0]);
    return time ? NativeResult::burn(*time) : badTime(context, "cpu");
}

/// A blocking read of so long, outside of the GIL.
NativeResult disk(Context& context, const Args& args)
{
    const Arguments a(context, args, "disk", 0, 1, {"ms"});
    if (a.error())
        return *a.error();
    const auto time = milliseconds(a[0]);
    if (!time)
        return badTime(context, "disk");
    Wait wait;
    wait.op = Op::Io;
    wait.duration = *time;
    return kernelOf(context).park(context, wait);
}

/// The world's end of a connection: what `end` was, or a client of its own that connects at `time`. nullopt:
/// an error is due.
std::optional<FileId> worldEnd(Context& context, Value end, trace::SimTime time)
{
    if (const Tuple* pair = context.heap.get<Tuple>(end)) {
        if (pair->items.size() != 2 || !pair->items[1].isIntegral())
            return std::nullopt;
        constexpr std::uint32_t thisComputer = 0x7F00'0001;
        return filesOf(context).feedFrom(
            time, {thisComputer, static_cast<int>(pair->items[1].asInt() & 0xFFFF), {}});
    }
    const auto fd = descriptorOf(context, end);
    const FileId file = fd ? fdsOf(context)[*fd] : noFile;
    if (file == noFile)
        return std::nullopt;
    fdsOf(context).remove(*fd); // the world has its reference now
    if (auto* object = context.heap.get<KernelObject>(end))
        object->index = closedDescriptor;
    filesOf(context).giveToWorld(file);
    return file;
}

/// feed(end, [(ms, data), ...]): bytes that come from outside of the program.
NativeResult feed(Context& context, const Args& args)
{
    const Arguments a(context, args, "feed", 0, 2, {"end", "arrivals"});
    if (a.error())
        return *a.error();
    struct Arrival {
        trace::SimTime time;
        std::optional<std::string> data;
    };
    const auto* list = context.heap.get<List>(a[1]);
    std::vector<Arrival> items;
    for (const Value item : list ? list->items : std::vector<Value>()) {
        const auto* pair = context.heap.get<Tuple>(item);
        const bool fits = pair && pair->items.size() == 2;
        const auto time = fits ? milliseconds(pair->items[0]) : std::nullopt;
        const auto data = fits ? bytesLike(context.heap, pair->items[1]) : std::nullopt;
        if (!time || (!data && !pair->items[1].isNone()))
            return raise(context, Builtin::TypeError, "feed() needs pairs of milliseconds and bytes or None");
        items.push_back({context.now + *time, data ? std::optional<std::string>(*data) : std::nullopt});
    }
    if (items.empty())
        return raise(context, Builtin::ValueError, "feed() needs a list of arrivals");
    const auto file = worldEnd(context, a[0], items.front().time);
    if (!file)
        return raise(context, Builtin::TypeError,
                     "feed() needs an open socket or descriptor, or (host, port)");
    trace::SimTime latest;
    for (Arrival& item : items) {
        latest = std::max(latest, item.time);
        if (item.data)
            filesOf(context).feed(item.time, *file, std::move(*item.data));
        else
            filesOf(context).feedEnd(latest, *file);
        if (!item.data)
            break; // nothing comes after the end
    }
    kernelOf(context).filesChanged(context.now, callerOf(context));
    return Value::none();
}

/// arrivals(count, mean, seed=0, data=b"x"): times of a Poisson process, as a list for feed().
NativeResult arrivals(Context& context, const Args& args)
{
    const Arguments a(context, args, "arrivals", 0, 2, {"count", "mean", "seed", "data"});
    if (a.error())
        return *a.error();
    const auto mean = milliseconds(a[1]);
    const std::int64_t count = a[0].isIntegral() ? a[0].asInt() : -1;
    constexpr std::int64_t most = 1'000'000;
    if (!mean || count < 0 || count > most)
        return raise(context, Builtin::ValueError,
                     "arrivals() needs a number and the mean of their distances in ms");
    Mersenne generator;
    generator.seed(a[2].isIntegral() ? a[2].asInt() : 0);
    const Value data = a.has(3) ? a[3] : context.heap.bytes("x");
    std::vector<Value> items;
    double time = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        time -= std::log(1.0 - generator.fraction()) * static_cast<double>(mean->ns) / 1e6;
        items.push_back(context.heap.tuple({Value::of(std::round(time * 1000) / 1000), data}));
    }
    return context.heap.list(std::move(items));
}

} // namespace

NativeModule simModule()
{
    return {"sim", {{"cpu", cpu}, {"disk", disk}, {"feed", feed}, {"arrivals", arrivals}}, {}, nullptr};
}

} // namespace il::machine
