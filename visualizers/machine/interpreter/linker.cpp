// Builds an Image: fixed objects first, then natives, then every module that the script can import.
#include "machine/builtins/tables.h"
#include "machine/builtins/values.h"
#include "machine/interpreter/attributes.h"
#include "machine/interpreter/image.h"
#include "machine/interpreter/library.h"

#include "script/compiler.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <set>

namespace il::machine {

using script::Opcode;

class Linker {
public:
    Linker(Image& image, Memory& memory) : m_image(image), m_memory(memory), m_heap(memory.heap) {}

    void run()
    {
        makeClasses();
        makeNames();
        giveClassesDicts();
        m_memory.builtins = m_heap.dict().asRef();
        m_memory.prelude = m_heap.dict().asRef();
        m_memory.modules = m_heap.dict().asRef();
        m_memory.nativeTypes = m_heap.dict().asRef();
        addBuiltins();
        addModules();
        addPrograms();
        addParameters();
    }

private:
    void makeClasses()
    {
        for (const BuiltinClass& entry : builtinClasses()) {
            Class cls;
            cls.name = entry.name;
            cls.layout = static_cast<Handle>(entry.layout);
            const Handle handle = m_heap.allocate(Builtin::Type, std::move(cls));
            assertHandle(handle, static_cast<Handle>(entry.cls));
        }
    }
    void makeNames()
    {
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(Name::End); ++i)
            assertHandle(m_heap.intern(text(static_cast<Name>(i))).asRef(),
                         static_cast<Handle>(Builtin::End) + i);
    }
    static void assertHandle([[maybe_unused]] Handle handle, [[maybe_unused]] Handle expected)
    {
        assert(handle == expected);
    }

    void giveClassesDicts()
    {
        const Value module = m_heap.intern("builtins");
        for (const BuiltinClass& entry : builtinClasses()) {
            const Handle dict = m_heap.dict().asRef();
            const Value qualname = m_heap.intern(entry.name);
            Class& cls = m_heap.as<Class>(static_cast<Handle>(entry.cls));
            cls.dict = dict;
            cls.module = module;
            cls.qualname = qualname;
            cls.mro = {static_cast<Handle>(entry.cls)};
            for (Builtin base = entry.base; base != Builtin::End; base = baseOf(base))
                cls.mro.push_back(static_cast<Handle>(base));
            if (entry.base != Builtin::End)
                cls.bases = {static_cast<Handle>(entry.base)};
        }
    }
    static Builtin baseOf(Builtin cls) { return builtinClasses()[static_cast<std::size_t>(cls) - 1].base; }

    Value addNative(const std::string& owner, const NativeEntry& entry)
    {
        const auto index = static_cast<std::uint32_t>(m_image.m_natives.size());
        m_image.m_natives.push_back({entry.function, entry.name, owner, entry.fast});
        m_image.m_nativeIndex[{owner, entry.name}] = index;
        return Value::native(index);
    }
    void put(Handle dict, std::string_view name, Value value)
    {
        setItem(m_heap, m_heap.as<Dict>(dict).table, m_heap.intern(name), value);
    }

    void addBuiltins()
    {
        for (const TypeTable& table : typeTables()) {
            const Handle dict = m_heap.as<Class>(static_cast<Handle>(table.cls)).dict;
            const std::string owner = m_heap.as<Class>(static_cast<Handle>(table.cls)).name;
            for (const NativeEntry& entry : table.entries)
                putMethod(dict, entry.name, addNative(owner, entry));
        }
        for (const NativeEntry& entry : builtinFunctions())
            put(entry.name[0] == '_' && entry.name[1] != '_' ? m_memory.prelude : m_memory.builtins,
                entry.name, addNative("builtins", entry));
        for (const BuiltinClass& entry : builtinClasses()) {
            const bool exception = m_heap.as<Class>(static_cast<Handle>(entry.cls)).layout ==
                                   static_cast<Handle>(Builtin::BaseException);
            const std::string_view name = entry.name;
            const std::set<std::string_view> visible = {
                "object",    "type",       "bool",     "int",          "float",       "str",   "bytes",
                "bytearray", "memoryview", "tuple",    "list",         "dict",        "set",   "frozenset",
                "range",     "slice",      "property", "staticmethod", "classmethod", "super", "enumerate",
                "zip",       "reversed",   "map",      "filter"};
            if (exception || visible.count(name) != 0)
                put(m_memory.builtins, name, classValue(entry.cls));
            put(m_memory.prelude, "_" + std::string(name) + "_", classValue(entry.cls));
        }
        put(m_memory.builtins, "IOError", classValue(Builtin::OSError));
        put(m_memory.builtins, "EnvironmentError", classValue(Builtin::OSError));
        put(m_memory.builtins, "NotImplemented", Value::notImplemented());
        put(m_memory.builtins, "Ellipsis", Value::ellipsis());
        put(m_memory.builtins, "__debug__", Value::of(true));
        put(m_memory.builtins, "__name__", m_heap.intern("builtins"));
    }

