// Bytes to values: a stack machine. It stops wherever Python has to run, and goes on with the result.
#include "machine/builtins/arguments.h"
#include "machine/builtins/tables.h"
#include "machine/interpreter/attributes.h"
#include "machine/pickle/pickle.h"

#include <algorithm>
#include <bit>

namespace il::machine {

namespace {

/// Places in the list that stands for a suspended load.
enum Place : std::size_t { Data, Position, Stack, Marks, Memo, Places };

class Unpickler {
public:
    explicit Unpickler(Context& context, std::string data)
        : m_context(context), m_heap(context.heap), m_data(std::move(data))
    {
    }
    Unpickler(Context& context, const List& state) : m_context(context), m_heap(context.heap)
    {
        const auto items = [&](Place place) { return m_heap.get<List>(state.items[place])->items; };
        m_data = m_heap.get<Bytes>(state.items[Data])->data;
        m_at = static_cast<std::size_t>(state.items[Position].bits);
        m_stack = items(Stack);
        m_memo = items(Memo);
        for (const Value mark : items(Marks))
            m_marks.push_back(static_cast<std::size_t>(mark.bits));
    }

    /// Runs to the end, an error, or until Python is needed: then request() isn't Null.
    void run()
    {
        while (!m_done && !m_error && m_request.isNull()) {
            step();
            ++m_steps;
        }
    }
    /// CPU time of run(). CPython 3.11's C code took 0.41 us for (1, 'square', (2,)) and 141 us for a list of
    /// 10 000 ints; long data are copied once.
    trace::SimTime cost() const
    {
        return trace::nanoseconds(200 + m_steps * 14 + static_cast<std::int64_t>(m_data.size()) / 20);
    }
    const std::optional<NativeResult>& error() const { return m_error; }
    Value request() const { return m_request; }
    Value result() const { return m_stack.back(); }
    Value state()
    {
        std::vector<Value> places(Places);
        store(places);
        return m_heap.list(std::move(places));
    }
    void storeIn(List& list) { store(list.items); }

private:
    void store(std::vector<Value>& places)
    {
        std::vector<Value> marks;
        for (const std::size_t mark : m_marks)
            marks.push_back(Value::of(static_cast<std::int64_t>(mark)));
        if (m_heap.get<Bytes>(places[Data]) == nullptr)
            places[Data] = m_heap.bytes(m_data);
        places[Position] = Value::of(static_cast<std::int64_t>(m_at));
        places[Stack] = m_heap.list(m_stack);
        places[Marks] = m_heap.list(std::move(marks));
        places[Memo] = m_heap.list(m_memo);
    }

    void fail(NativeResult error)
    {
        if (!m_error)
            m_error = std::move(error);
    }
    void fail(const std::string& text)
    {
        fail(raise(m_context, "pickle", "UnpicklingError", {m_heap.str(text)}));
    }
    /// The call's result is to be pushed before the load goes on.
    void ask(Value function, std::vector<Value> arguments)
    {
        m_request = m_heap.tuple({function, m_heap.tuple(std::move(arguments))});
    }
    Value helper(const char* name)
    {
        return getItem(m_heap, m_heap.as<Dict>(m_context.memory.prelude).table, m_heap.intern(name));
    }

    std::string_view read(std::size_t count)
    {
        if (count > m_data.size() - m_at) {
            fail("pickle data was truncated");
            m_at = m_data.size();
            return {};
        }
        const std::string_view part = std::string_view(m_data).substr(m_at, count);
        m_at += count;
        return part;
    }
    std::uint64_t little(std::size_t count)
    {
        std::uint64_t number = 0;
        const std::string_view bytes = read(count);
        for (std::size_t i = bytes.size(); i-- > 0;)
            number = number << 8 | static_cast<unsigned char>(bytes[i]);
        return number;
    }
    std::int64_t signedLittle(std::size_t count)
    {
        if (count == 0 || count > 8)
            return 0;
        const auto shift = static_cast<int>(64 - 8 * count);
        return static_cast<std::int64_t>(little(count) << shift) >> shift;
    }

