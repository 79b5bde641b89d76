// The native functions and classes that the interpreter brings along.
#pragma once

#include "machine/interpreter/native.h"

#include <span>
#include <vector>

namespace il::machine {

struct BuiltinClass {
    Builtin cls;
    const char* name;
    Builtin base;
    Builtin layout;
};
std::span<const BuiltinClass> builtinClasses();

using Entries = std::vector<NativeEntry>;
struct TypeTable {
    Builtin cls;
    Entries entries;
};

const Entries&
builtinFunctions(); ///< print, len, ...; also the helpers of the prelude, whose names start with _
const std::vector<TypeTable>& typeTables();
const Entries& objectMethods();
const Entries& typeMethods();
const Entries& numberMethods(Builtin cls); ///< Int, Float, Bool
const Entries& strMethods();
const Entries& bytesMethods();
const Entries& byteArrayMethods();
const Entries& memoryViewMethods();
const Entries& listMethods();
const Entries& tupleMethods();
const Entries& dictMethods();
const Entries& setMethods();
const Entries& iteratorMethods();
const Entries& generatorMethods();
const Entries& fileMethods();
const Entries& exceptionMethods();
const Entries& descriptorMethods(Builtin cls);
const std::vector<NativeModule>& builtinModules(); ///< math, sys, ...

} // namespace il::machine
