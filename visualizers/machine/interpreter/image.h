// All code of a run, prepared for execution: the script, the prelude, the standard library. Immutable while
// running.
#pragma once

#include "machine/heap/pages.h"
#include "machine/interpreter/native.h"
#include "script/program.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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
inline constexpr std::uint8_t parameter =
    4; ///< StoreName of a parameter: stores Image::parameter(name) instead
} // namespace linked

struct LinkedCode {
    const script::Code* code = nullptr;
    std::uint32_t program = 0;
    std::uint32_t firstCode = 0; ///< global index of its program's code 0
    Origin origin = Origin::User;
    std::vector<LinkedInstruction> instructions;
    std::vector<Value> consts; ///< Values in the heap of every process (they are made before the first fork)
    std::vector<Value> names;  ///< interned Str
    std::vector<Value> varnames;           ///< interned Str
    std::vector<std::uint64_t> nameHashes; ///< of names
    std::uint32_t locals = 0;              ///< number of varnames
    std::uint32_t cells = 0;               ///< cellvars + freevars
    std::uint32_t slots = 0;               ///< locals + cells + stack size
    bool simple = false;                   ///< only positional parameters, no cells, an optimized function
    /// Where a global was found last, per name: a hint that is verified, so it is neither state nor shared
    /// truth.
    mutable std::unique_ptr<std::atomic<std::uint32_t>[]> hints;
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
    SharedPages pages;             ///< with other processes; followed only while a trace is recorded
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
        std::map<std::string, std::variant<std::int64_t, double, bool, std::string>> parameters;
        std::string_view (*library)(std::string_view module) = nullptr; ///< null: the embedded one
    };
    static std::unique_ptr<Image> build(Parts parts, Memory& memory);

    /// What stands in for the module-level assignments of a parameter; Null when `name` is none.
    Value parameter(Value name) const;
    /// Constants, which stay alive in every process.
    const std::vector<Value>& fixedValues() const { return m_fixed; }
    /// Names of the cues of the script's line, or of script::Cue::deadlock, in order.
    const std::vector<std::string>& cues(std::uint32_t line) const;
    /// CPython's text for `import this`-style version_info.
    std::pair<int, int> version() const;

    const LinkedCode& code(std::uint32_t index) const { return m_codes[index]; }
    const Native& native(std::uint32_t index) const { return m_natives[index]; }
    std::size_t programCount() const { return m_programs.size(); }
    const LinkedProgram& program(std::uint32_t index) const { return m_programs[index]; }
    const Parts& parts() const { return m_parts; }
    /// Index of the program of that module, -1 when none.
    int findProgram(std::string_view module) const;
    const NativeModule* findNativeModule(std::string_view name) const;
    /// A module may come in several parts, each with the module's name.
    const std::vector<NativeModule>& nativeModules() const { return m_modules; }
    /// The Native value of "owner.name", e.g. "list.append", "threading.get_ident".
    Value findNative(std::string_view owner, std::string_view name) const;

private:
    friend class Linker;
    Parts m_parts;
    std::vector<LinkedCode> m_codes;
    std::vector<LinkedProgram> m_programs;
    std::vector<Native> m_natives;
    std::vector<NativeModule> m_modules;
    std::map<std::pair<std::string, std::string>, std::uint32_t> m_nativeIndex; ///< (owner, name)
    std::vector<Value> m_fixed;                 ///< constants: roots of every heap
    std::map<std::int64_t, Value> m_parameters; ///< by handle of the name
    std::map<std::uint32_t, std::vector<std::string>> m_cues;
};

} // namespace il::machine
