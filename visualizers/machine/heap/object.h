// Everything that lives on the heap.
#pragma once

#include "machine/heap/dict.h"
#include "machine/heap/value.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace il::machine {

/// Classes that exist from the start; class k is the object with handle k in every heap.
enum class Builtin : Handle {
    Object = 1,
    Type,
    NoneType,
    EllipsisType,
    NotImplementedType,
    Bool,
    Int,
    Float,
    Str,
    Bytes,
    ByteArray,
    MemoryView,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Range,
    Slice,
    Function,
    NativeFunction,
    Method,
    Module,
    Cell,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    Generator,
    Iterator,
    Enumerate,
    Zip,
    Reversed,
    Map,
    Filter,
    DictKeys,
    DictValues,
    DictItems,
    Code,
    Traceback,
    File,
    Kernel,
    Complex,
    // Exceptions, after CPython's hierarchy.
    BaseException,
    GeneratorExit,
    KeyboardInterrupt,
    SystemExit,
    Exception,
    StopIteration,
    StopAsyncIteration,
    ArithmeticError,
    FloatingPointError,
    OverflowError,
    ZeroDivisionError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    ModuleNotFoundError,
    LookupError,
    IndexError,
    KeyError,
    MemoryError,
    NameError,
    UnboundLocalError,
    OSError,
    BlockingIOError,
    ChildProcessError,
    ConnectionError,
    BrokenPipeError,
    ConnectionAbortedError,
    ConnectionRefusedError,
    ConnectionResetError,
    FileExistsError,
    FileNotFoundError,
    InterruptedError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
    ProcessLookupError,
    TimeoutError,
    ReferenceError,
    RuntimeError,
    NotImplementedError,
    RecursionError,
    SyntaxError,
    SystemError,
    TypeError,
    ValueError,
    UnicodeError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    Warning,
    DeprecationWarning,
    UserWarning,
    RuntimeWarning,
    End,
};

struct Free {
    Handle next = 0;
};               ///< an unused slot of the heap
struct Plain {}; ///< an instance of a class without native contents
struct Str {
    std::string text;         ///< UTF-8
    std::uint64_t hash = 0;   ///< computed at creation
    std::uint32_t length = 0; ///< in code points
};
struct Bytes {
    std::string data;
}; ///< also bytearray
/// memoryview: a part of a bytes or bytearray object.
struct MemoryView {
    Value object;
    std::size_t begin = 0, size = 0;
};
struct Tuple {
    std::vector<Value> items;
};
struct List {
    std::vector<Value> items;
};
struct Dict {
    Table table;
};
struct Set {
    Table table;
}; ///< also frozenset; values are Null
struct Range {
    std::int64_t start = 0, stop = 0, step = 1;
};
struct Slice {
    Value start, stop, step;
};
struct Cell {
    Value value;
};
struct Function {
    std::uint32_t code = 0; ///< index into Image::codes
    Handle globals = 0;     ///< a Dict
    Value defaults;         ///< Tuple or Null
    Value keywordDefaults;  ///< Dict or Null
    Value closure;          ///< Tuple of Cells or Null
    Value name, qualname, doc, module;
    Value annotations; ///< Tuple of names and values by turns, later a Dict; Null
};
struct Method {
    Value function, self;
};
/// staticmethod, classmethod, property (function = getter), super (function = class, self)
struct Descriptor {
    Value function, self, setter, deleter, doc;
};
struct Class {
    std::string name;
    Value module, qualname;         ///< Str
    std::vector<Handle> bases, mro; ///< mro starts with the class itself
    Handle dict = 0;                ///< a Dict
    Handle layout = 0;              ///< the builtin class that decides what body instances have
    // What instances must look out for, own or inherited; kept up to date by refreshClass().
    bool dataDescriptors = false, getattrHook = false, setattrHook = false;
    bool slotted = false; ///< it and its bases have __slots__: instances have no other attributes
};
struct Module {
    std::string name;
    Handle dict = 0;
};
struct Iterator {
    enum class Kind : std::uint8_t {
        Sequence,
        String,
        Keys,
        Values,
        Items,
        Set,
        Range,
        Reversed,
        Enumerate,
        Zip
    };
    Kind kind = Kind::Sequence;
    Value source; ///< Null once exhausted
    std::int64_t position = 0, stop = 0, step = 1;
};
struct View {
    Value dict;
}; ///< dict.keys(), .values(), .items()
/// One line of a traceback.
struct TraceEntry {
    std::uint32_t code = 0, pc = 0;
};
struct Exception {
    Value args;           ///< Tuple
    Value cause, context; ///< Null when there is none
    bool suppressContext = false;
    std::vector<TraceEntry> trace; ///< innermost call first
    std::string text;              ///< what a Python-level __str__ gave, kept for the final report
};
/// A suspended call: what a Frame needs to go on, without its place on a thread's stack.
struct Generator {
    enum class State : std::uint8_t { Created, Suspended, Running, Done };
    State state = State::Created;
    std::uint32_t code = 0, pc = 0;
    Handle function = 0;
    std::vector<Value> slots; ///< locals, cells and operand stack
    Value handled;            ///< the exception being handled inside
    Value name;
};
/// Something that the simulated kernel owns; the index is into a table of the kernel's state.
struct KernelObject {
    std::uint32_t kind = 0, index = 0;
};

using Body =
    std::variant<Free, Plain, Str, Bytes, MemoryView, Tuple, List, Dict, Set, Range, Slice, Cell, Function,
                 Method, Descriptor, Class, Module, Iterator, View, Exception, Generator, KernelObject>;

struct Object {
    Handle cls = 0;         ///< its type
    Handle attributes = 0;  ///< a Dict: __dict__; 0 while it has none
    std::uint32_t name = 0; ///< trace::StringId of the variable it was first bound to; 0 unknown. Not state.
    bool marked = false;
    Body body;
};

} // namespace il::machine