    void push(Value value) { m_stack.push_back(value); }
    Value pop()
    {
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() <= floor) {
            fail("unexpected MARK found");
            return Value::none();
        }
        const Value value = m_stack.back();
        m_stack.pop_back();
        return value;
    }
    Value top()
    {
        if (!m_stack.empty())
            return m_stack.back();
        fail("unpickling stack underflow");
        return Value::none();
    }
    std::vector<Value> popMark()
    {
        if (m_marks.empty()) {
            fail("could not find MARK");
            return {};
        }
        const auto begin =
            m_stack.begin() + static_cast<std::ptrdiff_t>(std::min(m_marks.back(), m_stack.size()));
        m_marks.pop_back();
        std::vector<Value> items(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        return items;
    }
    std::vector<Value> popSome(std::size_t count)
    {
        std::vector<Value> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        return items;
    }

    void step()
    {
        if (m_data.empty())
            return fail(raise(m_context, Builtin::EOFError, "Ran out of input"));
        const std::string_view code = read(1);
        if (code.empty())
            return;
        const auto opcode = static_cast<unsigned char>(code[0]);
        if (!simple(opcode) && !container(opcode) && !object(opcode))
            fail("invalid load key, " + shown(code[0]) + ".");
    }
    static std::string shown(char key)
    {
        const auto byte = static_cast<unsigned char>(key);
        if (byte >= 0x20 && byte < 0x7F && key != '\'')
            return std::string("'") + key + '\'';
        const char* digits = "0123456789abcdef";
        return std::string("'\\x") + digits[byte >> 4] + digits[byte & 15] + '\'';
    }

    bool simple(unsigned char opcode)
    {
        switch (opcode) {
        case pickle::Proto:
            if (const std::uint64_t version = little(1); version > 5)
                fail(valueError(m_context, "unsupported pickle protocol: " + std::to_string(version)));
            return true;
        case pickle::Frame:
            if (little(8) > m_data.size() - m_at)
                fail("pickle data was truncated");
            return true;
        case pickle::Stop:
            m_done = true;
            top();
            return true;
        case pickle::None:
            push(Value::none());
            return true;
        case pickle::NewTrue:
        case pickle::NewFalse:
            push(Value::of(opcode == pickle::NewTrue));
            return true;
        case pickle::BinInt1:
            push(Value::of(static_cast<std::int64_t>(little(1))));
            return true;
        case pickle::BinInt2:
            push(Value::of(static_cast<std::int64_t>(little(2))));
            return true;
        case pickle::BinInt:
            push(Value::of(signedLittle(4)));
            return true;
        case pickle::Long1:
            loadLong(static_cast<std::size_t>(little(1)));
            return true;
        case pickle::BinFloat:
            loadFloat();
            return true;
        case pickle::ShortBinUnicode:
        case pickle::BinUnicode:
            push(m_heap.str(read(little(opcode == pickle::BinUnicode ? 4 : 1))));
            return true;
        case pickle::ShortBinBytes:
        case pickle::BinBytes:
            push(m_heap.bytes(std::string(read(little(opcode == pickle::BinBytes ? 4 : 1)))));
            return true;
        case pickle::Memoize:
            m_memo.push_back(top());
            return true;
        case pickle::BinGet:
        case pickle::LongBinGet:
            loadMemo(little(opcode == pickle::LongBinGet ? 4 : 1));
            return true;
        case pickle::Mark:
            m_marks.push_back(m_stack.size());
            return true;
        case pickle::Pop:
            pop();
            return true;
        case pickle::PopMark:
            popMark();
            return true;
        default:
            return false;
        }
    }
    void loadLong(std::size_t bytes)
    {
        if (bytes > 8)
            return fail(intOverflow(m_context));
        push(Value::of(signedLittle(bytes)));
    }
    void loadFloat()
    {
        std::uint64_t bits = 0;
        for (const char byte : read(8))
            bits = bits << 8 | static_cast<unsigned char>(byte);
        push(Value::of(std::bit_cast<double>(bits)));
    }
    void loadMemo(std::uint64_t index)
    {
        if (index >= m_memo.size())
            return fail("Memo value not found at index " + std::to_string(index));
        push(m_memo[static_cast<std::size_t>(index)]);
    }

    bool container(unsigned char opcode)
    {
        switch (opcode) {
        case pickle::EmptyTuple:
            push(m_heap.tuple({}));
            return true;
        case pickle::Tuple1:
        case pickle::Tuple2:
        case pickle::Tuple3:
            push(m_heap.tuple(popSome(opcode - pickle::Tuple1 + std::size_t{1})));
            return true;
        case pickle::TupleOf:
            push(m_heap.tuple(popMark()));
            return true;
        case pickle::EmptyList:
            push(m_heap.list({}));
            return true;
        case pickle::Append:
            append(popSome(1));
            return true;
        case pickle::Appends:
            append(popMark());
            return true;
        case pickle::EmptyDict:
            push(m_heap.dict());
            return true;
        case pickle::SetItem:
            setItems(popSome(2));
            return true;
        case pickle::SetItems:
            setItems(popMark());
            return true;
        case pickle::EmptySet:
            push(m_heap.set());
            return true;
        case pickle::AddItems:
            addItems(popMark());
            return true;
        case pickle::FrozenSetOf:
            loadFrozenSet(popMark());
            return true;
        default:
            return false;
        }
    }
    void append(const std::vector<Value>& items)
    {
        const Value target = top();
        if (auto* list = m_heap.get<List>(target)) {
            list->items.insert(list->items.end(), items.begin(), items.end());
            return m_heap.grew(items.size() * sizeof(Value));
        }
        pop();
        ask(helper("_pickle_extend"), {target, m_heap.list(items)});
    }
    void setItems(const std::vector<Value>& items)
    {
        const Value target = top();
        auto* dict = m_heap.get<Dict>(target);
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            const Found found = dict != nullptr ? find(m_heap, dict->table, items[i]) : Found{};
            if (dict == nullptr || found.needsPython || found.hash.kind != Hash::Kind::Ok) {
                pop();
                return ask(
                    helper("_pickle_set_items"),
                    {target, m_heap.list({items.begin() + static_cast<std::ptrdiff_t>(i), items.end()})});
            }
            machine::store(m_heap, dict->table, found, items[i], items[i + 1]);
        }
    }
    void loadFrozenSet(const std::vector<Value>& items)
    {
        push(m_heap.set(Builtin::FrozenSet));
        addItems(items);
    }
    void addItems(const std::vector<Value>& items)
    {
        const Value target = top();
        auto* set = m_heap.get<Set>(target);
        if (set == nullptr)
            return fail("a set was expected");
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Found found = find(m_heap, set->table, items[i]);
            if (found.needsPython || found.hash.kind != Hash::Kind::Ok) {
                pop();
                return ask(helper("_fill_set"),
                           {target,
                            m_heap.list({items.begin() + static_cast<std::ptrdiff_t>(i), items.end()}),
                            target});
            }
            if (found.position == Table::npos)
                machine::store(m_heap, set->table, found, items[i], Value{});
        }
    }

