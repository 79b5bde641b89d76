// Calling things: functions, natives, methods, classes, instances.
#include "machine/interpreter/executor.h"

#include <algorithm>

namespace il::machine {

namespace {

Value keywordTuple(Heap& heap, std::span<const Value> keywords)
{
    return heap.tuple({keywords.begin(), keywords.end()});
}

std::string quotedList(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        text += i == 0 ? "" : last ? (names.size() == 2 ? " and " : ", and ") : ", ";
        text += "'" + names[i] + "'";
    }
    return text;
}

} // namespace

void Executor::reserveStack(std::size_t size)
{
    if (m_thread.stack.size() < size)
        m_thread.stack.resize(std::max<std::size_t>(size, m_thread.stack.size() * 2 + 64));
}

std::vector<Value> Executor::popMany(std::uint32_t count)
{
    const auto end = m_thread.stack.begin() + frame().top;
    std::vector<Value> values(end - count, end);
    frame().top -= count;
    return values;
}

bool Executor::invoke(Value callable, std::span<const Value> arguments, std::span<const Value> keywords,
                      Continuation then)
{
    if (callable.isNative())
        return invokeNative(callable.asNative(), arguments, keywords, then);
    if (callable.isRef()) {
        const Object& object = m_heap[callable.asRef()];
        if (std::holds_alternative<Function>(object.body))
            return pushFunction(callable, arguments, keywords, then);
        if (std::holds_alternative<Class>(object.body))
            return instantiate(callable, arguments, keywords, then);
        if (const auto* method = std::get_if<Method>(&object.body)) {
            std::vector<Value> all = {method->self};
            all.insert(all.end(), arguments.begin(), arguments.end());
            return invoke(method->function, all, keywords, then);
        }
        if (const auto* descriptor = std::get_if<Descriptor>(&object.body);
            descriptor != nullptr && object.cls == static_cast<Handle>(Builtin::StaticMethod))
            return invoke(descriptor->function, arguments, keywords, then);
        const Value method = overridingMethod(m_heap, callable, Name::call);
        if (!method.isNull()) {
            std::vector<Value> all = {callable};
            all.insert(all.end(), arguments.begin(), arguments.end());
            return invoke(method, all, keywords, then);
        }
    }
    const NativeResult error =
        raise(m_context, Builtin::TypeError, "'" + typeName(m_heap, callable) + "' object is not callable");
    return fail(then, error.value, true);
}

bool Executor::invokePrelude(const char* name, std::span<const Value> arguments,
                             std::span<const Value> keywords, Continuation then)
{
    const Value function =
        getItem(m_heap, m_heap.as<Dict>(m_context.memory.prelude).table, m_heap.intern(name));
    if (function.isNull()) {
        const NativeResult error =
            raise(m_context, Builtin::SystemError, std::string("the prelude lacks ") + name);
        return fail(then, error.value, true);
    }
    return invoke(function, arguments, keywords, then);
}

bool Executor::invokeNative(std::uint32_t index, std::span<const Value> arguments,
                            std::span<const Value> keywords, Continuation then)
{
    const Native& native = m_image.native(index);
    NativeResult result = native.function(m_context, Args{arguments, keywords});
    m_called = m_called || !native.fast;
    if (result.kind == NativeResult::Kind::Return)
        return complete(then, result.value);
    return settle(result, arguments, keywords, then);
}

