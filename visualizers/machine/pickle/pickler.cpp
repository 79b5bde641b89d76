// Values to bytes.
#include "machine/builtins/arguments.h"
#include "machine/builtins/tables.h"
#include "machine/interpreter/attributes.h"
#include "machine/pickle/pickle.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace il::machine {

namespace {

constexpr int deepest = 900; ///< nested values; CPython gives up at its recursion limit of 1000

/// Bytes in frames, as protocol 4 has them.
class FramedBytes {
public:
    void put(unsigned char byte)
    {
        openFrame();
        m_data += static_cast<char>(byte);
    }
    void little(std::uint64_t number, int bytes)
    {
        openFrame();
        for (int i = 0; i < bytes; ++i)
            m_data += static_cast<char>(number >> (8 * i));
    }
    void raw(std::string_view text)
    {
        openFrame();
        m_data += text;
    }
    /// A long text or bytes object goes outside of frames, header included.
    void payload(unsigned char opcode, int lengthBytes, std::string_view text)
    {
        const bool bypass = text.size() >= pickle::frameTarget;
        if (bypass) {
            closeFrame();
            m_framing = false;
        }
        put(opcode);
        little(text.size(), lengthBytes);
        raw(text);
        m_framing = true;
    }
    void boundary()
    {
        if (m_frame != npos && m_data.size() - m_frame - header >= pickle::frameTarget)
            closeFrame();
    }
    void closeFrame()
    {
        if (m_frame == npos)
            return;
        const std::size_t length = m_data.size() - m_frame - header;
        if (length < pickle::frameLeast)
            m_data.erase(m_frame, header);
        else
            for (std::size_t i = 0; i < 8; ++i)
                m_data[m_frame + 1 + i] = static_cast<char>(static_cast<std::uint64_t>(length) >> (8 * i));
        m_frame = npos;
    }
    std::size_t size() const { return m_data.size(); }
    std::string take() { return std::exchange(m_data, {}); }
    void beginWith(std::string_view text) { m_data = text; }

private:
    static constexpr std::size_t npos = std::string::npos;
    static constexpr std::size_t header = 9;
    void openFrame()
    {
        if (!m_framing || m_frame != npos)
            return;
        m_frame = m_data.size();
        m_data += static_cast<char>(pickle::Frame);
        m_data.append(8, '\0');
    }
    std::string m_data;
    std::size_t m_frame = npos; ///< where the open frame begins
    bool m_framing = true;
};

/// The names that CPython knows the lock types and what is made of locks by.
std::string unpicklableName(const Heap& heap, Value value)
{
    const Handle cls = classOf(heap, value);
    const std::string name = typeName(heap, value);
    for (const Handle base : heap.as<Class>(cls).mro) {
        const std::string& type = heap.as<Class>(base).name;
        const Str* module = heap.get<Str>(heap.as<Class>(base).module);
        if (module == nullptr || (module->text != "_thread" && module->text != "_queue"))
            continue;
        if (type == "RLock" || type == "Condition")
            return "_thread.RLock";
        return type == "SimpleQueue" ? "_queue.SimpleQueue" : "_thread.lock";
    }
    return name == "TextIOWrapper" ? "_io.TextIOWrapper" : name;
}

class Pickler {
public:
    Pickler(Context& context, Value reductions) : m_context(context), m_heap(context.heap)
    {
        if (const auto* pairs = m_heap.get<List>(reductions))
            for (std::size_t i = 0; i + 1 < pairs->items.size(); i += 2)
                m_reductions[pairs->items[i].bits] = pairs->items[i + 1];
    }

    NativeResult run(Value value)
    {
        m_out.beginWith(std::string{static_cast<char>(pickle::Proto), static_cast<char>(pickle::protocol)});
        save(value);
        if (m_error)
            return *m_error;
        if (!m_wanted.empty())
            return m_heap.list(std::move(m_wanted));
        m_out.put(pickle::Stop);
        m_out.closeFrame();
        return m_heap.bytes(m_out.take());
    }

