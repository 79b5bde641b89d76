// Names that the interpreter itself looks up. Their Str objects have fixed handles, right after the builtin
// classes.
#pragma once

#include "machine/heap/object.h"

#include <cstdint>

namespace il::machine {

// clang-format off
#define IL_NAMES(X)                                                                                                \
    X(init, "__init__") X(new_, "__new__") X(str, "__str__") X(repr, "__repr__") X(format, "__format__")           \
    X(eq, "__eq__") X(ne, "__ne__") X(lt, "__lt__") X(le, "__le__") X(gt, "__gt__") X(ge, "__ge__")                \
    X(hash, "__hash__") X(bool_, "__bool__") X(len, "__len__") X(getitem, "__getitem__")                           \
    X(setitem, "__setitem__") X(delitem, "__delitem__") X(contains, "__contains__") X(iter, "__iter__")            \
    X(next, "__next__") X(enter, "__enter__") X(exit, "__exit__") X(call, "__call__") X(getattr, "__getattr__")    \
    X(setattr, "__setattr__") X(delattr, "__delattr__") X(getattribute, "__getattribute__")                        \
    X(get, "__get__") X(set, "__set__") X(delete_, "__delete__")                                                   \
    X(add, "__add__") X(and_, "__and__") X(floordiv, "__floordiv__") X(lshift, "__lshift__")                       \
    X(matmul, "__matmul__") X(mul, "__mul__") X(mod, "__mod__") X(or_, "__or__") X(pow, "__pow__")                 \
    X(rshift, "__rshift__") X(sub, "__sub__") X(truediv, "__truediv__") X(xor_, "__xor__")                         \
    X(radd, "__radd__") X(rand, "__rand__") X(rfloordiv, "__rfloordiv__") X(rlshift, "__rlshift__")                \
    X(rmatmul, "__rmatmul__") X(rmul, "__rmul__") X(rmod, "__rmod__") X(ror, "__ror__") X(rpow, "__rpow__")        \
    X(rrshift, "__rrshift__") X(rsub, "__rsub__") X(rtruediv, "__rtruediv__") X(rxor, "__rxor__")                  \
    X(iadd, "__iadd__") X(iand, "__iand__") X(ifloordiv, "__ifloordiv__") X(ilshift, "__ilshift__")                \
    X(imatmul, "__imatmul__") X(imul, "__imul__") X(imod, "__imod__") X(ior, "__ior__") X(ipow, "__ipow__")        \
    X(irshift, "__irshift__") X(isub, "__isub__") X(itruediv, "__itruediv__") X(ixor, "__ixor__")                  \
    X(neg, "__neg__") X(pos, "__pos__") X(invert, "__invert__") X(index, "__index__") X(int_, "__int__")           \
    X(float_, "__float__") X(abs, "__abs__") X(missing, "__missing__") X(reversed, "__reversed__")                 \
    X(class_, "__class__") X(dict, "__dict__") X(name, "__name__") X(qualname, "__qualname__")                     \
    X(module, "__module__") X(doc, "__doc__") X(bases, "__bases__") X(mro, "__mro__")                              \
    X(classcell, "__classcell__") X(initSubclass, "__init_subclass__") X(setName, "__set_name__")                  \
    X(annotations, "__annotations__") X(defaults, "__defaults__") X(file, "__file__") X(builtins, "__builtins__")  \
    X(cause, "__cause__") X(context, "__context__") X(traceback, "__traceback__")                                  \
    X(suppressContext, "__suppress_context__") X(args, "args") X(value, "value") X(code, "code")                   \
    X(errno_, "errno") X(strerror, "strerror") X(filename, "filename") X(func, "__func__") X(self, "__self__") X(wrapped, "__wrapped__") \
    X(slots, "__slots__") X(all, "__all__") X(main, "__main__") X(metaclass, "metaclass") X(empty, "")             \
    X(start, "start") X(stop, "stop") X(step, "step") X(key, "key") X(matchArgs, "__match_args__")                 \
    X(notes, "__notes__") X(length, "__length_hint__") X(subclasshook, "__subclasses__") X(codeObject, "__code__") \
    X(closure, "__closure__") X(kwdefaults, "__kwdefaults__") X(unionOr, "__origin__") X(hashNone, "__hash")       \
    X(instancecheck, "__instancecheck__") X(round, "__round__") X(divmod, "__divmod__") X(fset, "fset") X(fget, "fget")
// clang-format on

enum class Name : std::uint32_t {
#define IL_NAME(id, text) id,
    IL_NAMES(IL_NAME)
#undef IL_NAME
        End,
};

/// The interned Str of a well-known name; the same in every heap.
constexpr Value nameValue(Name name)
{
    return Value::ref(static_cast<Handle>(Builtin::End) + static_cast<Handle>(name));
}
const char* text(Name name);

constexpr Value classValue(Builtin cls)
{
    return Value::ref(static_cast<Handle>(cls));
}

} // namespace il::machine