bool Executor::settle(NativeResult& result, std::span<const Value> arguments, std::span<const Value> keywords,
                      Continuation then)
{
    switch (result.kind) {
    case NativeResult::Kind::Return:
        return complete(then, result.value);
    case NativeResult::Kind::Raise:
        return fail(then, result.value, true);
    case NativeResult::Kind::Wait:
    case NativeResult::Kind::Burn:
        m_thread.pending = then;
        m_thread.waiting = true;
        m_outcome.duration = result.duration;
        return stop(result.kind == NativeResult::Kind::Wait ? Outcome::Kind::Wait : Outcome::Kind::Burn);
    case NativeResult::Kind::Call:
        return invoke(result.value, result.arguments, result.keywords, then);
    case NativeResult::Kind::Prelude:
        if (result.arguments.empty())
            return invokePrelude(result.name, arguments, keywords, then);
        return invokePrelude(result.name, result.arguments, result.keywords, then);
    case NativeResult::Kind::Resume:
        return resumeGenerator(result.value.asRef(), result.arguments[0], then);
    case NativeResult::Kind::Throw:
        return throwInto(result.value.asRef(), result.arguments[0], then);
    case NativeResult::Kind::Close:
        return closeGenerator(result.value.asRef(), then);
    case NativeResult::Kind::Import:
        return importNow(result.value, then);
    case NativeResult::Kind::BuildClass: {
        const std::vector<Value> copy(arguments.begin(), arguments.end());
        return buildClass(copy, keywords, then);
    }
    }
    return true;
}

bool Executor::instantiate(Value cls, std::span<const Value> arguments, std::span<const Value> keywords,
                           Continuation then)
{
    const Handle handle = cls.asRef();
    const Handle meta = m_heap[handle].cls;
    if (handle == static_cast<Handle>(Builtin::Type) && arguments.size() == 1 && keywords.empty())
        return complete(then, Value::ref(classOf(m_heap, arguments[0])));
    if (!isBuiltinClass(meta)) {
        const Value call = lookup(m_heap, meta, Name::call);
        if (m_heap.get<Function>(call) != nullptr) {
            std::vector<Value> all = {cls};
            all.insert(all.end(), arguments.begin(), arguments.end());
            return invoke(call, all, keywords, then);
        }
    }
    const Value found = lookup(m_heap, handle, Name::new_);
    const auto* wrapper = m_heap.get<Descriptor>(found);
    const Value make = wrapper != nullptr ? wrapper->function : found;
    const Value init = isBuiltinClass(handle) ? Value{} : lookup(m_heap, handle, Name::init);
    if (make.isNative() && (init.isNull() || init.isNative()) &&
        isBuiltinClass(m_heap.as<Class>(handle).layout)) {
        // Everything native: one call, then the native initialization of subclasses of containers and
        // exceptions.
        std::vector<Value> all = {cls};
        all.insert(all.end(), arguments.begin(), arguments.end());
        NativeResult made = m_image.native(make.asNative()).function(m_context, Args{all, keywords});
        m_called = true;
        if (made.kind != NativeResult::Kind::Return || init.isNull())
            return settle(made, all, keywords, then);
        all[0] = made.value;
        NativeResult result = m_image.native(init.asNative()).function(m_context, Args{all, keywords});
        if (result.kind == NativeResult::Kind::Return)
            return complete(then, made.value);
        if (result.kind == NativeResult::Kind::Raise)
            return fail(then, result.value, true);
        // The rest of the initialization is Python.
        if (then.then == Then::Push) {
            push(made.value);
            return settle(result, all, keywords, {Then::Discard, 0});
        }
        std::vector<Value> bundle = {init, made.value, m_heap.tuple({arguments.begin(), arguments.end()}),
                                     keywordTuple(m_heap, keywords)};
        return invokePrelude("_initialize", bundle, {}, then);
    }
    if (then.then != Then::Push) {
        const std::vector<Value> bundle = {cls, m_heap.tuple({arguments.begin(), arguments.end()}),
                                           keywordTuple(m_heap, keywords)};
        return invokePrelude("_call", bundle, {}, then);
    }
    std::vector<Value> all = {cls};
    all.insert(all.end(), arguments.begin(), arguments.end());
    if (make.isNative()) {
        NativeResult made = m_image.native(make.asNative()).function(m_context, Args{all, keywords});
        if (made.kind == NativeResult::Kind::Return)
            return initialize(made.value, std::span(all).subspan(1), keywords);
        if (made.kind == NativeResult::Kind::Raise)
            return fail(then, made.value, true);
    }
    push(m_heap.tuple({arguments.begin(), arguments.end()}));
    push(keywordTuple(m_heap, keywords));
    push(cls);
    return invoke(make, all, keywords, {Then::Instance, 0});
}