    /// CPU time. CPython 3.11's C code took 0.55 us for (1, 'square', (2,)) and 190 us for a list of 10 000
    /// ints; long data are copied once or twice.
    trace::SimTime cost() const
    {
        return trace::nanoseconds(450 + m_values * 19 + static_cast<std::int64_t>(m_out.size()) / 10);
    }

private:
    void fail(NativeResult error)
    {
        if (!m_error)
            m_error = std::move(error);
    }
    void fail(const char* cls, const std::string& text)
    {
        fail(raise(m_context, "pickle", cls, {m_heap.str(text)}));
    }

    static std::uint64_t key(Value value)
    {
        return static_cast<std::uint64_t>(value.bits) ^ static_cast<std::uint64_t>(value.tag) << 60;
    }
    void memoize(Value value)
    {
        m_memo.emplace(key(value), static_cast<std::uint32_t>(m_memo.size()));
        m_out.put(pickle::Memoize);
    }
    bool savedBefore(Value value)
    {
        const auto found = m_memo.find(key(value));
        if (found == m_memo.end())
            return false;
        const bool small = found->second < 256;
        m_out.put(small ? pickle::BinGet : pickle::LongBinGet);
        m_out.little(found->second, small ? 1 : 4);
        return true;
    }

    void save(Value value)
    {
        if (m_error)
            return;
        if (tooBig(m_context, m_out.size()))
            return fail(raise(m_context, Builtin::MemoryError, ""));
        ++m_values;
        if (++m_depth > deepest)
            fail(raise(m_context, Builtin::RecursionError,
                       "maximum recursion depth exceeded while pickling an object"));
        else
            dispatch(value);
        --m_depth;
        m_out.boundary();
    }

    void dispatch(Value value)
    {
        switch (value.tag) {
        case Tag::Null:
        case Tag::None:
            return m_out.put(pickle::None);
        case Tag::Bool:
            return m_out.put(value.asBool() ? pickle::NewTrue : pickle::NewFalse);
        case Tag::Int:
            return saveInt(value.bits);
        case Tag::Float:
            return saveFloat(value.bits);
        case Tag::Ellipsis:
            return saveGlobal(value, m_heap.intern("builtins"), m_heap.intern("Ellipsis"));
        case Tag::NotImplemented:
            return saveGlobal(value, m_heap.intern("builtins"), m_heap.intern("NotImplemented"));
        case Tag::Native:
            if (!savedBefore(value))
                saveNative(value);
            return;
        case Tag::Ref:
            if (!savedBefore(value))
                saveObject(value);
        }
    }

    void saveInt(std::int64_t number)
    {
        if (number >= 0 && number < 256) {
            m_out.put(pickle::BinInt1);
            return m_out.little(static_cast<std::uint64_t>(number), 1);
        }
        if (number >= 0 && number < 65536) {
            m_out.put(pickle::BinInt2);
            return m_out.little(static_cast<std::uint64_t>(number), 2);
        }
        if (number == static_cast<std::int32_t>(number)) {
            m_out.put(pickle::BinInt);
            return m_out.little(static_cast<std::uint64_t>(number), 4);
        }
        int bytes = 5;
        while (bytes < 8 && number >> (8 * bytes - 1) != 0 && number >> (8 * bytes - 1) != -1)
            ++bytes;
        m_out.put(pickle::Long1);
        m_out.put(static_cast<unsigned char>(bytes));
        m_out.little(static_cast<std::uint64_t>(number), bytes);
    }
    void saveFloat(std::int64_t bits)
    {
        m_out.put(pickle::BinFloat);
        for (int i = 7; i >= 0; --i)
            m_out.put(static_cast<unsigned char>(bits >> (8 * i)));
    }
    void saveText(Value value, const std::string& text)
    {
        const bool small = text.size() < 256;
        m_out.payload(small ? pickle::ShortBinUnicode : pickle::BinUnicode, small ? 1 : 4, text);
        memoize(value);
    }
    void saveBytes(Value value, const std::string& data)
    {
        const bool small = data.size() < 256;
        m_out.payload(small ? pickle::ShortBinBytes : pickle::BinBytes, small ? 1 : 4, data);
        memoize(value);
    }