    /// `__new__` takes the class explicitly; `fromkeys`, `maketrans`, `fromhex` are class or static methods.
    void putMethod(Handle dict, std::string_view name, Value native)
    {
        if (name == "__new__" || name == "maketrans")
            native = Value::ref(m_heap.allocate(Builtin::StaticMethod, Descriptor{native, {}, {}, {}, {}}));
        else if (name == "fromkeys" || name == "from_bytes" || name == "fromhex" ||
                 name == "__init_subclass__" || name == "_rebuild")
            native = Value::ref(m_heap.allocate(Builtin::ClassMethod, Descriptor{native, {}, {}, {}, {}}));
        put(dict, name, native);
    }

    void addModules()
    {
        m_image.m_modules = builtinModules();
        for (const NativeModule& module : m_image.m_parts.modules)
            m_image.m_modules.push_back(module);
        for (const NativeModule& module : m_image.m_modules) {
            for (const NativeEntry& entry : module.functions)
                addNative(module.name, entry);
            for (const NativeType& type : module.types)
                addType(module, type);
        }
    }

    void addType(const NativeModule& module, const NativeType& type)
    {
        const std::string owner = std::string(module.name) + "." + type.name;
        Class cls;
        cls.name = type.name;
        // "_thread.lock" prints as such; classes of modules with a leading underscore only show the public
        // name.
        cls.module = m_heap.intern(module.name);
        cls.qualname = m_heap.intern(type.name);
        cls.layout = static_cast<Handle>(type.layout);
        cls.dict = m_heap.dict().asRef();
        const Handle dict = cls.dict;
        const Handle handle = m_heap.allocate(Builtin::Type, Body(Class{}));
        const Handle base =
            static_cast<Handle>(type.layout == Builtin::Kernel ? Builtin::Object : type.layout);
        cls.bases = {base};
        cls.mro = m_heap.as<Class>(base).mro;
        cls.mro.insert(cls.mro.begin(), handle);
        m_heap.as<Class>(handle) = std::move(cls);
        for (const NativeEntry& entry : type.methods)
            putMethod(dict, entry.name, addNative(owner, entry));
        put(m_memory.nativeTypes, owner, Value::ref(handle));
    }

    void addPrograms()
    {
        addSource("_prelude", preludeSource(), Origin::Prelude);
        addProgram("__main__", m_image.m_parts.script, Origin::User);
        // The list grows while it is walked: what a module imports is added behind.
        for (std::size_t i = 0; i < m_image.m_programs.size(); ++i) {
            addImports(*m_image.m_programs[i].program);
            if (m_image.m_programs[i].module ==
                "multiprocessing") // what spawned processes run; nobody imports it
                addModule("multiprocessing._spawned");
        }
    }

    /// Does the script speak of this name anywhere, or import so that it needn't?
    bool mentioned(const std::string& name) const
    {
        const auto& codes = m_image.m_parts.script->codes;
        return std::any_of(codes.begin(), codes.end(), [&](const script::Code& code) {
            return std::find(code.names.begin(), code.names.end(), name) != code.names.end() ||
                   std::any_of(code.instructions.begin(), code.instructions.end(),
                               [](const auto& instruction) { return instruction.op == Opcode::ImportStar; });
        });
    }

    /// A module's __getattr__ loads what is behind a name when somebody asks for it. What the script never
    /// mentions needn't be compiled: `concurrent.futures` would bring all of multiprocessing along.
    bool needed(const script::Code& code, std::size_t import) const
    {
        if (code.name != "__getattr__")
            return true;
        const auto& next = code.instructions[std::min(import + 1, code.instructions.size() - 1)];
        return next.op != Opcode::ImportFrom || mentioned(code.names[next.arg]);
    }

    void addImports(const script::Program& program)
    {
        for (const script::Code& code : program.codes)
            for (std::size_t i = 0; i < code.instructions.size(); ++i) {
                if (code.instructions[i].op != Opcode::ImportName || !needed(code, i))
                    continue;
                const std::string name = code.names[code.instructions[i].arg];
                for (std::size_t dot = name.find('.'); dot != std::string::npos;
                     dot = name.find('.', dot + 1))
                    addModule(name.substr(0, dot));
                addModule(name);
                for (std::size_t j = i + 1;
                     j < code.instructions.size() && code.instructions[j].op != Opcode::ImportName; ++j)
                    if (code.instructions[j].op == Opcode::ImportFrom)
                        addModule(name + "." + code.names[code.instructions[j].arg]);
            }
    }

