// Modules whose functions are native and need no kernel: math, sys, parts of others.
#include "machine/builtins/arguments.h"
#include "machine/builtins/errno.h"
#include "machine/builtins/struct.h"
#include "machine/builtins/support.h"
#include "machine/builtins/tables.h"
#include "machine/pickle/pickle.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace il::machine {

namespace {

constexpr std::uint32_t streamKind = 101; ///< KernelObject::kind of sys.stdout and sys.stderr

void put(Context& c, Handle dict, std::string_view name, Value value)
{
    setItem(c.heap, c.heap.as<Dict>(dict).table, c.heap.intern(name), value);
}

std::optional<double> number(Value value)
{
    if (value.isFloat())
        return value.asFloat();
    return value.isIntegral() ? std::optional(static_cast<double>(value.bits)) : std::nullopt;
}

NativeResult realNeeded(Context& c, Value value)
{
    return typeError(c, "must be real number, not " + typeName(c.heap, value));
}

template <class Function>
NativeResult real(Context& c, const Args& a, const char* name, Function function)
{
    if (auto error = wrongCount(c, a, name, 1, 1))
        return *error;
    const auto x = number(a[0]);
    if (!x)
        return realNeeded(c, a[0]);
    const double result = function(*x);
    if (std::isnan(result) && !std::isnan(*x))
        return valueError(c, "math domain error");
    if (std::isinf(result) && std::isfinite(*x))
        return std::string_view(name).compare(0, 3, "log") == 0
                   ? valueError(c, "math domain error")
                   : raise(c, Builtin::OverflowError, "math range error");
    return Value::of(result);
}

template <class Function>
NativeResult rounded(Context& c, const Args& a, const char* name, Function function)
{
    if (auto error = wrongCount(c, a, name, 1, 1))
        return *error;
    if (a[0].isIntegral())
        return Value::of(a[0].bits);
    const auto x = number(a[0]);
    if (!x)
        return realNeeded(c, a[0]);
    if (!std::isfinite(*x))
        return std::isnan(*x) ? valueError(c, "cannot convert float NaN to integer")
                              : raise(c, Builtin::OverflowError, "cannot convert float infinity to integer");
    const double result = function(*x);
    return std::abs(result) < 9.2e18 ? NativeResult(Value::of(static_cast<std::int64_t>(result)))
                                     : intOverflow(c);
}

NativeResult logarithm(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "log", 1, 2))
        return *error;
    const auto x = number(a[0]);
    const auto base = a.size() > 1 ? number(a[1]) : std::optional(std::numbers::e);
    if (!x || !base)
        return realNeeded(c, x ? a[1] : a[0]);
    if (*x <= 0 || *base <= 0)
        return valueError(c, "math domain error");
    if (a.size() == 1)
        return Value::of(std::log(*x));
    if (*base == 1)
        return raise(c, Builtin::ZeroDivisionError, "float division by zero");
    return Value::of(std::log(*x) / std::log(*base));
}

NativeResult factorial(Context& c, const Args& a)
{
    if (!a[0].isIntegral())
        return typeError(c, "'" + typeName(c.heap, a[0]) + "' object cannot be interpreted as an integer");
    if (a[0].bits < 0)
        return valueError(c, "factorial() not defined for negative values");
    if (a[0].bits > 20)
        return intOverflow(c);
    std::int64_t result = 1;
    for (std::int64_t i = 2; i <= a[0].bits; ++i)
        result *= i;
    return Value::of(result);
}

NativeResult gcd(Context&, const Args& a)
{
    std::int64_t result = 0;
    for (const Value value : a.values)
        result = std::gcd(result, value.bits);
    return Value::of(result);
}

NativeResult squareRoot(Context& c, const Args& a)
{
    if (!a[0].isIntegral() || a[0].bits < 0)
        return valueError(c, "isqrt() argument must be nonnegative");
    auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(a[0].bits)));
    while (root > 0 && root > a[0].bits / root)
        --root;
    while ((root + 1) <= a[0].bits / (root + 1))
        ++root;
    return Value::of(root);
}