    void saveObject(Value value)
    {
        const Object& object = m_heap[value.asRef()];
        if (const auto found = m_reductions.find(value.bits); found != m_reductions.end())
            return saveReduction(value, found->second);
        if (isBuiltinClass(object.cls) && saveBuiltin(value, object))
            return;
        if (const auto* cls = std::get_if<Class>(&object.body))
            return saveClass(value, *cls);
        if (std::holds_alternative<KernelObject>(object.body) || isBuiltinClass(object.cls)) {
            if (!isBuiltinClass(object.cls) && hasHook(object.cls))
                return want(value);
            return fail(
                typeError(m_context, "cannot pickle '" + unpicklableName(m_heap, value) + "' object"));
        }
        if (hasHook(object.cls))
            return want(value);
        saveInstance(value, object);
    }

    void want(Value value) { m_wanted.push_back(value); }

    /// Does a class define how its instances are taken apart?
    bool hasHook(Handle cls)
    {
        for (const char* name :
             {"__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__"})
            if (lookup(m_heap, cls, m_heap.intern(name)).isRef())
                return true;
        return false;
    }

    /// Objects of builtin classes proper; false: no such.
    bool saveBuiltin(Value value, const Object& object)
    {
        if (const auto* text = std::get_if<Str>(&object.body))
            saveText(value, text->text);
        else if (const auto* data = std::get_if<Bytes>(&object.body))
            saveBytesLike(value, object, data->data);
        else if (std::holds_alternative<Tuple>(object.body))
            saveTuple(value);
        else if (std::holds_alternative<List>(object.body)) {
            m_out.put(pickle::EmptyList);
            memoize(value);
            saveItems(std::vector<Value>(std::get<List>(object.body).items));
        } else if (std::holds_alternative<Dict>(object.body)) {
            m_out.put(pickle::EmptyDict);
            memoize(value);
            savePairs(flat(std::get<Dict>(object.body).table));
        } else if (std::holds_alternative<Set>(object.body))
            saveSet(value, object);
        else if (const auto* function = std::get_if<Function>(&object.body))
            saveNamed(value, function->module, function->qualname);
        else if (const auto* method = std::get_if<Method>(&object.body))
            saveMethod(value, *method);
        else if (const auto* range = std::get_if<Range>(&object.body))
            saveCall(value, classValue(Builtin::Range),
                     {Value::of(range->start), Value::of(range->stop), Value::of(range->step)});
        else if (const auto* slice = std::get_if<Slice>(&object.body))
            saveCall(value, classValue(Builtin::Slice), {slice->start, slice->stop, slice->step});
        else if (std::holds_alternative<Exception>(object.body))
            saveException(value, object);
        else
            return false;
        return true;
    }

    void saveBytesLike(Value value, const Object& object, const std::string& data)
    {
        if (object.cls == static_cast<Handle>(Builtin::Bytes))
            return saveBytes(value, data);
        saveCall(value, Value::ref(object.cls), {m_heap.bytes(data)});
    }

    void saveTuple(Value value)
    {
        const std::vector<Value> items = m_heap.get<Tuple>(value)->items;
        if (items.empty())
            return m_out.put(pickle::EmptyTuple);
        const bool small = items.size() <= 3;
        if (!small)
            m_out.put(pickle::Mark);
        for (const Value item : items)
            save(item);
        // A tuple that contains itself was saved while its items were.
        if (const auto found = m_memo.find(key(value)); found != m_memo.end()) {
            for (std::size_t i = 0; small && i < items.size(); ++i)
                m_out.put(pickle::Pop);
            if (!small)
                m_out.put(pickle::PopMark);
            savedBefore(value);
            return;
        }
        m_out.put(small ? static_cast<unsigned char>(pickle::Tuple1 + items.size() - 1)
                        : static_cast<unsigned char>(pickle::TupleOf));
        memoize(value);
    }

