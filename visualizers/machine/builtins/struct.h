// Module _struct. `struct` (resources/stdlib) adds its exception and class Struct.
#pragma once

#include "machine/interpreter/native.h"

namespace il::machine {

/// pack, pack_into, unpack, unpack_from, calcsize for the codes x c b B ? h H i I l L q Q n N f d s p in all
/// byte orders. Unsigned numbers above 63 bits raise OverflowError: ints are 64 bits wide on the machine.
NativeModule structModule();

} // namespace il::machine