NativeResult combinations(Context& c, const Args& a)
{
    if (a.size() != 2 || !a[0].isIntegral() || !a[1].isIntegral() || a[0].bits < 0 || a[1].bits < 0)
        return valueError(c, "n and k must be non-negative integers");
    const std::int64_t k = std::min(a[1].bits, a[0].bits - a[1].bits);
    if (k < 0)
        return Value::of(std::int64_t{0});
    std::int64_t result = 1;
    for (std::int64_t i = 1; i <= k; ++i) {
        if (__builtin_mul_overflow(result, a[0].bits - k + i, &result))
            return intOverflow(c);
        result /= i;
    }
    return Value::of(result);
}

NativeResult isClose(Context& c, const Args& a)
{
    const auto x = number(a[0]);
    const auto y = number(a[1]);
    const Value relative = argument(c, a, SIZE_MAX, "rel_tol");
    const Value absolute = argument(c, a, SIZE_MAX, "abs_tol");
    if (!x || !y)
        return realNeeded(c, x ? a[1] : a[0]);
    const double rel = number(relative).value_or(1e-9);
    const double abs = number(absolute).value_or(0.0);
    return Value::of(*x == *y ||
                     std::abs(*x - *y) <= std::max(rel * std::max(std::abs(*x), std::abs(*y)), abs));
}

NativeModule mathModule()
{
    NativeModule module;
    module.name = "math";
    module.functions = {
        {"sqrt",
         [](Context& c, const Args& a) { return real(c, a, "sqrt", [](double x) { return std::sqrt(x); }); }},
        {"sin",
         [](Context& c, const Args& a) { return real(c, a, "sin", [](double x) { return std::sin(x); }); }},
        {"cos",
         [](Context& c, const Args& a) { return real(c, a, "cos", [](double x) { return std::cos(x); }); }},
        {"tan",
         [](Context& c, const Args& a) { return real(c, a, "tan", [](double x) { return std::tan(x); }); }},
        {"atan",
         [](Context& c, const Args& a) { return real(c, a, "atan", [](double x) { return std::atan(x); }); }},
        {"asin",
         [](Context& c, const Args& a) { return real(c, a, "asin", [](double x) { return std::asin(x); }); }},
        {"acos",
         [](Context& c, const Args& a) { return real(c, a, "acos", [](double x) { return std::acos(x); }); }},
        {"exp",
         [](Context& c, const Args& a) { return real(c, a, "exp", [](double x) { return std::exp(x); }); }},
        {"fabs",
         [](Context& c, const Args& a) { return real(c, a, "fabs", [](double x) { return std::abs(x); }); }},
        {"log2",
         [](Context& c, const Args& a) { return real(c, a, "log2", [](double x) { return std::log2(x); }); }},
        {"log10", [](Context& c,
                     const Args& a) { return real(c, a, "log10", [](double x) { return std::log10(x); }); }},
        {"radians",
         [](Context& c, const Args& a) {
             return real(c, a, "radians", [](double x) { return x * std::numbers::pi / 180; });
         }},
        {"degrees",
         [](Context& c, const Args& a) {
             return real(c, a, "degrees", [](double x) { return x * 180 / std::numbers::pi; });
         }},
        {"log", logarithm},
        {"floor",
         [](Context& c, const Args& a) {
             return rounded(c, a, "floor", [](double x) { return std::floor(x); });
         }},
        {"ceil", [](Context& c,
                    const Args& a) { return rounded(c, a, "ceil", [](double x) { return std::ceil(x); }); }},
        {"trunc",
         [](Context& c, const Args& a) {
             return rounded(c, a, "trunc", [](double x) { return std::trunc(x); });
         }},
        {"factorial", factorial},
        {"gcd", gcd},
        {"isqrt", squareRoot},
        {"comb", combinations},
        {"isclose", isClose},
        {"isnan",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::isnan(number(a[0]).value_or(0)));
         }},
        {"isinf",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::isinf(number(a[0]).value_or(0)));
         }},
        {"isfinite",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::isfinite(number(a[0]).value_or(0)));
         }},
        {"pow",
         [](Context& c, const Args& a) -> NativeResult {
             const auto x = number(a[0]);
             const auto y = number(a[1]);
             return x && y ? NativeResult(Value::of(std::pow(*x, *y))) : realNeeded(c, x ? a[1] : a[0]);
         }},
        {"hypot",
         [](Context&, const Args& a) -> NativeResult {
             double total = 0;
             for (const Value value : a.values)
                 total += number(value).value_or(0) * number(value).value_or(0);
             return Value::of(std::sqrt(total));
         }},
        {"atan2",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::atan2(number(a[0]).value_or(0), number(a[1]).value_or(0)));
         }},
        {"fmod",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::fmod(number(a[0]).value_or(0), number(a[1]).value_or(1)));
         }},
    };
    module.init = [](Context& c, Handle dict) {
        put(c, dict, "pi", Value::of(std::numbers::pi));
        put(c, dict, "e", Value::of(std::numbers::e));
        put(c, dict, "tau", Value::of(std::numbers::pi * 2));
        put(c, dict, "inf", Value::of(HUGE_VAL));
        put(c, dict, "nan", Value::of(std::nan("")));
    };
    return module;
}