    void saveItems(const std::vector<Value>& items)
    {
        if (items.size() == 1) {
            save(items[0]);
            return m_out.put(pickle::Append);
        }
        for (std::size_t i = 0; i < items.size(); i += pickle::batch) {
            m_out.put(pickle::Mark);
            for (std::size_t j = i; j < std::min(items.size(), i + pickle::batch); ++j)
                save(items[j]);
            m_out.put(pickle::Appends);
        }
    }

    /// Keys and values by turns.
    static std::vector<Value> flat(const Table& table)
    {
        std::vector<Value> result;
        for (const Table::Entry& entry : table.entries())
            if (!entry.key.isNull())
                result.insert(result.end(), {entry.key, entry.value});
        return result;
    }
    void savePairs(const std::vector<Value>& flat)
    {
        if (flat.size() == 2) {
            save(flat[0]);
            save(flat[1]);
            return m_out.put(pickle::SetItem);
        }
        if (!flat.empty())
            saveBatches(flat, 2 * pickle::batch, pickle::SetItems);
    }
    /// As CPython does it: an empty batch follows a full one.
    void saveBatches(const std::vector<Value>& values, std::size_t size, unsigned char opcode)
    {
        for (std::size_t begin = 0; begin <= values.size(); begin += size) {
            m_out.put(pickle::Mark);
            for (std::size_t i = begin; i < std::min(values.size(), begin + size); ++i)
                save(values[i]);
            m_out.put(opcode);
        }
    }
    static std::vector<Value> keysOf(const Table& table)
    {
        std::vector<Value> keys;
        for (const Table::Entry& entry : table.entries())
            if (!entry.key.isNull())
                keys.push_back(entry.key);
        return keys;
    }

    void saveSet(Value value, const Object& object)
    {
        const std::vector<Value> items = keysOf(std::get<Set>(object.body).table);
        if (object.cls == static_cast<Handle>(Builtin::FrozenSet)) {
            m_out.put(pickle::Mark);
            for (const Value item : items)
                save(item);
            m_out.put(pickle::FrozenSetOf);
            return memoize(value);
        }
        m_out.put(pickle::EmptySet);
        memoize(value);
        if (!items.empty())
            saveBatches(items, pickle::batch, pickle::AddItems);
    }

    void saveGlobal(Value value, Value module, Value name)
    {
        save(module);
        save(name);
        m_out.put(pickle::StackGlobal);
        memoize(value);
    }

    /// By module and qualified name, if that leads back to the very same object.
    void saveNamed(Value value, Value module, Value qualname)
    {
        const Str* moduleName = m_heap.get<Str>(module);
        const Str* name = m_heap.get<Str>(qualname);
        if (moduleName == nullptr || name == nullptr)
            return fail(typeError(m_context, "cannot pickle '" + typeName(m_heap, value) + "' object"));
        if (moduleName->text == "builtins")
            return saveGlobal(value, module, qualname);
        const std::string where = moduleName->text;
        const std::string path = name->text;
        const std::string refusal = "Can't pickle " + describe(m_heap, value) + ": ";
        const Value start =
            getItem(m_heap, m_heap.as<Dict>(m_context.memory.modules).table, m_heap.intern(where));
        if (start.isNull())
            return fail("PicklingError", refusal + "import of module '" + where + "' failed");
        if (path.find("<locals>") != std::string::npos)
            return fail(
                raise(m_context, Builtin::AttributeError, "Can't pickle local object '" + path + "'"));
        const Value found = attributeAt(m_context, start, path);
        if (found.isNull())
            return fail("PicklingError", refusal + "attribute lookup " + path + " on " + where + " failed");
        if (found != value)
            return fail("PicklingError", refusal + "it's not the same object as " + where + "." + path);
        saveGlobal(value, module, qualname);
    }