/// Pushes the instance and runs its __init__, whose result is discarded.
bool Executor::initialize(Value instance, std::span<const Value> arguments, std::span<const Value> keywords)
{
    const Value init = lookup(m_heap, classOf(m_heap, instance), Name::init);
    std::vector<Value> all = {instance};
    all.insert(all.end(), arguments.begin(), arguments.end());
    push(instance);
    if (init.isNull())
        return true;
    return invoke(init, all, keywords, {Then::Discard, 0});
}

bool Executor::pushFunction(Value callable, std::span<const Value> arguments, std::span<const Value> keywords,
                            Continuation then)
{
    const Function& function = *m_heap.get<Function>(callable);
    const Code& code = m_image.code(function.code);
    if (m_thread.frames.size() >= recursionLimit) {
        const NativeResult error =
            raise(m_context, Builtin::RecursionError, "maximum recursion depth exceeded");
        return fail(then, error.value, true);
    }
    const std::uint32_t base = m_thread.frames.empty() ? 0 : frame().top;
    if (code.simple && keywords.empty() && arguments.size() == code.code->argCount) {
        // The arguments may lie in the stack, above `base`: they are moved, not copied over each other.
        const Value* data = arguments.data();
        const Value* stack = m_thread.stack.data();
        const bool within = data >= stack && data < stack + m_thread.stack.size();
        const std::ptrdiff_t offset = within ? data - stack : 0;
        reserveStack(base + code.slots);
        Value* locals = m_thread.stack.data() + base;
        std::copy_n(within ? m_thread.stack.data() + offset : data, arguments.size(), locals);
        std::fill(locals + arguments.size(), locals + code.locals, Value{});
        return pushFrame(function, callable.asRef(), then, base);
    }
    std::vector<Value> locals(code.locals);
    if (!bindArguments(function, arguments, keywords, locals)) {
        const Value error = m_outcome.value;
        m_outcome.value = {};
        return fail(then, error, true);
    }
    reserveStack(base + code.slots);
    std::copy(locals.begin(), locals.end(), m_thread.stack.begin() + base);
    return pushFrame(function, callable.asRef(), then, base);
}

/// The locals are in place at `base`.
bool Executor::pushFrame(const Function& function, Handle handle, Continuation then, std::uint32_t base)
{
    const Code& code = m_image.code(function.code);
    Frame f;
    f.code = function.code;
    f.base = base;
    f.top = base + code.locals + code.cells;
    f.function = handle;
    f.globals = function.globals;
    f.onReturn = then;
    if (code.cells != 0) {
        Value* cells = m_thread.stack.data() + base + code.locals;
        const std::size_t own = code.code->cellvars.size();
        for (std::size_t i = 0; i < own; ++i) {
            const int argument = i < code.code->cellArgs.size() ? code.code->cellArgs[i] : -1;
            const Value content =
                argument >= 0 ? m_thread.stack[base + static_cast<std::uint32_t>(argument)] : Value{};
            cells[i] = Value::ref(m_heap.allocate(Builtin::Cell, Cell{content}));
        }
        const auto* closure = m_heap.get<Tuple>(function.closure);
        for (std::size_t i = own; i < code.cells; ++i)
            cells[i] = closure != nullptr ? closure->items[i - own] : Value{};
    }
    m_thread.frames.push_back(f);
    if (m_context.recorder != nullptr && code.origin == Origin::User)
        m_context.recorder->call(m_context, f.code);
    return true;
}