    void addModule(const std::string& name)
    {
        if (m_image.findProgram(name) >= 0)
            return;
        const std::string_view source =
            m_image.m_parts.library != nullptr ? m_image.m_parts.library(name) : librarySource(name);
        if (!source.empty())
            addSource(name, source, Origin::Library);
    }

    void addSource(const std::string& module, std::string_view source, Origin origin)
    {
        if (auto program = compiledSource(module, source))
            addProgram(module, std::move(program), origin);
    }

    void addProgram(const std::string& module, std::shared_ptr<const script::Program> program, Origin origin)
    {
        LinkedProgram linked;
        linked.program = std::move(program);
        linked.module = module;
        linked.origin = origin;
        linked.firstCode = static_cast<std::uint32_t>(m_image.m_codes.size());
        const auto index = static_cast<std::uint32_t>(m_image.m_programs.size());
        m_image.m_programs.push_back(linked);
        const auto shared = origin == Origin::User ? sharedNames(*linked.program) : std::set<std::string>();
        for (const script::Code& code : linked.program->codes)
            addCode(code, index, shared);
        if (origin == Origin::User)
            for (const script::Cue& cue : linked.program->cues)
                m_image.m_cues[static_cast<std::uint32_t>(cue.line)].push_back(cue.name);
    }

    /// Globals that some function touches.
    static std::set<std::string> sharedNames(const script::Program& program)
    {
        std::set<std::string> names;
        for (std::size_t i = 1; i < program.codes.size(); ++i)
            for (const script::Instruction& instruction : program.codes[i].instructions) {
                if (instruction.op == Opcode::LoadGlobal)
                    names.insert(program.codes[i].names[instruction.arg >> 1]);
                if (instruction.op == Opcode::StoreGlobal || instruction.op == Opcode::DeleteGlobal)
                    names.insert(program.codes[i].names[instruction.arg]);
            }
        return names;
    }

    void addCode(const script::Code& code, std::uint32_t program, const std::set<std::string>& shared)
    {
        LinkedCode linked;
        const LinkedProgram& owner = m_image.m_programs[program];
        linked.code = &code;
        linked.program = program;
        linked.firstCode = owner.firstCode;
        linked.origin = owner.origin;
        linked.locals = static_cast<std::uint32_t>(code.varnames.size());
        linked.cells = static_cast<std::uint32_t>(code.cellvars.size() + code.freevars.size());
        linked.slots = linked.locals + linked.cells + code.stackSize + 8;
        linked.simple = !code.varArgs && !code.varKeywords && code.kwOnlyCount == 0 && linked.cells == 0 &&
                        code.optimized;
        for (const std::string& name : code.names) {
            linked.names.push_back(m_heap.intern(name));
            linked.nameHashes.push_back(hashText(name));
        }
        for (const std::string& name : code.varnames)
            linked.varnames.push_back(m_heap.intern(name));
        for (const script::Const& constant : code.consts)
            linked.consts.push_back(makeConst(constant, owner.firstCode));
        linked.hints = std::make_unique<std::atomic<std::uint32_t>[]>(code.names.size());
        for (std::size_t i = 0; i < code.instructions.size(); ++i) {
            LinkedInstruction instruction;
            instruction.op = code.instructions[i].op;
            instruction.arg = code.instructions[i].arg;
            if (owner.origin == Origin::User)
                instruction.line = static_cast<std::uint32_t>(code.positions[i].line);
            linked.instructions.push_back(instruction);
        }
        if (owner.origin == Origin::User)
            markData(linked, shared);
        m_image.m_codes.push_back(std::move(linked));
    }