    void saveClass(Value value, const Class& cls)
    {
        for (const auto& [type, instance] : {std::pair{Builtin::NoneType, Value::none()},
                                             std::pair{Builtin::EllipsisType, Value::ellipsis()}})
            if (value == classValue(type))
                return saveCall(value, classValue(Builtin::Type), {instance});
        const Str* module = m_heap.get<Str>(cls.module);
        const bool native =
            module != nullptr && !getItem(m_heap, m_heap.as<Dict>(m_context.memory.nativeTypes).table,
                                          m_heap.intern(module->text + "." + cls.name))
                                      .isNull();
        if (native)
            return saveGlobal(value, cls.module, cls.qualname);
        saveNamed(value, cls.module, cls.qualname);
    }

    /// len, math.sqrt by name; str.upper as getattr(str, "upper").
    void saveNative(Value value)
    {
        const Native& native = m_context.image.native(value.asNative());
        for (const BuiltinClass& entry : builtinClasses())
            if (native.owner == entry.name)
                return saveCall(value, m_context.image.findNative("builtins", "getattr"),
                                {classValue(entry.cls), m_heap.intern(native.name)});
        saveGlobal(value, nativeModule(native.owner), m_heap.intern(native.name));
    }

    /// In CPython builtin functions and builtin classes don't share the text "builtins", so that it is saved
    /// twice.
    Value nativeModule(const std::string& name)
    {
        if (name != "builtins")
            return m_heap.intern(name);
        if (m_builtins.isNull())
            m_builtins = m_heap.str(name);
        return m_builtins;
    }

    void saveMethod(Value value, const Method& method)
    {
        const Value self = method.self;
        Value name;
        if (const auto* function = m_heap.get<Function>(method.function))
            name = function->name;
        else if (method.function.isNative())
            name = m_heap.intern(m_context.image.native(method.function.asNative()).name);
        saveCall(value, m_context.image.findNative("builtins", "getattr"), {self, name});
    }

    /// function(*arguments) makes an equal object.
    void saveCall(Value value, Value function, std::vector<Value> arguments)
    {
        save(function);
        save(m_heap.tuple(std::move(arguments)));
        m_out.put(pickle::Reduce);
        memoize(value);
    }

    void saveException(Value value, const Object& object)
    {
        const Handle attributes = object.attributes;
        save(Value::ref(object.cls));
        save(std::get<Exception>(object.body).args);
        m_out.put(pickle::Reduce);
        memoize(value);
        if (attributes != 0 && m_heap.as<Dict>(attributes).table.size() != 0)
            saveState(Value::ref(attributes));
    }

    void saveState(Value state)
    {
        save(state);
        m_out.put(pickle::Build);
    }

    /// What object.__reduce_ex__ does for a class without a say of its own.
    void saveInstance(Value value, const Object& object)
    {
        if (std::holds_alternative<Exception>(object.body))
            return saveException(value, object);
        std::vector<Value> arguments;
        if (const auto* text = std::get_if<Str>(&object.body))
            arguments = {m_heap.str(text->text)};
        else if (const auto* tuple = std::get_if<Tuple>(&object.body))
            arguments = {m_heap.tuple(tuple->items)};
        else if (const auto* data = std::get_if<Bytes>(&object.body))
            arguments = {m_heap.bytes(data->data)};
        else if (std::holds_alternative<Set>(object.body))
            return saveSetInstance(value, object);
        saveNewObject(value, Value::ref(object.cls), std::move(arguments));
        saveContents(value);
        if (const Value state = defaultState(value); !state.isNull())
            saveState(state);
    }

