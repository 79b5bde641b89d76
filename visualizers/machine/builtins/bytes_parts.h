// What bytes.cpp, bytearray.cpp and the constructors share.
#pragma once

#include "machine/builtins/format.h"
#include "machine/builtins/tables.h"

#include <string_view>

namespace il::machine {

/// Methods that bytes and bytearray have in common.
const Entries& sharedByteMethods();
/// data.decode(encoding, errors): UTF-8, ASCII and Latin-1.
NativeResult decodeBytes(Context& context, std::string_view data, Value encoding, Value errors);
/// The data that bytes(source) and bytearray(source) hold. Not Return: an error, or the prelude has to
/// collect it.
NativeResult bytesFrom(Context& context, const Args& args, std::string& data);

} // namespace il::machine
