// The interface of functions written in C++, both the interpreter's builtins and the kernel's.
#pragma once

#include "machine/heap/heap.h"
#include "machine/interpreter/frame.h"
#include "trace/time.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace il::machine {

class Image;
class Host;
class Recorder;
struct Memory;

/// What a native may touch. Everything in it belongs to the caller.
struct Context {
    const Image& image;
    Memory& memory; ///< of the thread's process
    ThreadContext& thread;
    Host& host;                   ///< the kernel
    Recorder* recorder = nullptr; ///< null: nothing is recorded
    std::uint32_t threadId = 0;   ///< the kernel's number of the thread
    trace::SimTime now;           ///< the thread's clock; natives that work long may advance it
    Heap& heap;
};

/// Arguments of a call; for methods the first one is self. Valid until the native returns.
struct Args {
    std::span<const Value> values;   ///< positional ones, then the values of the keywords
    std::span<const Value> keywords; ///< Str names of the last ones of `values`
    std::size_t size() const { return values.size() - keywords.size(); } ///< number of positional ones
    Value operator[](std::size_t i) const { return values[i]; }
    std::span<const Value> positional() const { return values.first(size()); }
    /// Position of keyword `name` within `values`, or -1.
    int keyword(const Heap& heap, std::string_view name) const;
};

/// What a native asks the interpreter to do next. Natives are never entered again for the same call.
struct NativeResult {
    enum class Kind : std::uint8_t {
        Return,  ///< `value` is the result
        Raise,   ///< `value` is the exception object
        Wait,    ///< the kernel has parked the thread; resume() or resumeRaising() completes the call
        Burn,    ///< takes `duration` of CPU time, then returns None; pre-emptible at any moment
        Call,    ///< the result is that of calling `value` with `arguments` (and `keywords` naming the last
                 ///< ones)
        Prelude, ///< as Call: the function `name` of the prelude, with `arguments`, or those of this call if
                 ///< empty
        Resume,  ///< the generator `value` goes on; arguments[0] is what its yield returns
        Throw,   ///< arguments[0] is raised inside the generator `value`
        Close,   ///< generator.close()
        BuildClass, ///< __build_class__
        Import, ///< the module that the Str `value` names; None if its body has to run first: call again then
    };
    Kind kind = Kind::Return;
    Value value;
    trace::SimTime duration;
    const char* name = nullptr;
    std::vector<Value> arguments;
    std::vector<Value> keywords;

    NativeResult(Value v) : value(v) {} // NOLINT: a plain value is the usual result
    NativeResult(Kind k, Value v) : kind(k), value(v) {}

    static NativeResult wait() { return {Kind::Wait, Value{}}; }
    static NativeResult burn(trace::SimTime duration)
    {
        NativeResult result(Kind::Burn, Value::none());
        result.duration = duration;
        return result;
    }
    static NativeResult call(Value function, std::vector<Value> arguments)
    {
        NativeResult result(Kind::Call, function);
        result.arguments = std::move(arguments);
        return result;
    }
    static NativeResult prelude(const char* name)
    {
        NativeResult result(Kind::Prelude, Value{});
        result.name = name;
        return result;
    }
};

using NativeFunction = NativeResult (*)(Context&, const Args&);

/// A new exception object of a class (builtin or not) with these constructor arguments; runs no Python.
Value makeException(Context& context, Handle cls, std::vector<Value> arguments);
Value makeException(Context& context, Builtin cls, std::string_view text);
/// Raises an exception of a builtin class with one text argument.
NativeResult raise(Context& context, Builtin cls, std::string_view text);
/// Raises an instance of the class `name` that module `module` defines (it has been imported).
NativeResult raise(Context& context, std::string_view module, std::string_view name,
                   std::vector<Value> arguments = {});

struct NativeEntry {
    const char* name; ///< as Python sees it
    NativeFunction function;
    bool fast = false; ///< 3.11 and later look at no pending request after this call (len, isinstance, ...)
};
/// A class whose methods are native. Instances are made by its `__new__` entry: first argument is the class.
struct NativeType {
    const char* name;
    Builtin layout = Builtin::Kernel; ///< what body its instances have
    std::vector<NativeEntry> methods;
    bool subclassable = true;
};
struct NativeModule {
    const char* name; ///< what `import` calls it
    std::vector<NativeEntry> functions;
    std::vector<NativeType> types;
    /// Puts further names in the module's dict when it is first imported; may be null.
    void (*init)(Context&, Handle dict) = nullptr;
};

/// An object of class `cls` whose contents the kernel owns.
Value makeKernelObject(Context& context, Handle cls, KernelObject object);

} // namespace il::machine
