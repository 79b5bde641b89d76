#include "machine/modules/arguments.h"

#include "machine/builtins/values.h"

#include <cmath>

namespace il::machine {

Arguments::Arguments(Context& context, const Args& args, const char* function, std::size_t first,
                     std::size_t required, std::initializer_list<const char*> parameters)
    : m_context(context)
{
    const std::string problem = assign(args, first, required, parameters);
    if (!problem.empty())
        m_error = raise(context, Builtin::TypeError, std::string(function) + "() " + problem);
}

/// "" or what doesn't fit.
std::string Arguments::assign(const Args& args, std::size_t first, std::size_t required,
                              std::initializer_list<const char*> parameters)
{
    const std::size_t positional = args.size() > first ? args.size() - first : 0;
    if (positional > parameters.size())
        return "takes at most " + std::to_string(parameters.size()) + " arguments (" +
               std::to_string(positional) + " given)";
    for (std::size_t i = 0; i < positional; ++i)
        m_values[i] = args[first + i];
    for (std::size_t k = 0; k < args.keywords.size(); ++k) {
        const std::string& name = m_context.heap.get<Str>(args.keywords[k])->text;
        std::size_t i = 0;
        while (i < parameters.size() && name != parameters.begin()[i])
            ++i;
        if (i == parameters.size())
            return "got an unexpected keyword argument '" + name + '\'';
        if (has(i))
            return "got multiple values for argument '" + name + '\'';
        m_values[i] = args.values[args.size() + k];
    }
    for (std::size_t i = 0; i < required; ++i)
        if (!has(i))
            return "missing required argument '" + std::string(parameters.begin()[i]) + "' (pos " +
                   std::to_string(i + 1) + ')';
    return {};
}

bool Arguments::truth(std::size_t parameter, bool fallback) const
{
    if (!has(parameter))
        return fallback;
    return il::machine::truth(m_context.heap, m_values[parameter]) != Answer::No;
}

std::optional<trace::SimTime> seconds(Value value)
{
    constexpr double longest = 9.0e9; // some 285 years; keeps nanoseconds in 63 bits
    if (value.isIntegral()) {
        const auto whole = static_cast<double>(value.asInt());
        return trace::SimTime{std::abs(whole) > longest
                                  ? static_cast<std::int64_t>(std::copysign(longest, whole)) * 1'000'000'000
                                  : value.asInt() * 1'000'000'000};
    }
    if (!value.isFloat() || std::isnan(value.asFloat()))
        return std::nullopt;
    const double clamped = std::min(std::max(value.asFloat(), -longest), longest);
    return trace::SimTime{std::llround(clamped * 1e9)};
}

std::optional<trace::SimTime> timeout(Value value)
{
    if (value.isNull() || value.isNone())
        return trace::SimTime::never();
    return seconds(value);
}

SyncId syncOf(Context& context, Value self)
{
    const auto* object = context.heap.get<KernelObject>(self);
    return object != nullptr && isSync(*object) ? processOf(context).syncs[object->index] : noSync;
}

SyncId numbered(Context& context, Value number, trace::ObjectKind kind)
{
    const auto& objects = kernelOf(context).state().objects;
    const bool known = number.isInt() && number.bits >= 0 &&
                       static_cast<std::uint64_t>(number.bits) < objects.size() &&
                       objects[static_cast<std::size_t>(number.bits)].kind == kind;
    return known ? static_cast<SyncId>(number.bits) : noSync;
}

NativeResult numberOf(Context& context, const Args& args)
{
    return Value::of(static_cast<std::int64_t>(syncOf(context, args[0])));
}

Value instance(Context& context, Value cls, SyncId id)
{
    const auto kind = static_cast<std::uint32_t>(kernelOf(context).object(id).kind);
    std::vector<SyncId>& syncs = processOf(context).syncs;
    syncs.push_back(id);
    return makeKernelObject(context, cls.asRef(), {kind, static_cast<std::uint32_t>(syncs.size() - 1)});
}

void recordObject(Context& context, trace::EventKind kind, SyncId id, std::int64_t value)
{
    Kernel& kernel = kernelOf(context);
    kernel.record(context.now, kind, callerOf(context), kernel.traceOf(id), value);
}

NativeResult parkAt(Context& context, const Wait& wait)
{
    NativeResult result = kernelOf(context).park(context, wait);
    kernelOf(context).enqueue(callerOf(context));
    return result;
}

} // namespace il::machine
