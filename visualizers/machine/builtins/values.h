// What Python's operations mean for values whose classes are built in: type, truth, equality, hash, text.
// Nothing here runs Python code. Where a class written in Python has a say, the answer is "needs Python", and
// the caller sends the operation to the prelude.
#pragma once

#include "machine/builtins/names.h"
#include "machine/heap/heap.h"

#include <optional>
#include <string>
#include <string_view>

namespace il::machine {

Handle classOf(const Heap& heap, Value value);
const std::string& className(const Heap& heap, Handle cls);
const std::string& typeName(const Heap& heap, Value value);
bool isSubclass(const Heap& heap, Handle cls, Handle base);
bool isInstance(const Heap& heap, Value value, Builtin cls);
inline bool isBuiltinClass(Handle cls)
{
    return cls < static_cast<Handle>(Builtin::End);
}

/// Attribute `name` (an interned Str) along the method resolution order; Null when there is none.
Value lookup(const Heap& heap, Handle cls, Value name);
inline Value lookup(const Heap& heap, Handle cls, Name name)
{
    return lookup(heap, cls, nameValue(name));
}
/// A special method that is written in Python: what builtin behaviour must give way to. Null when there is
/// none.
Value pythonMethod(const Heap& heap, Value value, Name name);
/// As before, but natives of the kernel's classes count too.
Value overridingMethod(const Heap& heap, Value value, Name name);

enum class Answer : std::uint8_t { No, Yes, NeedsPython };
inline Answer answer(bool yes)
{
    return yes ? Answer::Yes : Answer::No;
}

Answer truth(const Heap& heap, Value value);
Answer equal(const Heap& heap, Value a, Value b, int depth = 0);
/// a < b for values that have an order natively. Unordered: TypeError is due.
enum class Order : std::uint8_t { Less, Equal, Greater, None, Unordered, NeedsPython };
Order compare(const Heap& heap, Value a, Value b, int depth = 0);

struct Hash {
    enum class Kind : std::uint8_t { Ok, Unhashable, NeedsPython } kind = Kind::Ok;
    std::uint64_t hash = 0;
    Handle cls = 0; ///< what is unhashable
};
Hash hashOf(const Heap& heap, Value value);

/// nullopt: some part needs Python.
std::optional<std::string> repr(const Heap& heap, Value value, int depth = 0);
std::optional<std::string> str(const Heap& heap, Value value);
/// As repr, with parts that need Python replaced by their default form: for traces and messages.
std::string describe(const Heap& heap, Value value);

std::string reprText(std::string_view text);
std::string reprBytes(std::string_view data);
std::string reprFloat(double value);
/// "0x7f..." of an object: made up, but stable.
std::string address(Value value);

// Dict and set access with keys of any kind.
struct Found {
    Hash hash; ///< not Ok: nothing was looked up
    std::uint32_t position = Table::npos;
    bool needsPython = false; ///< a key with the same hash needs Python's __eq__
};
Found find(const Heap& heap, const Table& table, Value key);
/// Sets an entry whose key is a Str (attribute dicts, globals): never needs Python.
void setItem(Heap& heap, Table& table, Value key, Value value);
Value getItem(const Heap& heap, const Table& table, Value key); ///< for Str keys; Null when absent
/// After find(): stores `value` at the found place or appends.
void store(Heap& heap, Table& table, const Found& found, Value key, Value value);

} // namespace il::machine