namespace {

/// What CPython says about arguments that don't fit.
class ArgumentErrors {
public:
    ArgumentErrors(Context& context, const Function& function, const script::Code& code)
        : m_context(context), m_function(function), m_code(code)
    {
    }
    Value make(const std::string& text) const
    {
        return makeException(m_context, Builtin::TypeError, name() + "() " + text);
    }
    std::string name() const
    {
        const Str* qualname = m_context.heap.get<Str>(m_function.qualname);
        return qualname != nullptr ? qualname->text : m_code.name;
    }
    Value tooMany(std::size_t given, std::size_t defaults, std::size_t keywordOnlyGiven) const
    {
        const std::size_t count = m_code.argCount;
        std::string takes = defaults != 0
                                ? "from " + std::to_string(count - defaults) + " to " + std::to_string(count)
                                : std::to_string(count);
        const bool plural = defaults != 0 || count != 1;
        std::string gave = std::to_string(given);
        if (keywordOnlyGiven != 0)
            gave += std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " +
                    std::to_string(keywordOnlyGiven) + " keyword-only argument" +
                    (keywordOnlyGiven != 1 ? "s)" : ")");
        return make("takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + gave +
                    (given == 1 && keywordOnlyGiven == 0 ? " was given" : " were given"));
    }
    Value missing(const std::vector<std::string>& names, const char* kind) const
    {
        return make("missing " + std::to_string(names.size()) + " required " + kind + " argument" +
                    (names.size() == 1 ? "" : "s") + ": " + quotedList(names));
    }

private:
    Context& m_context;
    const Function& m_function;
    const script::Code& m_code;
};

} // namespace

/// On failure m_outcome.value is the TypeError.
bool Executor::bindArguments(const Function& function, std::span<const Value> arguments,
                             std::span<const Value> keywords, std::vector<Value>& locals)
{
    const Code& linked = m_image.code(function.code);
    const script::Code& code = *linked.code;
    const ArgumentErrors errors(m_context, function, code);
    const auto refuse = [&](Value error) {
        m_outcome.value = error;
        return false;
    };
    const std::size_t positional = arguments.size() - keywords.size();
    const std::size_t count = code.argCount;
    const std::size_t named = count + code.kwOnlyCount;
    const auto* defaults = m_heap.get<Tuple>(function.defaults);
    const std::size_t defaultCount = defaults != nullptr ? defaults->items.size() : 0;

    for (std::size_t i = 0; i < std::min(positional, count); ++i)
        locals[i] = arguments[i];
    std::size_t next = named;
    if (code.varArgs)
        locals[next++] =
            m_heap.tuple(positional > count
                             ? std::vector<Value>(arguments.begin() + static_cast<std::ptrdiff_t>(count),
                                                  arguments.begin() + static_cast<std::ptrdiff_t>(positional))
                             : std::vector<Value>{});
    Value extra;
    if (code.varKeywords)
        locals[next] = extra = m_heap.dict();

    for (std::size_t k = 0; k < keywords.size(); ++k) {
        const Value value = arguments[positional + k];
        const std::string& keyword = m_heap.get<Str>(keywords[k])->text;
        std::size_t slot = code.posOnlyCount;
        while (slot < named && code.varnames[slot] != keyword)
            ++slot;
        if (slot == named) {
            if (!extra.isNull()) {
                Table& table = m_heap.get<Dict>(extra)->table;
                if (!getItem(m_heap, table, keywords[k]).isNull())
                    return refuse(errors.make("got multiple values for keyword argument '" + keyword + "'"));
                setItem(m_heap, table, keywords[k], value);
                continue;
            }
            const auto posOnlyEnd = code.varnames.begin() + code.posOnlyCount;
            if (std::find(code.varnames.begin(), posOnlyEnd, keyword) != posOnlyEnd)
                return refuse(errors.make(
                    "got some positional-only arguments passed as keyword arguments: '" + keyword + "'"));
            return refuse(errors.make("got an unexpected keyword argument '" + keyword + "'"));
        }
        if (!locals[slot].isNull())
            return refuse(errors.make("got multiple values for argument '" + keyword + "'"));
        locals[slot] = value;
    }
    if (positional > count && !code.varArgs) {
        std::size_t keywordOnly = 0;
        for (std::size_t i = count; i < named; ++i)
            keywordOnly += locals[i].isNull() ? 0 : 1;
        return refuse(errors.tooMany(positional, defaultCount, keywordOnly));
    }
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < count; ++i) {
        if (!locals[i].isNull())
            continue;
        if (i + defaultCount >= count)
            locals[i] = defaults->items[i + defaultCount - count];
        else
            missing.push_back(code.varnames[i]);
    }
    if (!missing.empty())
        return refuse(errors.missing(missing, "positional"));
    const auto* keywordDefaults = m_heap.get<Dict>(function.keywordDefaults);
    for (std::size_t i = count; i < named; ++i) {
        if (!locals[i].isNull())
            continue;
        const Value value = keywordDefaults != nullptr
                                ? getItem(m_heap, keywordDefaults->table, linked.varnames[i])
                                : Value{};
        if (value.isNull())
            missing.push_back(code.varnames[i]);
        locals[i] = value;
    }
    return missing.empty() || refuse(errors.missing(missing, "keyword-only"));
}

