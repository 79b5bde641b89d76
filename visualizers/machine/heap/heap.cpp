#include "machine/heap/heap.h"

#include <algorithm>

namespace il::machine {

namespace {

struct ContentBytes {
    std::size_t operator()(const Str& str) const { return str.text.size(); }
    std::size_t operator()(const Bytes& bytes) const { return bytes.data.size(); }
    std::size_t operator()(const Tuple& tuple) const { return tuple.items.size() * sizeof(Value); }
    std::size_t operator()(const List& list) const { return list.items.capacity() * sizeof(Value); }
    std::size_t operator()(const Dict& dict) const { return dict.table.bytes(); }
    std::size_t operator()(const Set& set) const { return set.table.bytes(); }
    std::size_t operator()(const Generator& generator) const
    {
        return generator.slots.size() * sizeof(Value);
    }
    std::size_t operator()(const Exception& exception) const
    {
        return exception.trace.size() * sizeof(TraceEntry);
    }
    template <class T>
    std::size_t operator()(const T&) const
    {
        return 0;
    }
};

std::size_t contentBytes(const Body& body)
{
    return std::visit(ContentBytes{}, body);
}

std::uint32_t codePoints(std::string_view text)
{
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::uint64_t hashText(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325u; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

Heap::Heap(const Heap& other)
    : m_end(other.m_end), m_free(other.m_free), m_live(other.m_live), m_bytes(other.m_bytes),
      m_threshold(other.m_threshold), m_limit(other.m_limit), m_interned(other.m_interned)
{
    m_chunks.reserve(other.m_chunks.size());
    for (const auto& chunk : other.m_chunks)
        m_chunks.push_back(std::make_unique<Chunk>(*chunk));
}

Heap& Heap::operator=(const Heap& other)
{
    if (this != &other)
        *this = Heap(other);
    return *this;
}

Handle Heap::allocate(Handle cls, Body body, std::size_t extraBytes)
{
    Handle handle = m_free;
    if (handle != 0) {
        m_free = std::get<Free>((*this)[handle].body).next;
    } else {
        handle = m_end++;
        if (handle / chunkSize >= m_chunks.size())
            m_chunks.push_back(std::make_unique<Chunk>());
    }
    m_bytes += objectBytes + contentBytes(body) + extraBytes;
    ++m_live;
    Object& object = (*this)[handle];
    object.cls = cls;
    object.attributes = 0;
    object.name = 0;
    object.body = std::move(body);
    return handle;
}

Value Heap::str(std::string_view text)
{
    return Value::ref(allocate(Builtin::Str, Str{std::string(text), hashText(text), codePoints(text)}));
}

Value Heap::intern(std::string_view text)
{
    const std::uint64_t hash = hashText(text);
    const std::uint32_t found =
        m_interned.find(hash, [&](Value key) { return as<Str>(key.asRef()).text == text; });
    if (found != Table::npos)
        return m_interned.at(found).key;
    const Value value = str(text);
    m_interned.append(value, hash, value);
    return value;
}

Value Heap::bytes(std::string data)
{
    return Value::ref(allocate(Builtin::Bytes, Bytes{std::move(data)}));
}
Value Heap::tuple(std::vector<Value> items)
{
    return Value::ref(allocate(Builtin::Tuple, Tuple{std::move(items)}));
}
Value Heap::list(std::vector<Value> items)
{
    return Value::ref(allocate(Builtin::List, List{std::move(items)}));
}
Value Heap::dict()
{
    return Value::ref(allocate(Builtin::Dict, Dict{}));
}
Value Heap::set(Builtin cls)
{
    return Value::ref(allocate(cls, Set{}));
}

void Heap::sweep()
{
    for (const Table::Entry& entry : m_interned.entries())
        (*this)[entry.key.asRef()].marked = true;
    m_bytes = 0;
    m_live = 0;
    // From the end down, so that the lowest free handle is used first.
    m_free = 0;
    for (Handle handle = m_end - 1; handle > 0; --handle) {
        Object& object = (*this)[handle];
        if (object.marked) {
            object.marked = false;
            ++m_live;
            m_bytes += objectBytes + contentBytes(object.body);
        } else {
            object.body = Free{m_free};
            object.cls = 0;
            object.attributes = 0;
            m_free = handle;
        }
    }
    m_threshold = std::max<std::size_t>(4u << 20, m_bytes * 2);
}

void Marker::drain()
{
    while (!m_pending.empty()) {
        const Handle handle = m_pending.back();
        m_pending.pop_back();
        const Object& object = m_heap[handle];
        mark(object.cls);
        mark(object.attributes);
        markBody(object);
    }
}

void Marker::markBody(const Object& object)
{
    struct Visitor {
        Marker& m;
        void table(const Table& table) const
        {
            for (const Table::Entry& entry : table.entries()) {
                m.mark(entry.key);
                m.mark(entry.value);
            }
        }
        void operator()(const Tuple& tuple) const { m.mark(tuple.items); }
        void operator()(const List& list) const { m.mark(list.items); }
        void operator()(const Dict& dict) const { table(dict.table); }
        void operator()(const Set& set) const { table(set.table); }
        void operator()(const Slice& slice) const { all({slice.start, slice.stop, slice.step}); }
        void operator()(const Cell& cell) const { m.mark(cell.value); }
        void operator()(const Function& f) const
        {
            m.mark(f.globals);
            all({f.defaults, f.keywordDefaults, f.closure, f.name, f.qualname, f.doc, f.module,
                 f.annotations});
        }
        void operator()(const Method& method) const { all({method.function, method.self}); }
        void operator()(const Descriptor& d) const { all({d.function, d.self, d.setter, d.deleter, d.doc}); }
        void operator()(const Class& cls) const
        {
            for (const Handle base : cls.bases)
                m.mark(base);
            for (const Handle base : cls.mro)
                m.mark(base);
            m.mark(cls.dict);
            all({cls.module, cls.qualname});
        }
        void operator()(const Module& module) const { m.mark(module.dict); }
        void operator()(const Iterator& iterator) const { m.mark(iterator.source); }
        void operator()(const View& view) const { m.mark(view.dict); }
        void operator()(const Exception& e) const { all({e.args, e.cause, e.context}); }
        void operator()(const Generator& g) const
        {
            m.mark(g.function);
            m.mark(g.slots);
            all({g.handled, g.name});
        }
        void operator()(const Free&) const {}
        void operator()(const Plain&) const {}
        void operator()(const Str&) const {}
        void operator()(const Bytes&) const {}
        void operator()(const MemoryView& view) const { m.mark(view.object); }
        void operator()(const Range&) const {}
        void operator()(const KernelObject&) const {}
        void all(std::initializer_list<Value> values) const
        {
            for (const Value value : values)
                m.mark(value);
        }
    };
    std::visit(Visitor{*this}, object.body);
}

} // namespace il::machine
