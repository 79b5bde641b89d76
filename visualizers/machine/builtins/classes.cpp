#include "machine/builtins/tables.h"

namespace il::machine {

namespace {

constexpr BuiltinClass plainClass(Builtin cls, const char* name)
{
    return {cls, name, Builtin::Object, cls};
}
constexpr BuiltinClass exceptionClass(Builtin cls, const char* name, Builtin base)
{
    return {cls, name, base, Builtin::BaseException};
}

constexpr BuiltinClass classes[] = {
    {Builtin::Object, "object", Builtin::End, Builtin::Object},
    plainClass(Builtin::Type, "type"),
    plainClass(Builtin::NoneType, "NoneType"),
    plainClass(Builtin::EllipsisType, "ellipsis"),
    plainClass(Builtin::NotImplementedType, "NotImplementedType"),
    {Builtin::Bool, "bool", Builtin::Int, Builtin::Int},
    plainClass(Builtin::Int, "int"),
    plainClass(Builtin::Float, "float"),
    plainClass(Builtin::Str, "str"),
    plainClass(Builtin::Bytes, "bytes"),
    plainClass(Builtin::ByteArray, "bytearray"),
    plainClass(Builtin::MemoryView, "memoryview"),
    plainClass(Builtin::Tuple, "tuple"),
    plainClass(Builtin::List, "list"),
    plainClass(Builtin::Dict, "dict"),
    plainClass(Builtin::Set, "set"),
    plainClass(Builtin::FrozenSet, "frozenset"),
    plainClass(Builtin::Range, "range"),
    plainClass(Builtin::Slice, "slice"),
    plainClass(Builtin::Function, "function"),
    plainClass(Builtin::NativeFunction, "builtin_function_or_method"),
    plainClass(Builtin::Method, "method"),
    plainClass(Builtin::Module, "module"),
    plainClass(Builtin::Cell, "cell"),
    plainClass(Builtin::Property, "property"),
    plainClass(Builtin::StaticMethod, "staticmethod"),
    plainClass(Builtin::ClassMethod, "classmethod"),
    plainClass(Builtin::Super, "super"),
    plainClass(Builtin::Generator, "generator"),
    plainClass(Builtin::Iterator, "iterator"),
    plainClass(Builtin::Enumerate, "enumerate"),
    plainClass(Builtin::Zip, "zip"),
    plainClass(Builtin::Reversed, "reversed"),
    plainClass(Builtin::Map, "map"),
    plainClass(Builtin::Filter, "filter"),
    plainClass(Builtin::DictKeys, "dict_keys"),
    plainClass(Builtin::DictValues, "dict_values"),
    plainClass(Builtin::DictItems, "dict_items"),
    plainClass(Builtin::Code, "code"),
    plainClass(Builtin::Traceback, "traceback"),
    plainClass(Builtin::File, "TextIOWrapper"),
    plainClass(Builtin::Kernel, "_kernel"),
    plainClass(Builtin::Complex, "complex"),
    {Builtin::BaseException, "BaseException", Builtin::Object, Builtin::BaseException},
    exceptionClass(Builtin::GeneratorExit, "GeneratorExit", Builtin::BaseException),
    exceptionClass(Builtin::KeyboardInterrupt, "KeyboardInterrupt", Builtin::BaseException),
    exceptionClass(Builtin::SystemExit, "SystemExit", Builtin::BaseException),
    exceptionClass(Builtin::Exception, "Exception", Builtin::BaseException),
    exceptionClass(Builtin::StopIteration, "StopIteration", Builtin::Exception),
    exceptionClass(Builtin::StopAsyncIteration, "StopAsyncIteration", Builtin::Exception),
    exceptionClass(Builtin::ArithmeticError, "ArithmeticError", Builtin::Exception),
    exceptionClass(Builtin::FloatingPointError, "FloatingPointError", Builtin::ArithmeticError),
    exceptionClass(Builtin::OverflowError, "OverflowError", Builtin::ArithmeticError),
    exceptionClass(Builtin::ZeroDivisionError, "ZeroDivisionError", Builtin::ArithmeticError),
    exceptionClass(Builtin::AssertionError, "AssertionError", Builtin::Exception),
    exceptionClass(Builtin::AttributeError, "AttributeError", Builtin::Exception),
    exceptionClass(Builtin::BufferError, "BufferError", Builtin::Exception),
    exceptionClass(Builtin::EOFError, "EOFError", Builtin::Exception),
    exceptionClass(Builtin::ImportError, "ImportError", Builtin::Exception),
    exceptionClass(Builtin::ModuleNotFoundError, "ModuleNotFoundError", Builtin::ImportError),
    exceptionClass(Builtin::LookupError, "LookupError", Builtin::Exception),
    exceptionClass(Builtin::IndexError, "IndexError", Builtin::LookupError),
    exceptionClass(Builtin::KeyError, "KeyError", Builtin::LookupError),
    exceptionClass(Builtin::MemoryError, "MemoryError", Builtin::Exception),
    exceptionClass(Builtin::NameError, "NameError", Builtin::Exception),
    exceptionClass(Builtin::UnboundLocalError, "UnboundLocalError", Builtin::NameError),
    exceptionClass(Builtin::OSError, "OSError", Builtin::Exception),
    exceptionClass(Builtin::BlockingIOError, "BlockingIOError", Builtin::OSError),
    exceptionClass(Builtin::ChildProcessError, "ChildProcessError", Builtin::OSError),
    exceptionClass(Builtin::ConnectionError, "ConnectionError", Builtin::OSError),
    exceptionClass(Builtin::BrokenPipeError, "BrokenPipeError", Builtin::ConnectionError),
    exceptionClass(Builtin::ConnectionAbortedError, "ConnectionAbortedError", Builtin::ConnectionError),
    exceptionClass(Builtin::ConnectionRefusedError, "ConnectionRefusedError", Builtin::ConnectionError),
    exceptionClass(Builtin::ConnectionResetError, "ConnectionResetError", Builtin::ConnectionError),
    exceptionClass(Builtin::FileExistsError, "FileExistsError", Builtin::OSError),
    exceptionClass(Builtin::FileNotFoundError, "FileNotFoundError", Builtin::OSError),
    exceptionClass(Builtin::InterruptedError, "InterruptedError", Builtin::OSError),
    exceptionClass(Builtin::IsADirectoryError, "IsADirectoryError", Builtin::OSError),
    exceptionClass(Builtin::NotADirectoryError, "NotADirectoryError", Builtin::OSError),
    exceptionClass(Builtin::PermissionError, "PermissionError", Builtin::OSError),
    exceptionClass(Builtin::ProcessLookupError, "ProcessLookupError", Builtin::OSError),
    exceptionClass(Builtin::TimeoutError, "TimeoutError", Builtin::OSError),
    exceptionClass(Builtin::ReferenceError, "ReferenceError", Builtin::Exception),
    exceptionClass(Builtin::RuntimeError, "RuntimeError", Builtin::Exception),
    exceptionClass(Builtin::NotImplementedError, "NotImplementedError", Builtin::RuntimeError),
    exceptionClass(Builtin::RecursionError, "RecursionError", Builtin::RuntimeError),
    exceptionClass(Builtin::SyntaxError, "SyntaxError", Builtin::Exception),
    exceptionClass(Builtin::SystemError, "SystemError", Builtin::Exception),
    exceptionClass(Builtin::TypeError, "TypeError", Builtin::Exception),
    exceptionClass(Builtin::ValueError, "ValueError", Builtin::Exception),
    exceptionClass(Builtin::UnicodeError, "UnicodeError", Builtin::ValueError),
    exceptionClass(Builtin::UnicodeDecodeError, "UnicodeDecodeError", Builtin::UnicodeError),
    exceptionClass(Builtin::UnicodeEncodeError, "UnicodeEncodeError", Builtin::UnicodeError),
    exceptionClass(Builtin::Warning, "Warning", Builtin::Exception),
    exceptionClass(Builtin::DeprecationWarning, "DeprecationWarning", Builtin::Warning),
    exceptionClass(Builtin::UserWarning, "UserWarning", Builtin::Warning),
    exceptionClass(Builtin::RuntimeWarning, "RuntimeWarning", Builtin::Warning),
};
static_assert(std::size(classes) == static_cast<std::size_t>(Builtin::End) - 1);

} // namespace

std::span<const BuiltinClass> builtinClasses()
{
    return classes;
}

const std::vector<TypeTable>& typeTables()
{
    static const std::vector<TypeTable> tables = {
        {Builtin::Object, objectMethods()},
        {Builtin::Type, typeMethods()},
        {Builtin::Int, numberMethods(Builtin::Int)},
        {Builtin::Bool, numberMethods(Builtin::Bool)},
        {Builtin::Float, numberMethods(Builtin::Float)},
        {Builtin::Str, strMethods()},
        {Builtin::Bytes, bytesMethods()},
        {Builtin::ByteArray, byteArrayMethods()},
        {Builtin::MemoryView, memoryViewMethods()},
        {Builtin::List, listMethods()},
        {Builtin::Tuple, tupleMethods()},
        {Builtin::Dict, dictMethods()},
        {Builtin::Set, setMethods()},
        {Builtin::FrozenSet, setMethods()},
        {Builtin::Iterator, iteratorMethods()},
        {Builtin::Generator, generatorMethods()},
        {Builtin::File, fileMethods()},
        {Builtin::BaseException, exceptionMethods()},
        {Builtin::Property, descriptorMethods(Builtin::Property)},
        {Builtin::StaticMethod, descriptorMethods(Builtin::StaticMethod)},
        {Builtin::ClassMethod, descriptorMethods(Builtin::ClassMethod)},
        {Builtin::Super, descriptorMethods(Builtin::Super)},
        {Builtin::Range, descriptorMethods(Builtin::Range)},
        {Builtin::Slice, descriptorMethods(Builtin::Slice)},
        {Builtin::Enumerate, descriptorMethods(Builtin::Enumerate)},
        {Builtin::Zip, descriptorMethods(Builtin::Zip)},
        {Builtin::Map, descriptorMethods(Builtin::Map)},
        {Builtin::Filter, descriptorMethods(Builtin::Filter)},
        {Builtin::Reversed, descriptorMethods(Builtin::Reversed)},
    };
    return tables;
}

} // namespace il::machine