/// Call: (NULL, callable | method, self), arguments.
bool Executor::callInstruction(std::uint32_t count, Value keywordNames)
{
    const std::uint32_t first = frame().top - count;
    const Value below = m_thread.stack[first - 2];
    const bool method = !below.isNull();
    const Value callable = method ? below : m_thread.stack[first - 1];
    const std::uint32_t begin = method ? first - 1 : first;
    std::span<const Value> keywords;
    if (const auto* names = m_heap.get<Tuple>(keywordNames))
        keywords = names->items;
    const std::span<const Value> arguments(m_thread.stack.data() + begin, count + (method ? 1 : 0));
    frame().top = first - 2;
    if (callable.isNative()) {
        m_called = false;
        const Native& native = m_image.native(callable.asNative());
        if (m_context.memory.pages.any() && !native.fast)
            touchArguments(arguments.last(count));
        NativeResult result = native.function(m_context, Args{arguments, keywords});
        m_called = !native.fast;
        if (result.kind == NativeResult::Kind::Return) {
            push(result.value);
            return true;
        }
        if (result.kind == NativeResult::Kind::Wait || result.kind == NativeResult::Kind::Burn)
            return settle(result, {}, {}, {});
        // Whatever follows may use the stack, where the arguments lie.
        const std::vector<Value> copy(arguments.begin(), arguments.end());
        return settle(result, copy, keywords, {});
    }
    if (m_heap.get<Function>(callable) != nullptr)
        return pushFunction(callable, arguments, keywords, {});
    const std::vector<Value> copy(arguments.begin(), arguments.end());
    return invoke(callable, copy, keywords, {});
}

bool Executor::callExpanded(bool withKeywords)
{
    const Value keywordDict = withKeywords ? pop() : Value{};
    const Value argumentsTuple = pop();
    const Value callable = pop();
    pop(); // NULL
    const auto* tuple = m_heap.get<Tuple>(argumentsTuple);
    if (tuple == nullptr)
        return invokePrelude(
            "_call_expanded",
            std::vector<Value>{callable, argumentsTuple, keywordDict.isNull() ? Value::none() : keywordDict},
            {}, {});
    std::vector<Value> arguments = tuple->items;
    std::vector<Value> keywords;
    if (const auto* dict = m_heap.get<Dict>(keywordDict))
        for (const Table::Entry& entry : dict->table.entries()) {
            if (entry.key.isNull())
                continue;
            if (m_heap.get<Str>(entry.key) == nullptr)
                return raiseError(Builtin::TypeError, "keywords must be strings");
            keywords.push_back(entry.key);
            arguments.push_back(entry.value);
        }
    return invoke(callable, arguments, keywords, {});
}

