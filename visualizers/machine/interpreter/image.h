// All code of a run, prepared for execution: the script, the prelude, the standard library. Immutable while
// running.
#pragma once

#include "machine/interpreter/native.h"
#include "script/program.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace il::machine {

/// Whose code it is decides what is recorded and shown.
enum class Origin : std::uint8_t {
    User,    ///< the script
    Library, ///< standard library that is Python in CPython too: switch points as usual; not recorded
    Prelude, ///< stands for C code of CPython: no switch points inside, not in tracebacks, not recorded
};

struct LinkedInstruction {
    script::Opcode op = script::Opcode::Nop;
    std::uint8_t flags = 0; ///< see Linked below
    std::uint32_t arg = 0;
    std::uint32_t line = 0; ///< 0: not recorded
};
/// LinkedInstruction::flags
namespace linked {
inline constexpr std::uint8_t tracked = 1; ///< touches a global that is to be recorded
inline constexpr std::uint8_t derived = 2; ///< StoreFast of a value made from shared data
inline constexpr std::uint8_t cue = 4;     ///< first instruction of a line that a `#: cue` marks
} // namespace linked

struct LinkedCode {
    const script::Code* code = nullptr;
    std::uint32_t program = 0;
    std::uint32_t firstCode = 0; ///< global index of its program's code 0
    Origin origin = Origin::User;
    std::vector<LinkedInstruction> instructions;
    std::vector<Value> consts; ///< Values in the heap of every process (they are made before the first fork)
    std::vector<Value> names;  ///< interned Str
    std::vector<Value> varnames; ///< interned Str
    std::uint32_t locals = 0;    ///< number of varnames
    std::uint32_t cells = 0;     ///< cellvars + freevars
    std::uint32_t slots = 0;     ///< locals + cells + stack size
    bool simple = false;         ///< only positional parameters, no cells made from arguments, no generator
};

struct LinkedProgram {
    std::shared_ptr<const script::Program> program;
    std::string module; ///< "__main__", "threading", ...
    Origin origin = Origin::User;
    std::uint32_t firstCode = 0;
};

struct Native {
    NativeFunction function = nullptr;
    std::string name, owner;
    bool fast = false;
};

/// The memory of one simulated process. A value; fork copies it.
struct Memory {
    Heap heap;
    Handle builtins = 0;           ///< Dict
    Handle prelude = 0;            ///< Dict: globals of the prelude
    Handle modules = 0;            ///< Dict: sys.modules
    Handle nativeTypes = 0;        ///< Dict: "module.Type" -> class, made when the image is built
    std::int64_t classVersion = 0; ///< changes whenever a class's attributes change
};

class Image {
public:
    /// Prepares `script` and every library module that it can import, and fills a fresh process's memory.
    /// `library` finds the source of an importable module, "" when there is none.
    struct Parts {
        std::shared_ptr<const script::Program> script;
        std::vector<std::string> arguments; ///< sys.argv[1:]
        std::vector<NativeModule> modules;  ///< the kernel's; the interpreter adds its own
        std::string pythonVersion = "3.11";
        std::string_view (*library)(std::string_view module) = nullptr; ///< null: the embedded one
    };
    static std::unique_ptr<Image> build(Parts parts, Memory& memory);

    const LinkedCode& code(std::uint32_t index) const { return m_codes[index]; }
    const Native& native(std::uint32_t index) const { return m_natives[index]; }
    const LinkedProgram& program(std::uint32_t index) const { return m_programs[index]; }
    const Parts& parts() const { return m_parts; }
    /// Index of the program of that module, -1 when none.
    int findProgram(std::string_view module) const;
    const NativeModule* findNativeModule(std::string_view name) const;
    /// The Native value of "owner.name", e.g. "list.append", "threading.get_ident".
    Value findNative(std::string_view owner, std::string_view name) const;

private:
    friend class Linker;
    Parts m_parts;
    std::vector<LinkedCode> m_codes;
    std::vector<LinkedProgram> m_programs;
    std::vector<Native> m_natives;
};

} // namespace il::machine