    bool object(unsigned char opcode)
    {
        switch (opcode) {
        case pickle::StackGlobal:
            loadGlobal(popSome(2));
            return true;
        case pickle::Reduce:
            reduce(popSome(2));
            return true;
        case pickle::NewObj:
            newObject(popSome(2));
            return true;
        case pickle::Build:
            build(pop());
            return true;
        default:
            return false;
        }
    }

    void loadGlobal(const std::vector<Value>& names)
    {
        const Str* module = m_heap.get<Str>(names[0]);
        const Str* name = m_heap.get<Str>(names[1]);
        if (module == nullptr || name == nullptr)
            return fail("STACK_GLOBAL requires str");
        const Value found = global(module->text, name->text);
        if (!found.isNull())
            return push(found);
        ask(helper("_pickle_find"), {names[0], names[1]});
    }
    Value global(const std::string& module, const std::string& name)
    {
        if (module == "builtins") {
            for (const BuiltinClass& entry : builtinClasses())
                if (name == entry.name)
                    return classValue(entry.cls);
            return getItem(m_heap, m_heap.as<Dict>(m_context.memory.builtins).table, m_heap.intern(name));
        }
        const Value loaded =
            getItem(m_heap, m_heap.as<Dict>(m_context.memory.modules).table, m_heap.intern(module));
        if (!loaded.isNull())
            return attributeAt(m_context, loaded, name);
        const Value type = getItem(m_heap, m_heap.as<Dict>(m_context.memory.nativeTypes).table,
                                   m_heap.intern(module + "." + name));
        return type.isNull() ? m_context.image.findNative(module, name) : type;
    }

    void reduce(const std::vector<Value>& parts)
    {
        const auto* arguments = m_heap.get<Tuple>(parts[1]);
        if (arguments == nullptr)
            return fail("argument list must be a tuple");
        const auto* cls = m_heap.get<Class>(parts[0]);
        const bool plainException =
            cls != nullptr && cls->layout == static_cast<Handle>(Builtin::BaseException) &&
            !lookup(m_heap, parts[0].asRef(), Name::init).isRef() && heapNew(parts[0].asRef()).isNative();
        if (plainException)
            return push(makeException(m_context, parts[0].asRef(), std::vector<Value>(arguments->items)));
        ask(parts[0], std::vector<Value>(arguments->items));
    }
    Value heapNew(Handle cls)
    {
        const Value found = lookup(m_heap, cls, Name::new_);
        const auto* wrapper = m_heap.get<Descriptor>(found);
        return wrapper != nullptr ? wrapper->function : found;
    }

    void newObject(const std::vector<Value>& parts)
    {
        const auto* arguments = m_heap.get<Tuple>(parts[1]);
        const auto* cls = m_heap.get<Class>(parts[0]);
        if (arguments == nullptr || cls == nullptr)
            return fail("NEWOBJ class argument must be a type, not " + typeName(m_heap, parts[0]));
        const Handle handle = parts[0].asRef();
        const auto layout = static_cast<Builtin>(cls->layout);
        const bool native = heapNew(handle).isNative() && arguments->items.empty();
        if (native && layout == Builtin::Object)
            return push(Value::ref(m_heap.allocate(handle, Plain{})));
        if (native && layout == Builtin::List)
            return push(Value::ref(m_heap.allocate(handle, List{})));
        if (native && layout == Builtin::Dict)
            return push(Value::ref(m_heap.allocate(handle, Dict{})));
        std::vector<Value> all = {parts[0]};
        all.insert(all.end(), arguments->items.begin(), arguments->items.end());
        ask(helper("_pickle_new"), std::move(all));
    }

