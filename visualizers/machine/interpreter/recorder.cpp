#include "machine/interpreter/recorder.h"

#include "machine/builtins/values.h"
#include "machine/interpreter/interpreter.h"

namespace il::machine {

using trace::Event;
using trace::EventKind;

namespace {

constexpr std::size_t maxVariables = 4096; ///< pictures show a handful; beyond this nothing new is recorded
constexpr std::size_t maxText = 60;        ///< longer reprs are cut
constexpr std::size_t mostItems = 1000;    ///< of a container, that are given names
constexpr std::ptrdiff_t deepest = 4;      ///< names are no longer than "a.b.c.d.e"

std::string shortened(std::string text)
{
    if (text.size() <= maxText)
        return text;
    std::size_t end = maxText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

/// A kernel object, or what can hold one.
bool canHaveName(const Context& context, Value value)
{
    if (!value.isRef())
        return false;
    const Object& object = context.heap[value.asRef()];
    const Body& body = object.body;
    return std::holds_alternative<KernelObject>(body) || std::holds_alternative<Plain>(body) ||
           std::holds_alternative<List>(body) || std::holds_alternative<Dict>(body) ||
           (std::holds_alternative<Class>(body) && !isBuiltinClass(value.asRef()));
}

/// Of a list or dict.
bool isNamedItem(const Context& context, Value value)
{
    return context.heap.get<KernelObject>(value) || context.heap.get<Plain>(value);
}

/// An instance of a class of the script, or such a class.
bool isOfScript(const Context& context, Value value)
{
    const Class* own = context.heap.get<Class>(value);
    const Handle of = context.heap[value.asRef()].cls;
    const Str* module = context.heap.get<Str>((own != nullptr ? *own : context.heap.as<Class>(of)).module);
    return module != nullptr && (module->text == "__main__" || module->text == "__mp_main__");
}

/// Of a name: "a.b[0]" is 2 deep.
std::ptrdiff_t depthOf(std::string_view name)
{
    return std::count_if(name.begin(), name.end(), [](char c) { return c == '.' || c == '['; });
}

trace::ThreadId thread(const Context& context)
{
    return static_cast<trace::ThreadId>(context.threadId);
}

} // namespace

void Recorder::add(Context& context, EventKind kind, std::uint32_t object, std::int64_t value,
                   std::uint8_t flags)
{
    m_builder.add(Event{stamp(context.now), kind, flags, thread(context), object, value});
}

std::uint32_t Recorder::depth(const Context& context) const
{
    std::uint32_t depth = 0;
    for (const Frame& frame : context.thread.frames)
        depth += m_image.code(frame.code).origin == Origin::User ? 1 : 0;
    return depth;
}

const Recorder::CodeNames& Recorder::names(std::uint32_t code)
{
    if (code >= m_codeNames.size())
        m_codeNames.resize(code + std::size_t{1});
    CodeNames& names = m_codeNames[code];
    if (names.file == 0) {
        const LinkedCode& linked = m_image.code(code);
        const std::string& file = m_image.program(linked.program).program->file;
        names.file = m_builder.intern(file.substr(file.find_last_of("/\\") + 1)); // as in RunInfo
        names.function = m_builder.intern(linked.code->name);
    }
    return names;
}

void Recorder::line(Context& context, std::uint32_t code, std::uint32_t line)
{
    if (m_namesOnly)
        return;
    for (const std::string& cue : m_image.cues(line))
        add(context, EventKind::Cue, m_builder.intern(cue), 0, 0);
    const std::int64_t value = static_cast<std::int64_t>(code) << 32 | names(code).file;
    add(context, EventKind::Line, line, value, 0);
}

void Recorder::call(Context& context, std::uint32_t code)
{
    if (m_namesOnly)
        return;
    add(context, EventKind::Call, names(code).function, depth(context), 0);
}

void Recorder::returned(Context& context, std::uint32_t code)
{
    if (m_namesOnly)
        return;
    add(context, EventKind::Return, names(code).function, std::int64_t{depth(context)} - 1, 0);
}

void Recorder::instruction(Context& context, std::uint32_t code, std::uint32_t pc)
{
    add(context, EventKind::Instruction, pc,
        static_cast<std::int64_t>(m_image.code(code).instructions[pc].op), 0);
}

void Recorder::exception(Context& context, Value exception, bool uncaught)
{
    if (m_namesOnly)
        return;
    add(context, EventKind::Exception, m_builder.intern(shortened(exceptionLine(context, exception))), 0,
        uncaught ? 1 : 0);
}

bool Recorder::isData(const Context& context, Value value) const
{
    if (value.isNative() || value.isNull())
        return false;
    if (!value.isRef())
        return true;
    const Body& body = context.heap[value.asRef()].body;
    return std::holds_alternative<Str>(body) || std::holds_alternative<Bytes>(body) ||
           std::holds_alternative<List>(body) || std::holds_alternative<Tuple>(body) ||
           std::holds_alternative<Dict>(body) || std::holds_alternative<Set>(body) ||
           std::holds_alternative<Range>(body);
}

void Recorder::data(Context& context, const Key& key, Value value, EventKind kind, const std::string& name)
{
    if (m_namesOnly)
        return;
    auto found = m_variables.find(key);
    if (found == m_variables.end()) {
        if (m_variables.size() >= maxVariables)
            return;
        if (m_variables.empty())
            m_firstProcess = process(context);
        const int use = ++m_nameUses[name];
        std::string shown = name;
        if (use > 1 && kind != EventKind::LocalWritten) {
            const std::size_t dot = name.find('.');
            shown = name.substr(0, dot) + "#" + std::to_string(use) +
                    (dot == std::string::npos ? "" : name.substr(dot));
            const std::string own = name + " (" + std::to_string(process(context) >> 32) + ")";
            const bool otherProcess = key.kind < 3 && process(context) != m_firstProcess;
            if (otherProcess && ++m_nameUses[own] == 1)
                shown = own; // it has begun as a copy of the first process's
        }
        const trace::VariableId id = m_builder.addVariable({m_builder.intern(shown), false});
        found = m_variables.emplace(key, Variable{id, thread(context)}).first;
    }
    Variable& variable = found->second;
    if (variable.first != thread(context) && kind != EventKind::LocalWritten)
        m_builder.variable(variable.id).shared = true;
    if (value.isIntegral() && !value.isBool()) {
        add(context, kind, variable.id, value.asInt(), static_cast<std::uint8_t>(trace::ValueKind::Int));
        return;
    }
    const std::string text = shortened(describe(context.heap, value));
    add(context, kind, variable.id, m_builder.intern(text),
        static_cast<std::uint8_t>(trace::ValueKind::Text));
}

std::uint64_t Recorder::process(const Context& context) const
{
    return static_cast<std::uint64_t>(context.host.processId(const_cast<Context&>(context))) << 32;
}

void Recorder::global(Context& context, Handle globals, Value name, Value value, bool written)
{
    if (!isData(context, value))
        return;
    const std::string& text = context.heap.as<Str>(name.asRef()).text;
    data(context, {process(context) | globals, static_cast<std::uint64_t>(name.bits), 0}, value,
         written ? EventKind::VariableWritten : EventKind::VariableRead, text);
    bound(context, value, text);
}

void Recorder::attribute(Context& context, Value owner, Value name, Value value, bool written)
{
    if (!owner.isRef() || (m_namesOnly && (!value.isRef() || context.heap[value.asRef()].name != 0)))
        return;
    const Object& object = context.heap[owner.asRef()];
    if (!std::holds_alternative<Plain>(object.body) || isBuiltinClass(object.cls))
        return;
    const std::string& attribute = context.heap.as<Str>(name.asRef()).text;
    if (object.name == 0 && written)
        nameForNow(context, value, "self." + attribute);
    else if (object.name != 0 && (written || isNamedItem(context, value)))
        nameMember(context, value, std::string(m_builder.string(object.name)) + "." + attribute);
    if (!isData(context, value) || attribute.compare(0, 2, "__") == 0)
        return;
    const std::string holder =
        object.name != 0 ? std::string(m_builder.string(object.name)) : className(context.heap, object.cls);
    data(context, {process(context) | owner.asRef(), static_cast<std::uint64_t>(name.bits), 1}, value,
         written ? EventKind::VariableWritten : EventKind::VariableRead, holder + "." + attribute);
}

void Recorder::item(Context& context, Value container, Value key, Value value, bool written)
{
    if (!container.isRef() || (!isData(context, value) && !isNamedItem(context, value)))
        return;
    const Object& object = context.heap[container.asRef()];
    const bool simpleKey = key.isInt() || context.heap.get<Str>(key) != nullptr;
    const bool holder =
        std::holds_alternative<List>(object.body) || std::holds_alternative<Dict>(object.body);
    if (object.name == 0 || !simpleKey || !holder)
        return;
    const std::uint64_t member =
        key.isInt() ? static_cast<std::uint64_t>(key.bits) : context.heap.get<Str>(key)->hash;
    const std::string name =
        std::string(m_builder.string(object.name)) + "[" + shortened(describe(context.heap, key)) + "]";
    if (!isData(context, value))
        return bound(context, value, name);
    data(context, {process(context) | container.asRef(), member, 2}, value,
         written ? EventKind::VariableWritten : EventKind::VariableRead, name);
}

void Recorder::local(Context& context, std::uint32_t code, std::uint32_t slot, Value value)
{
    if (!isData(context, value))
        return;
    data(context, {code, slot, 3}, value, EventKind::LocalWritten, m_image.code(code).code->varnames[slot]);
}

void Recorder::cell(Context& context, std::uint32_t memory, std::size_t index, Value value, bool alone,
                    EventKind kind)
{
    const auto named = m_cellNames.find(memory);
    const std::string of = named != m_cellNames.end() ? named->second : "shared";
    data(context, {memory, index, 4}, value, kind,
         of + (alone ? ".value" : "[" + std::to_string(index) + "]"));
}

void Recorder::bound(Context& context, Value value, std::string_view name)
{
    if (!value.isRef() || context.heap[value.asRef()].name != 0)
        return;
    Object& object = context.heap[value.asRef()];
    if (!canHaveName(context, value) || depthOf(name) > deepest)
        return;
    object.name = m_builder.intern(name);
    renameAttributes(context, value, name);
    const auto* kernelObject = std::get_if<KernelObject>(&object.body);
    if (kernelObject != nullptr && kernelObject->kind == cellsKind)
        nameCells(kernelObject->index, name);
    else if (kernelObject != nullptr)
        context.host.named(context, value.asRef(), name, false);
    else if (std::holds_alternative<Plain>(object.body) || std::holds_alternative<Class>(object.body))
        nameAttributes(context, value, name);
    else
        nameItems(context, value, name);
}

/// `self.lock = Lock()`: what `self` is called is only known later. Its lock is then renamed with it.
void Recorder::nameForNow(Context& context, Value value, std::string_view name)
{
    const auto* kernelObject = context.heap.get<KernelObject>(value);
    const bool ofKernel = kernelObject != nullptr && kernelObject->kind != cellsKind;
    if (ofKernel && context.heap[value.asRef()].name == 0)
        context.host.named(context, value.asRef(), name, true);
    else if (!ofKernel && isNamedItem(context, value) && !isOfScript(context, value))
        bound(context, value, name);
}

/// Lists and dicts get no name of their own here: their items would all be recorded as variables.
void Recorder::nameMember(Context& context, Value value, std::string_view name)
{
    if (context.heap.get<List>(value) || context.heap.get<Dict>(value))
        nameItems(context, value, name);
    else
        bound(context, value, name);
}

/// What an object or class of the script has got by now: `account.lock`, `table.forks[0]`.
void Recorder::nameMembers(Context& context, Handle attributes, std::string_view name)
{
    const Table members = context.heap.as<Dict>(attributes).table;
    for (const auto& entry : members.entries())
        if (!entry.key.isNull() && entry.value.isRef())
            nameMember(context, entry.value,
                       std::string(name) + "." + context.heap.get<Str>(entry.key)->text);
}

/// What an object of the library is made of is named after it: the semaphore in a multiprocessing.Lock, the
/// memory and the lock of a Value.
void Recorder::nameAttributes(Context& context, Value owner, std::string_view name)
{
    const Object& object = context.heap[owner.asRef()];
    const Class* own = context.heap.get<Class>(owner);
    const Handle members = own != nullptr ? own->dict : object.attributes;
    if (members == 0)
        return;
    if (isOfScript(context, owner))
        return nameMembers(context, members, name);
    if (own != nullptr)
        return;
    const Table attributes = context.heap.as<Dict>(object.attributes).table;
    for (const auto& entry : attributes.entries()) {
        if (entry.key.isNull() || !entry.value.isRef())
            continue;
        const std::string& attribute = context.heap.get<Str>(entry.key)->text;
        const bool same = attribute == "_semlock" || attribute == "_condition" || attribute == "_memory" ||
                          attribute == "_obj" || attribute == "_record";
        const std::string shown =
            attribute.substr(std::min(attribute.find_first_not_of('_'), attribute.size()));
        bound(context, entry.value, same ? std::string(name) : std::string(name) + "." + shown);
    }
}

void Recorder::nameCells(std::uint32_t memory, std::string_view name)
{
    m_cellNames.emplace(memory, name);
    for (auto it = m_variables.lower_bound(Key{memory, 0, 4}); it != m_variables.end(); ++it) {
        if (it->first.owner != memory)
            break;
        if (it->first.kind != 4)
            continue;
        trace::VariableInfo& info = m_builder.variable(it->second.id);
        const std::string old(m_builder.string(info.name));
        info.name = m_builder.intern(std::string(name) + old.substr(old.find_first_of(".[")));
    }
}

/// `forks = [Lock(), Lock()]`: the locks are forks[0] and forks[1], whatever they are called later on.
void Recorder::nameItems(Context& context, Value container, std::string_view name)
{
    const auto nameItem = [&](Value item, const std::string& key) {
        if (isNamedItem(context, item))
            bound(context, item, std::string(name) + "[" + key + "]");
    };
    if (const List* list = context.heap.get<List>(container)) {
        for (std::size_t i = 0; i < list->items.size() && i < mostItems; ++i)
            nameItem(list->items[i], std::to_string(i));
    } else if (const Dict* dict = context.heap.get<Dict>(container)) {
        const Table table = dict->table;
        for (std::size_t i = 0; i < table.entries().size() && i < mostItems; ++i)
            if (const auto& entry = table.entries()[i]; !entry.key.isNull())
                nameItem(entry.value, shortened(describe(context.heap, entry.key)));
    }
}

/// What __init__ stored was recorded as "Account.balance"; now the instance has a name of its own.
void Recorder::renameAttributes(Context& context, Value owner, std::string_view name)
{
    const std::uint64_t key = process(context) | owner.asRef();
    for (auto it = m_variables.lower_bound(Key{key, 0, 0}); it != m_variables.end() && it->first.owner == key;
         ++it) {
        if (it->first.kind != 1)
            continue;
        trace::VariableInfo& info = m_builder.variable(it->second.id);
        const std::string old(m_builder.string(info.name));
        const std::string renamed = std::string(name) + old.substr(old.find('.'));
        if (++m_nameUses[renamed] == 1)
            info.name = m_builder.intern(renamed);
    }
}

} // namespace il::machine