/// __build_class__(function, name, *bases, metaclass=None, **keywords)
bool Executor::buildClass(std::span<const Value> arguments, std::span<const Value> keywords,
                          Continuation then)
{
    const std::size_t positional = arguments.size() - keywords.size();
    std::vector<Value> bases(arguments.begin() + 2,
                             arguments.begin() + static_cast<std::ptrdiff_t>(positional));
    const Value options = m_heap.dict();
    for (std::size_t i = 0; i < keywords.size(); ++i)
        setItem(m_heap, m_heap.get<Dict>(options)->table, keywords[i], arguments[positional + i]);
    const Value name = arguments[1];
    const Value function = arguments[0];
    if (then.then != Then::Push)
        return raiseError(Builtin::SystemError, "__build_class__ called in an unusual way");
    push(name);
    push(m_heap.tuple(std::move(bases)));
    push(options);
    const Handle names = m_heap.dict().asRef();
    push(Value::ref(names));
    if (!pushFunction(function, {}, {}, {Then::Build, 0}))
        return false;
    frame().locals = names;
    return true;
}

/// The stack holds name, bases, keywords, namespace.
bool Executor::classBodyDone(Value cell)
{
    const Value names = pop();
    const Value options = pop();
    const Value bases = pop();
    const Value name = pop();
    std::vector<Handle> handles;
    for (const Value base : m_heap.get<Tuple>(bases)->items) {
        if (m_heap.get<Class>(base) == nullptr)
            return raiseError(Builtin::TypeError, "bases must be types");
        if (std::find(handles.begin(), handles.end(), base.asRef()) != handles.end())
            return raiseError(Builtin::TypeError, "duplicate base class " + className(m_heap, base.asRef()));
        handles.push_back(base.asRef());
    }
    Handle meta = static_cast<Handle>(Builtin::Type);
    const Value given = getItem(m_heap, m_heap.get<Dict>(options)->table, nameValue(Name::metaclass));
    if (m_heap.get<Class>(given) != nullptr)
        meta = given.asRef();
    for (const Handle base : handles)
        if (meta == static_cast<Handle>(Builtin::Type))
            meta = m_heap[base].cls;
    // A metaclass with a say of its own is called like any class: the prelude does it.
    if (!isBuiltinClass(meta) &&
        !m_heap.get<Descriptor>(lookup(m_heap, meta, Name::new_))->function.isNative())
        return invokePrelude("_make_class", std::vector<Value>{Value::ref(meta), name, bases, names, options},
                             {}, {});
    const NativeResult made =
        makeClass(m_context, m_heap.get<Str>(name)->text, std::move(handles), names.asRef(), meta);
    if (made.kind == NativeResult::Kind::Raise)
        return raiseValue(made.value);
    if (Cell* classCell = m_heap.get<Cell>(cell))
        classCell->value = made.value;
    const Handle cls = made.value.asRef();
    const bool hooks = !isBuiltinClass(m_heap[cls].cls) ||
                       m_heap.get<Dict>(options)->table.size() > (given.isNull() ? 0u : 1u);
    bool special = hooks;
    for (const Handle base : m_heap.as<Class>(cls).mro)
        special = special || (base != cls && !isBuiltinClass(base) &&
                              !getItem(m_heap, m_heap.as<Dict>(m_heap.as<Class>(base).dict).table,
                                       nameValue(Name::initSubclass))
                                   .isNull());
    for (const Table::Entry& entry : m_heap.get<Dict>(names)->table.entries())
        special =
            special || (!entry.key.isNull() && !pythonMethod(m_heap, entry.value, Name::setName).isNull());
    if (!special) {
        push(made.value);
        return true;
    }
    return invokePrelude("_finish_class", std::vector<Value>{made.value, name, bases, names, options}, {},
                         {});
}

} // namespace il::machine
