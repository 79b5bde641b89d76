// Values as bytes and back, in the format of Python's pickle protocol 4, so that what goes through a pipe is
// as long as it is in CPython. The opcodes are those that Python's documentation of pickletools lists.
#pragma once

#include "machine/interpreter/native.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace il::machine {

namespace pickle {

enum Opcode : unsigned char {
    Proto = 0x80,
    Frame = 0x95,
    Stop = '.',
    Mark = '(',
    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    BinFloat = 'G',
    ShortBinUnicode = 0x8c,
    BinUnicode = 'X',
    ShortBinBytes = 'C',
    BinBytes = 'B',
    EmptyTuple = ')',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    TupleOf = 't',
    EmptyList = ']',
    Append = 'a',
    Appends = 'e',
    EmptyDict = '}',
    SetItem = 's',
    SetItems = 'u',
    EmptySet = 0x8f,
    AddItems = 0x90,
    FrozenSetOf = 0x91,
    Memoize = 0x94,
    BinGet = 'h',
    LongBinGet = 'j',
    StackGlobal = 0x93,
    Reduce = 'R',
    NewObj = 0x81,
    Build = 'b',
    Pop = '0',
    PopMark = '1',
};

inline constexpr int protocol = 4;
inline constexpr std::size_t batch = 1000;                         ///< items per Appends, SetItems, AddItems
inline constexpr std::size_t frameTarget = std::size_t{64} * 1024; ///< a frame that is as long as this ends
inline constexpr std::size_t frameLeast = 4;                       ///< a shorter one isn't worth its header

} // namespace pickle

/// Module _pickle: dumps, loads. `pickle` (resources/stdlib) adds the exception classes.
NativeModule pickleModule();
/// What the prelude needs to pickle objects whose classes have their own say (__reduce__, __getstate__, ...).
const std::vector<NativeEntry>& pickleHelpers();

/// _pickle_walk(value, reductions): bytes, or a list of the objects that only Python can take apart. In
/// `reductions` these are followed by what Python made of them: a name, or (callable, arguments, state, ...);
/// a callable of None stands for `arguments[0].__new__(*arguments)`.
NativeResult pickleWalk(Context& context, const Args& args);
/// _pickle_step(state): goes on loading. None: done, the value is on the stack; otherwise (function,
/// arguments) whose result has to be put on the stack first. `state`: [data, position, stack, marks, memo].
NativeResult pickleStep(Context& context, const Args& args);

/// owner.a.b for the path "a.b"; Null when there is none, or when only Python can tell.
Value attributeAt(Context& context, Value owner, std::string_view path);

} // namespace il::machine