    void build(Value state)
    {
        const Value instance = top();
        if (!instance.isRef())
            return;
        const Handle cls = m_heap[instance.asRef()].cls;
        if (lookup(m_heap, cls, m_heap.intern("__setstate__")).isRef()) {
            pop();
            return ask(helper("_pickle_set_state"), {instance, state});
        }
        if (const auto* pair = m_heap.get<Tuple>(state); pair != nullptr && pair->items.size() == 2) {
            const std::vector<Value> both = pair->items;
            setAttributes(instance, both[0]);
            return setAttributes(instance, both[1]);
        }
        setAttributes(instance, state);
    }
    void setAttributes(Value instance, Value state)
    {
        const auto* dict = m_heap.get<Dict>(state);
        if (dict == nullptr)
            return;
        const Table attributes = dict->table;
        Object& object = m_heap[instance.asRef()];
        if (object.attributes == 0)
            object.attributes = m_heap.allocate(Builtin::Dict, Dict{});
        for (const Table::Entry& entry : attributes.entries())
            if (const Str* name = m_heap.get<Str>(entry.key))
                setItem(m_heap, m_heap.as<Dict>(object.attributes).table,
                        m_heap.intern(std::string(name->text)), entry.value);
    }

    Context& m_context;
    Heap& m_heap;
    std::string m_data;
    std::size_t m_at = 0;
    std::vector<Value> m_stack, m_memo;
    std::vector<std::size_t> m_marks;
    std::optional<NativeResult> m_error;
    Value m_request;
    bool m_done = false;
    std::int64_t m_steps = 0; ///< opcodes executed by this run()
};

NativeResult loads(Context& c, const Args& a)
{
    if (a.size() < 1)
        return typeError(c, "loads() missing required argument 'data' (pos 1)");
    const Bytes* data = c.heap.get<Bytes>(a[0]);
    if (data == nullptr)
        return typeError(c, "a bytes-like object is required, not '" + typeName(c.heap, a[0]) + "'");
    Unpickler unpickler(c, data->data);
    unpickler.run();
    c.now += unpickler.cost();
    if (unpickler.error())
        return *unpickler.error();
    if (unpickler.request().isNull())
        return unpickler.result();
    const Value request = unpickler.request();
    return toPrelude("_pickle_load", {unpickler.state(), request});
}

NativeResult dumps(Context& c, const Args& a)
{
    if (a.size() < 1)
        return typeError(c, "dumps() missing required argument 'obj' (pos 1)");
    const Value none[] = {a[0], Value::none()};
    NativeResult result = pickleWalk(c, Args{none, {}});
    if (result.kind == NativeResult::Kind::Return && c.heap.get<List>(result.value) != nullptr)
        return toPrelude("_pickle_dumps", {a[0], result.value});
    return result;
}

/// multiprocessing's own pickler is a Python class that is made anew for each message: 3.0 us more
/// (CPython 3.11).
NativeResult forkingDumps(Context& c, const Args& a)
{
    c.now += trace::nanoseconds(3000);
    return dumps(c, a);
}

} // namespace

Value attributeAt(Context& context, Value owner, std::string_view path)
{
    while (!owner.isNull()) {
        const std::size_t dot = path.find('.');
        const Attribute next = findAttribute(context, owner, context.heap.intern(path.substr(0, dot)));
        const bool bound = next.kind == Attribute::Kind::Bound;
        owner = next.kind == Attribute::Kind::Plain ? next.value : bound ? asValue(context, next) : Value{};
        if (dot == std::string_view::npos)
            break;
        path.remove_prefix(dot + 1);
    }
    return owner;
}

NativeResult pickleStep(Context& context, const Args& args)
{
    Unpickler unpickler(context, *context.heap.get<List>(args[0]));
    unpickler.run();
    context.now += unpickler.cost();
    if (unpickler.error())
        return *unpickler.error();
    unpickler.storeIn(*context.heap.get<List>(args[0]));
    return unpickler.request().isNull() ? Value::none() : unpickler.request();
}

const std::vector<NativeEntry>& pickleHelpers()
{
    static const std::vector<NativeEntry> entries = {{"_pickle_walk", pickleWalk},
                                                     {"_pickle_step", pickleStep}};
    return entries;
}

NativeModule pickleModule()
{
    return {"_pickle", {{"dumps", dumps}, {"forking_dumps", forkingDumps}, {"loads", loads}}, {}, nullptr};
}

} // namespace il::machine
