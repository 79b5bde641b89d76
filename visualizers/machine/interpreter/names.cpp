// Names, attributes, imports, functions, with statements.
#include "machine/interpreter/executor.h"

#include <algorithm>

namespace il::machine {

bool Executor::loadAttribute(Value name, bool method)
{
    const Value owner = pop();
    const Attribute found = findAttribute(m_context, owner, name);
    switch (found.kind) {
    case Attribute::Kind::Plain:
        if (method)
            push(Value{});
        push(found.value);
        if (m_context.recorder != nullptr && codeOf(frame()).origin == Origin::User)
            m_context.recorder->attribute(m_context, owner, name, found.value, false);
        return true;
    case Attribute::Kind::Bound:
        if (!method) {
            push(asValue(m_context, found));
            return true;
        }
        push(found.value);
        push(found.self);
        return true;
    case Attribute::Kind::Getter: {
        if (method)
            push(Value{});
        const Value getter = m_heap.get<Function>(found.value) != nullptr || found.value.isNative()
                                 ? Value{}
                                 : pythonMethod(m_heap, found.value, Name::get);
        if (!getter.isNull())
            return invoke(getter, {found.value, found.self, Value::ref(classOf(m_heap, owner))});
        if (m_heap.as<Class>(classOf(m_heap, owner)).getattrHook) {
            push(owner);
            push(name);
            return invoke(found.value, {found.self}, {Then::GetAttribute, 0});
        }
        return invoke(found.value, {found.self});
    }
    case Attribute::Kind::Missing:
        break;
    }
    const Value hook = pythonMethod(m_heap, owner, Name::getattr);
    if (!hook.isNull()) {
        if (method)
            push(Value{});
        return invoke(hook, {owner, name});
    }
    if (const Module* module = m_heap.get<Module>(owner)) {
        const Value moduleHook =
            getItem(m_heap, m_heap.as<Dict>(module->dict).table, nameValue(Name::getattr));
        if (!moduleHook.isNull()) {
            if (method)
                push(Value{});
            return invoke(moduleHook, {name});
        }
    }
    return raiseValue(missingAttribute(m_context, owner, name).value);
}

bool Executor::storeAttributeInstruction(Value name, bool remove)
{
    const Value owner = pop();
    const Value value = remove ? Value{} : pop();
    NativeResult result = storeAttribute(m_context, owner, name, value);
    if (m_context.recorder != nullptr && result.kind == NativeResult::Kind::Return && !remove &&
        codeOf(frame()).origin == Origin::User)
        m_context.recorder->attribute(m_context, owner, name, value, true);
    return settle(result, {}, {}, {Then::Drop, 0});
}

Value Executor::findGlobal(Value name)
{
    const Value value = getItem(m_heap, m_heap.as<Dict>(frame().globals).table, name);
    return value.isNull() ? getItem(m_heap, m_heap.as<Dict>(m_context.memory.builtins).table, name) : value;
}

bool Executor::nameError(Value name)
{
    return raiseError(Builtin::NameError, "name '" + m_heap.as<Str>(name.asRef()).text + "' is not defined");
}

bool Executor::loadName(Value name)
{
    Value value;
    if (frame().locals != 0)
        value = getItem(m_heap, m_heap.as<Dict>(frame().locals).table, name);
    if (value.isNull())
        value = findGlobal(name);
    if (value.isNull())
        return nameError(name);
    push(value);
    return true;
}

bool Executor::deleteName(Handle dict, Value name)
{
    Table& table = m_heap.as<Dict>(dict).table;
    const Found found = find(m_heap, table, name);
    if (found.position == Table::npos)
        return raiseError(Builtin::NameError,
                          "name '" + m_heap.as<Str>(name.asRef()).text + "' is not defined");
    table.erase(found.position);
    return true;
}

bool Executor::unboundLocal(std::uint32_t slot)
{
    return raiseError(Builtin::UnboundLocalError, "cannot access local variable '" +
                                                      codeOf(frame()).code->varnames[slot] +
                                                      "' where it is not associated with a value");
}

bool Executor::unboundCell(std::uint32_t slot)
{
    const script::Code& code = *codeOf(frame()).code;
    if (slot < code.cellvars.size())
        return raiseError(Builtin::UnboundLocalError, "cannot access local variable '" + code.cellvars[slot] +
                                                          "' where it is not associated with a value");
    return raiseError(Builtin::NameError, "cannot access free variable '" +
                                              code.freevars[slot - code.cellvars.size()] +
                                              "' where it is not associated with a value in enclosing scope");
}

/// Finds or begins to load a module. `started`: its body is the top frame now; the instruction has to run
/// again.
bool Executor::importModule(const std::string& name, Value& module, bool& started)
{
    const Value key = m_heap.intern(name);
    Table& modules = m_heap.as<Dict>(m_context.memory.modules).table;
    module = getItem(m_heap, modules, key);
    if (!module.isNull())
        return true;
    const int program = m_image.findProgram(name);
    const NativeModule* native = m_image.findNativeModule(name);
    const std::string prefix = name + ".";
    bool package = false;
    for (int i = 0;
         !package && program < 0 && native == nullptr && i < static_cast<int>(m_image.programCount()); ++i)
        package =
            m_image.program(static_cast<std::uint32_t>(i)).module.compare(0, prefix.size(), prefix) == 0;
    if (program < 0 && native == nullptr && !package)
        return false;
    const Value dict = m_heap.dict();
    module = Value::ref(m_heap.allocate(Builtin::Module, Module{name, dict.asRef()}));
    Table& names = m_heap.get<Dict>(dict)->table;
    setItem(m_heap, names, nameValue(Name::name), key);
    setItem(m_heap, names, nameValue(Name::doc), Value::none());
    setItem(m_heap, m_heap.as<Dict>(m_context.memory.modules).table, key, module);
    for (const NativeModule& part : m_image.nativeModules())
        if (name == part.name)
            fillNativeModule(part, dict.asRef());
    if (program < 0)
        return true;
    started = true;
    startModule(static_cast<std::uint32_t>(program), dict.asRef(), {Then::Import, key.asRef()});
    return true;
}

void Executor::fillNativeModule(const NativeModule& native, Handle dict)
{
    for (const NativeEntry& entry : native.functions)
        setItem(m_heap, m_heap.as<Dict>(dict).table, m_heap.intern(entry.name),
                m_image.findNative(native.name, entry.name));
    for (const NativeType& type : native.types) {
        const Value full = m_heap.intern(std::string(native.name) + "." + type.name);
        setItem(m_heap, m_heap.as<Dict>(dict).table, m_heap.intern(type.name),
                getItem(m_heap, m_heap.as<Dict>(m_context.memory.nativeTypes).table, full));
    }
    if (native.init != nullptr)
        native.init(m_context, dict);
}

void Executor::startModule(std::uint32_t program, Handle dict, Continuation then)
{
    const std::uint32_t index = m_image.program(program).firstCode;
    const Code& code = m_image.code(index);
    Function function;
    function.code = index;
    function.globals = dict;
    function.name = function.qualname = m_heap.intern("<module>");
    const Handle handle = m_heap.allocate(Builtin::Function, function);
    const std::uint32_t base = m_thread.frames.empty() ? 0 : frame().top;
    reserveStack(base + code.slots);
    std::fill_n(m_thread.stack.begin() + base, code.locals + code.cells, Value{});
    pushFrame(m_heap.as<Function>(handle), handle, then, base);
    frame().locals = dict;
}

/// (level, names) -> module. Parents come first; while one of them has to run, the instruction is run again
/// after it.
bool Executor::importName(Value nameValueOf)
{
    const std::string name = m_heap.as<Str>(nameValueOf.asRef()).text;
    Value parent;
    Value first;
    for (std::size_t dot = name.find('.');; dot = dot == std::string::npos ? dot : name.find('.', dot + 1)) {
        const std::string part = name.substr(0, dot);
        Value module;
        bool started = false;
        --frame().pc;
        const bool found = importModule(part, module, started);
        if (started)
            return true;
        ++frame().pc;
        if (!found) {
            const std::string reason = parent.isNull() || m_heap.get<Module>(parent) == nullptr
                                           ? std::string()
                                           : "; '" + m_heap.get<Module>(parent)->name + "' is not a package";
            return raiseError(Builtin::ModuleNotFoundError, "No module named '" + part + "'" + reason);
        }
        if (!parent.isNull())
            setItem(m_heap, m_heap.as<Dict>(m_heap.get<Module>(parent)->dict).table,
                    m_heap.intern(part.substr(part.rfind('.') + 1)), module);
        first = first.isNull() ? module : first;
        parent = module;
        if (dot == std::string::npos)
            break;
    }
    const Value names = pop();
    pop(); // level
    push(names.isNone() ? first : parent);
    return true;
}

/// What a pickle names may lie in a module that this process hasn't loaded: it was forked before.
bool Executor::importNow(Value name, Continuation then)
{
    const std::string module = m_heap.as<Str>(name.asRef()).text;
    const Value key = m_heap.intern(module);
    const Value loaded = getItem(m_heap, m_heap.as<Dict>(m_context.memory.modules).table, key);
    if (!loaded.isNull())
        return complete(then, loaded);
    if (m_image.findProgram(module) < 0 && m_image.findNativeModule(module) == nullptr)
        return fail(then,
                    raise(m_context, Builtin::ModuleNotFoundError, "No module named '" + module + "'").value,
                    true);
    if (!complete(then, Value::none()))
        return false;
    Value ignored;
    bool started = false;
    return importModule(module, ignored, started);
}

bool Executor::importFrom(Value name)
{
    const Value module = top();
    const Attribute found = findAttribute(m_context, module, name);
    if (found.kind == Attribute::Kind::Plain) {
        push(found.value);
        return true;
    }
    const Module* from = m_heap.get<Module>(module);
    const std::string text = m_heap.as<Str>(name.asRef()).text;
    Value submodule;
    bool started = false;
    --frame().pc;
    const bool loaded = from != nullptr && importModule(from->name + "." + text, submodule, started);
    if (started)
        return true;
    ++frame().pc;
    if (loaded) {
        push(submodule);
        return true;
    }
    const Value hook = from != nullptr
                           ? getItem(m_heap, m_heap.as<Dict>(from->dict).table, nameValue(Name::getattr))
                           : Value{};
    if (!hook.isNull())
        return invoke(hook, {name});
    return raiseError(Builtin::ImportError, "cannot import name '" + text + "' from '" +
                                                (from != nullptr ? from->name : typeName(m_heap, module)) +
                                                "' (unknown location)");
}

/// What __all__ lists beyond the module's names comes from its __getattr__, which leaves it among them.
bool Executor::importStar()
{
    const Table names = m_heap.as<Dict>(m_heap.get<Module>(top())->dict).table;
    const Value all = getItem(m_heap, names, nameValue(Name::all));
    const Value hook = getItem(m_heap, names, nameValue(Name::getattr));
    if (const auto* listed = m_heap.get<List>(all); listed != nullptr && !hook.isNull())
        for (const Value item : listed->items)
            if (getItem(m_heap, names, item).isNull()) {
                --frame().pc;
                return invoke(hook, {item}, {Then::Drop});
            }
    pop();
    Table& target = m_heap.as<Dict>(frame().locals != 0 ? frame().locals : frame().globals).table;
    const auto* wanted = m_heap.get<List>(all);
    for (const Table::Entry& entry : names.entries()) {
        if (entry.key.isNull())
            continue;
        const bool listed =
            wanted != nullptr && std::any_of(wanted->items.begin(), wanted->items.end(), [&](Value item) {
                return equal(m_heap, item, entry.key) == Answer::Yes;
            });
        if (wanted != nullptr ? listed : m_heap.get<Str>(entry.key)->text[0] != '_')
            setItem(m_heap, target, entry.key, entry.value);
    }
    return true;
}

bool Executor::makeFunction(std::uint32_t flags)
{
    Function function;
    function.code = static_cast<std::uint32_t>(pop().asInt());
    if ((flags & 8) != 0)
        function.closure = pop();
    if ((flags & 4) != 0)
        function.annotations = pop();
    if ((flags & 2) != 0)
        function.keywordDefaults = pop();
    if ((flags & 1) != 0)
        function.defaults = pop();
    const Code& code = m_image.code(function.code);
    function.globals = frame().globals;
    function.name = m_heap.intern(code.code->name);
    function.qualname = m_heap.intern(code.code->qualname);
    function.module = getItem(m_heap, m_heap.as<Dict>(function.globals).table, nameValue(Name::name));
    if (!code.consts.empty() && m_heap.get<Str>(code.consts[0]) != nullptr)
        function.doc = code.consts[0];
    push(Value::ref(m_heap.allocate(Builtin::Function, function)));
    return true;
}

bool Executor::withInstruction()
{
    const Value manager = pop();
    const auto method = [&](Name name) { return findAttribute(m_context, manager, nameValue(name)); };
    const Attribute enter = method(Name::enter);
    const Attribute exit = method(Name::exit);
    if (enter.kind == Attribute::Kind::Missing || exit.kind == Attribute::Kind::Missing)
        return raiseError(Builtin::TypeError,
                          "'" + typeName(m_heap, manager) +
                              "' object does not support the context manager protocol" +
                              (enter.kind != Attribute::Kind::Missing ? " (missed __exit__ method)" : ""));
    push(asValue(m_context, exit));
    if (enter.kind == Attribute::Kind::Bound)
        return invoke(enter.value, {enter.self});
    return invoke(enter.value, {});
}

/// (exit, lasti, previous, exception) -> the same and the result of exit(type, exception, None).
bool Executor::withExceptStart()
{
    const Value exception = top(1);
    const Value exit = top(4);
    return invoke(exit, {Value::ref(classOf(m_heap, exception)), exception, Value::none()});
}

} // namespace il::machine