NativeResult writeStream(Context& c, const Args& a)
{
    const Str* text = textAt(c, a, 1);
    if (text == nullptr)
        return typeError(c, "write() argument must be str, not " +
                                typeName(c.heap, a.size() > 1 ? a[1] : Value::none()));
    NativeResult written = c.host.write(c, streamOf(c, a[0]), text->text);
    return written.kind == NativeResult::Kind::Return
               ? NativeResult(Value::of(static_cast<std::int64_t>(text->length)))
               : written;
}

void initSys(Context& c, Handle dict)
{
    std::vector<Value> argv = {c.heap.str(
        c.image.program(static_cast<std::uint32_t>(c.image.findProgram("__main__"))).program->file)};
    for (const std::string& argument : c.image.parts().arguments)
        argv.push_back(c.heap.str(argument));
    put(c, dict, "argv", c.heap.list(std::move(argv)));
    put(c, dict, "maxsize", Value::of(INT64_MAX));
    put(c, dict, "modules", Value::ref(c.memory.modules));
    put(c, dict, "stdout", Value::ref(c.heap.allocate(Builtin::File, KernelObject{streamKind, 1})));
    put(c, dict, "stderr", Value::ref(c.heap.allocate(Builtin::File, KernelObject{streamKind, 2})));
    put(c, dict, "platform", c.heap.str("linux"));
    put(c, dict, "byteorder", c.heap.str("little"));
    put(c, dict, "executable", c.heap.str("/usr/bin/python3"));
    put(c, dict, "version", c.heap.str(c.image.parts().pythonVersion + " (simulated)"));
    const auto [major, minor] = c.image.version();
    put(c, dict, "_version",
        c.heap.tuple({Value::of(std::int64_t{major}), Value::of(std::int64_t{minor}),
                      Value::of(std::int64_t{0}), c.heap.str("final"), Value::of(std::int64_t{0})}));
}

NativeModule sysModule()
{
    NativeModule module;
    module.name = "sys";
    module.functions = {
        {"setswitchinterval",
         [](Context& c, const Args& a) -> NativeResult {
             const auto seconds = a.size() == 1 ? number(a[0]) : std::nullopt;
             if (!seconds)
                 return typeError(c, "must be real number");
             if (*seconds <= 0)
                 return valueError(c, "switch interval must be strictly positive");
             c.host.setSwitchInterval(c, trace::nanoseconds(std::llround(std::min(*seconds, 1e6) * 1e9)));
             return Value::none();
         }},
        {"getswitchinterval",
         [](Context& c, const Args&) -> NativeResult {
             return Value::of(static_cast<double>(c.host.switchInterval(c).ns) / 1e9);
         }},
        {"exit",
         [](Context& c, const Args& a) {
             if (auto error = wrongCount(c, a, "exit", 0, 1))
                 return *error;
             return raiseClass(c, Builtin::SystemExit, {a.values.begin(), a.values.end()});
         }},
        {"getrecursionlimit",
         [](Context&, const Args&) -> NativeResult { return Value::of(std::int64_t{1000}); }},
        {"setrecursionlimit", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
        {"getsizeof",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::of(56 + std::max<std::int64_t>(nativeLength(c.heap, a[0]), 0) * 8);
         }},
        {"intern", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"exc_info",
         [](Context& c, const Args&) -> NativeResult {
             const Value handled = c.thread.handled;
             const Value none = Value::none();
             return handled.isNull() ? c.heap.tuple({none, none, none})
                                     : c.heap.tuple({Value::ref(classOf(c.heap, handled)), handled, none});
         }},
    };
    module.init = initSys;
    return module;
}

