// _random.Random: the core of module random. A generator that nobody seeds starts as if by seed(0), for a run
// must be repeatable.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

namespace il::machine {

namespace {

constexpr std::uint32_t randomKind =
    100; ///< KernelObject::kind; sync objects have ObjectKind's small numbers

NativeResult make(Context& context, const Args& args)
{
    auto& generators = processOf(context).generators;
    generators.emplace_back();
    return makeKernelObject(context, args[0].asRef(),
                            {randomKind, static_cast<std::uint32_t>(generators.size() - 1)});
}

Mersenne& generatorOf(Context& context, Value self)
{
    return processOf(context).generators[context.heap.get<KernelObject>(self)->index];
}

NativeResult seed(Context& context, const Args& args)
{
    const Value value = args.size() > 1 ? args[1] : Value::none();
    Mersenne& generator = generatorOf(context, args[0]);
    if (const Str* text = context.heap.get<Str>(value))
        generator.seed(text->text);
    else if (value.isNone() || value.isIntegral())
        generator.seed(value.isNone() ? std::int64_t{0} : value.asInt());
    else
        return raise(context, Builtin::TypeError, "seed() takes None, int or str here");
    return Value::none();
}

NativeResult random(Context& context, const Args& args)
{
    return Value::of(generatorOf(context, args[0]).fraction());
}

NativeResult getrandbits(Context& context, const Args& args)
{
    if (args.size() < 2 || !args[1].isIntegral())
        return raise(context, Builtin::TypeError, "getrandbits() takes an int");
    const std::int64_t bits = args[1].asInt();
    if (bits < 0)
        return raise(context, Builtin::ValueError, "number of bits must be non-negative");
    if (bits > 63)
        return raise(context, Builtin::OverflowError, "ints have 64 bits here: at most 63 random bits");
    return Value::of(generatorOf(context, args[0]).bits(static_cast<int>(bits)));
}

} // namespace

NativeModule randomModule()
{
    return {"_random",
            {},
            {{"Random",
              Builtin::Kernel,
              {{"__new__", make}, {"seed", seed}, {"random", random}, {"getrandbits", getrandbits}}}},
            nullptr};
}

} // namespace il::machine