    /// Marks the instructions that touch recorded globals, and the locals computed from them: a straight walk
    /// in which a statement that has read shared data (or a local made from it) taints the local that it
    /// stores to.
    void markData(LinkedCode& linked, const std::set<std::string>& shared) const
    {
        const script::Code& code = *linked.code;
        std::set<std::uint32_t> tainted;
        bool seen = false;
        for (LinkedInstruction& instruction : linked.instructions) {
            // To a module they are the same; parameters and the names of locks are looked after by one.
            if (instruction.op == Opcode::StoreGlobal && code.name == "<module>")
                instruction.op = Opcode::StoreName;
            switch (instruction.op) {
            case Opcode::LoadGlobal:
            case Opcode::LoadName:
            case Opcode::StoreName:
            case Opcode::StoreGlobal: {
                const std::uint32_t name =
                    instruction.op == Opcode::LoadGlobal ? instruction.arg >> 1 : instruction.arg;
                const bool isShared = shared.count(code.names[name]) != 0;
                if (isShared)
                    instruction.flags |= linked::tracked;
                if (instruction.op == Opcode::StoreName &&
                    m_image.m_parts.parameters.count(code.names[name]) != 0 &&
                    linked.code->name == "<module>")
                    instruction.flags |= linked::parameter;
                const bool load = instruction.op == Opcode::LoadGlobal || instruction.op == Opcode::LoadName;
                seen = load && (seen || (isShared && (instruction.arg & 1) == 0));
                break;
            }
            case Opcode::LoadAttr:
            case Opcode::BinarySubscr:
                seen = true;
                break;
            case Opcode::LoadFast:
                seen = seen || tainted.count(instruction.arg) != 0;
                break;
            case Opcode::StoreFast:
                if (seen) {
                    tainted.insert(instruction.arg);
                    instruction.flags |= linked::derived;
                }
                seen = false;
                break;
            case Opcode::PopTop:
            case Opcode::StoreAttr:
            case Opcode::StoreSubscr:
            case Opcode::JumpBackward:
            case Opcode::ForIter:
                seen = false;
                break;
            default:
                break;
            }
        }
    }

    Value makeConst(const script::Const& constant, std::uint32_t firstCode)
    {
        struct Visitor {
            Linker& linker;
            std::uint32_t first;
            Value operator()(std::monostate) const { return Value::none(); }
            Value operator()(bool b) const { return Value::of(b); }
            Value operator()(std::int64_t i) const { return Value::of(i); }
            Value operator()(double d) const { return Value::of(d); }
            Value operator()(const std::string& text) const { return linker.m_heap.intern(text); }
            Value operator()(const script::ast::BytesLiteral& bytes) const
            {
                return linker.m_heap.bytes(bytes.bytes);
            }
            Value operator()(const script::ast::EllipsisLiteral&) const { return Value::ellipsis(); }
            Value operator()(const script::CodeRef& code) const
            {
                return Value::of(std::int64_t{first} + code.index);
            }
            Value operator()(const script::ConstTuple& tuple) const
            {
                std::vector<Value> items;
                for (const script::Const& item : tuple.items)
                    items.push_back(linker.makeConst(item, first));
                return linker.m_heap.tuple(std::move(items));
            }
        };
        const Value value = std::visit(Visitor{*this, firstCode}, constant);
        if (value.isRef())
            m_image.m_fixed.push_back(value);
        return value;
    }

    void addParameters()
    {
        struct Visitor {
            Heap& heap;
            Value operator()(std::int64_t i) const { return Value::of(i); }
            Value operator()(double d) const { return Value::of(d); }
            Value operator()(bool b) const { return Value::of(b); }
            Value operator()(const std::string& text) const { return heap.intern(text); }
        };
        for (const auto& [name, value] : m_image.m_parts.parameters)
            m_image.m_parameters[m_heap.intern(name).bits] = std::visit(Visitor{m_heap}, value);
    }

    Image& m_image;
    Memory& m_memory;
    Heap& m_heap;
};

std::unique_ptr<Image> Image::build(Parts parts, Memory& memory)
{
    auto image = std::make_unique<Image>();
    image->m_parts = std::move(parts);
    Linker(*image, memory).run();
    return image;
}

Value Image::parameter(Value name) const
{
    const auto found = m_parameters.find(name.bits);
    return found == m_parameters.end() ? Value{} : found->second;
}

const std::vector<std::string>& Image::cues(std::uint32_t line) const
{
    static const std::vector<std::string> noCues;
    const auto found = m_cues.find(line);
    return found == m_cues.end() ? noCues : found->second;
}

std::pair<int, int> Image::version() const
{
    int major = 3;
    int minor = 11;
    std::sscanf(m_parts.pythonVersion.c_str(), "%d.%d", &major, &minor);
    return {major, minor};
}

int Image::findProgram(std::string_view module) const
{
    if (module == "__mp_main__") // what spawned processes call the script
        module = "__main__";
    for (std::size_t i = 0; i < m_programs.size(); ++i)
        if (m_programs[i].module == module)
            return static_cast<int>(i);
    return -1;
}

const NativeModule* Image::findNativeModule(std::string_view name) const
{
    const auto found = std::find_if(m_modules.begin(), m_modules.end(),
                                    [&](const NativeModule& module) { return name == module.name; });
    return found == m_modules.end() ? nullptr : &*found;
}

Value Image::findNative(std::string_view owner, std::string_view name) const
{
    const auto found = m_nativeIndex.find({std::string(owner), std::string(name)});
    return found == m_nativeIndex.end() ? Value{} : Value::native(found->second);
}

} // namespace il::machine