    void saveNewObject(Value value, Value cls, std::vector<Value> arguments)
    {
        save(cls);
        save(m_heap.tuple(std::move(arguments)));
        m_out.put(pickle::NewObj);
        memoize(value);
    }

    void saveSetInstance(Value value, const Object& object)
    {
        saveCall(value, Value::ref(object.cls), {m_heap.list(keysOf(std::get<Set>(object.body).table))});
        if (const Value state = defaultState(value); !state.isNull())
            saveState(state);
    }

    /// Items of an instance of a subclass of list or dict.
    void saveContents(Value value)
    {
        if (const auto* list = m_heap.get<List>(value)) {
            if (!list->items.empty())
                saveItems(std::vector<Value>(list->items));
        } else if (const auto* dict = m_heap.get<Dict>(value)) {
            if (dict->table.size() != 0)
                savePairs(flat(dict->table));
        }
    }

    /// The attributes; (None, attributes) when they are __slots__; Null when there are none.
    Value defaultState(Value value)
    {
        const Handle attributes = m_heap[value.asRef()].attributes;
        if (attributes == 0 || m_heap.as<Dict>(attributes).table.size() == 0)
            return {};
        const auto& mro = m_heap.as<Class>(m_heap[value.asRef()].cls).mro;
        const bool slots = std::all_of(mro.begin(), mro.end(), [&](Handle cls) {
            return isBuiltinClass(cls) ||
                   !getItem(m_heap, m_heap.as<Dict>(m_heap.as<Class>(cls).dict).table, nameValue(Name::slots))
                        .isNull();
        });
        return slots ? m_heap.tuple({Value::none(), Value::ref(attributes)}) : Value::ref(attributes);
    }

    /// What Python answered: see pickleWalk().
    void saveReduction(Value value, Value reduction)
    {
        if (m_heap.get<Str>(reduction) != nullptr) {
            const Value module = m_heap.as<Class>(classOf(m_heap, value)).module;
            return saveNamed(value, module, reduction);
        }
        const auto* tuple = m_heap.get<Tuple>(reduction);
        if (tuple == nullptr)
            return fail("PicklingError", "__reduce__ must return a string or tuple");
        const std::vector<Value> parts = tuple->items;
        if (parts.size() < 2 || parts.size() > 6)
            return fail("PicklingError", "tuple returned by __reduce__ must contain 2 through 6 elements");
        const auto* arguments = m_heap.get<Tuple>(parts[1]);
        if (arguments == nullptr)
            return fail("PicklingError", "second item of the tuple returned by __reduce__ must be a tuple");
        if (parts[0].isNone()) {
            const std::vector<Value> all = arguments->items;
            saveNewObject(value, all[0], {all.begin() + 1, all.end()});
            saveContents(value);
        } else {
            save(parts[0]);
            save(parts[1]);
            m_out.put(pickle::Reduce);
            memoize(value);
        }
        const auto part = [&](std::size_t i) { return i < parts.size() ? parts[i] : Value::none(); };
        if (const auto* items = m_heap.get<List>(part(3)))
            saveItems(std::vector<Value>(items->items));
        if (const auto* items = m_heap.get<List>(part(4)))
            savePairs(std::vector<Value>(items->items));
        if (!part(2).isNone())
            saveState(part(2));
    }

    Context& m_context;
    Heap& m_heap;
    std::map<std::int64_t, Value> m_reductions;              ///< by handle
    std::unordered_map<std::uint64_t, std::uint32_t> m_memo; ///< looked up only, never walked
    std::vector<Value> m_wanted;
    Value m_builtins;
    FramedBytes m_out;
    std::optional<NativeResult> m_error;
    int m_depth = 0;
    std::int64_t m_values = 0; ///< saved so far
};

} // namespace

NativeResult pickleWalk(Context& context, const Args& args)
{
    Pickler pickler(context, args[1]);
    NativeResult result = pickler.run(args[0]);
    context.now += pickler.cost();
    return result;
}

} // namespace il::machine