NativeModule osModule()
{
    NativeModule module;
    module.name = "os";
    module.functions = {
        {"getpid", [](Context& c, const Args&) -> NativeResult { return Value::of(c.host.processId(c)); }},
        {"strerror",
         [](Context& c, const Args& a) -> NativeResult {
             if (a.size() != 1 || !a[0].isIntegral())
                 return typeError(c, "strerror() takes an error number");
             const ErrorNumber* error = findError(a[0].bits);
             return c.heap.str(error != nullptr ? error->text : "Unknown error " + std::to_string(a[0].bits));
         }},
        {"getenv",
         [](Context&, const Args& a) -> NativeResult { return a.size() > 1 ? a[1] : Value::none(); }},
    };
    module.init = [](Context& c, Handle dict) {
        put(c, dict, "name", c.heap.str("posix"));
        put(c, dict, "sep", c.heap.str("/"));
        put(c, dict, "linesep", c.heap.str("\n"));
        put(c, dict, "environ", c.heap.dict());
    };
    return module;
}

/// What functools, contextlib and dataclasses (in Python) need from below.
NativeModule helpersModule()
{
    NativeModule module;
    module.name = "_helpers";
    module.functions = {
        {"handled",
         [](Context& c, const Args&) -> NativeResult {
             return c.thread.handled.isNull() ? Value::none() : c.thread.handled;
         }},
        {"move_to_end",
         [](Context& c, const Args& a) -> NativeResult {
             return NativeResult::call(c.image.findNative("dict", "_move_to_end"),
                                       {a.values.begin(), a.values.end()});
         }},
        {"new_table",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::ref(c.heap.allocate(a[0].asRef(), Tuple{c.heap.get<Tuple>(a[1])->items}));
         }},
        {"format_exception",
         [](Context& c, const Args& a) -> NativeResult {
             if (a.size() != 1 || c.heap.get<Exception>(a[0]) == nullptr)
                 return typeError(c, "format_exception() takes an exception");
             return toPrelude("_format_exception", {a[0]});
         }},
        {"caller_module",
         [](Context& c, const Args&) -> NativeResult {
             for (auto it = c.thread.frames.rbegin(); it != c.thread.frames.rend(); ++it)
                 if (c.image.code(it->code).origin == Origin::User)
                     return getItem(c.heap, c.heap.as<Dict>(it->globals).table, nameValue(Name::name));
             return nameValue(Name::main);
         }},
    };
    return module;
}

} // namespace

const Entries& fileMethods()
{
    static const Entries entries = {
        {"write", writeStream},
        {"flush",
         [](Context& c, const Args& a) -> NativeResult {
             c.host.flush(c, streamOf(c, a[0]));
             return Value::none();
         }},
        {"isatty", [](Context&, const Args&) -> NativeResult { return Value::of(false); }},
        {"fileno",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::of(std::int64_t{c.heap.get<KernelObject>(a[0])->index});
         }},
    };
    return entries;
}

const std::vector<NativeModule>& builtinModules()
{
    static const std::vector<NativeModule> modules = {mathModule(),    sysModule(),    osModule(),
                                                      helpersModule(), pickleModule(), errnoModule(),
                                                      structModule()};
    return modules;
}

} // namespace il::machine
