// Taking a native's arguments apart.
#pragma once

#include "machine/kernel/kernel.h"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace il::machine {

/// The arguments of one call by parameter: positional ones first, then keywords. Null where none was given.
class Arguments {
public:
    /// `first`: how many leading arguments aren't parameters (self, cls). `required`: how many must be given.
    Arguments(Context& context, const Args& args, const char* function, std::size_t first,
              std::size_t required, std::initializer_list<const char*> parameters);

    /// Set when the arguments don't fit: a TypeError in CPython's words.
    const std::optional<NativeResult>& error() const { return m_error; }
    Value operator[](std::size_t parameter) const { return m_values[parameter]; }
    bool has(std::size_t parameter) const { return !m_values[parameter].isNull(); }
    bool truth(std::size_t parameter, bool fallback) const;

private:
    std::string assign(const Args& args, std::size_t first, std::size_t required,
                       std::initializer_list<const char*> parameters);
    static constexpr std::size_t most = 6;
    Context& m_context;
    std::array<Value, most> m_values;
    std::optional<NativeResult> m_error;
};

/// A number of seconds (int, float or bool), rounded to nanoseconds; nullopt for anything else.
std::optional<trace::SimTime> seconds(Value value);
/// A timeout parameter: never() when it is missing or None; nullopt when it is no number.
std::optional<trace::SimTime> timeout(Value value);

/// The kernel object that `self` stands for.
SyncId syncOf(Context& context, Value self);
/// The kernel object of that kind whose number `number` is; noSync when it is none.
SyncId numbered(Context& context, Value number, trace::ObjectKind kind);
/// number() of a kernel object, for numbered().
NativeResult numberOf(Context& context, const Args& args);
/// A new instance of class `cls` that stands for kernel object `id`.
Value instance(Context& context, Value cls, SyncId id);

inline trace::ThreadId callerOf(const Context& context)
{
    return static_cast<trace::ThreadId>(context.threadId);
}

/// Records an event of the calling thread about kernel object `id`.
void recordObject(Context& context, trace::EventKind kind, SyncId id, std::int64_t value = 0);

/// Parks the caller in the list of `wait.object`.
NativeResult parkAt(Context& context, const Wait& wait);

} // namespace il::machine
