// Attribute access as Python defines it, up to the point where Python code would have to run.
#pragma once

#include "machine/interpreter/native.h"

namespace il::machine {

struct Attribute {
    enum class Kind : std::uint8_t {
        Missing,
        Plain,  ///< `value`
        Bound,  ///< function `value` with `self`: a method that is called without making a Method object
        Getter, ///< call `value` with `self` (property, __get__)
    } kind = Kind::Missing;
    Value value, self;
};
/// Finds `name` (an interned Str) on `owner`. Doesn't consider __getattr__.
Attribute findAttribute(Context& context, Value owner, Value name);
/// The attribute as one Value: makes a Method for Bound ones. Getter must not be passed.
Value asValue(Context& context, const Attribute& attribute);
/// The AttributeError for a missing attribute.
NativeResult missingAttribute(Context& context, Value owner, Value name);

/// Stores or (Null value) deletes. The result is None, an exception, or a call of a setter or hook.
NativeResult storeAttribute(Context& context, Value owner, Value name, Value value);
/// The same without hooks: object.__setattr__.
NativeResult storeAttributePlainly(Context& context, Value owner, Value name, Value value);

/// Brings the flags of a class up to date after its dict changed.
void refreshClass(Heap& heap, Handle cls);
/// A new class. `attributes` is its namespace (a Dict it then owns). Raises TypeError for impossible bases.
NativeResult makeClass(Context& context, const std::string& name, std::vector<Handle> bases,
                       Handle attributes, Handle metaclass);

} // namespace il::machine
