#include "machine/interpreter/fingerprint.h"

#include <unordered_map>

namespace il::machine {

namespace {

/// Walks breadth first: an object is described when its turn comes, by its contents and the numbers of what
/// it refers to.
class Walker {
public:
    explicit Walker(const Heap& heap) : m_heap(heap) {}

    void add(std::uint64_t bits)
    {
        m_hash = (m_hash ^ bits) * 0x9E3779B97F4A7C15u;
        m_hash ^= m_hash >> 29;
    }
    void add(Handle handle, bool) { add(Value::ref(handle)); }
    void add(Value value)
    {
        add(static_cast<std::uint64_t>(value.tag));
        if (!value.isRef() || value.asRef() == 0) {
            add(static_cast<std::uint64_t>(value.bits));
            return;
        }
        const auto [entry, fresh] = m_numbers.emplace(value.asRef(), m_order.size());
        if (fresh)
            m_order.push_back(value.asRef());
        add(std::uint64_t{entry->second});
    }
    void add(std::span<const Value> values)
    {
        add(std::uint64_t{values.size()});
        for (const Value value : values)
            add(value);
    }
    void add(const std::string& text) { add(hashText(text)); }
    void addTable(const Table& table)
    {
        add(std::uint64_t{table.size()});
        for (const Table::Entry& entry : table.entries())
            if (!entry.key.isNull()) {
                add(entry.key);
                add(entry.value);
            }
    }
    std::uint64_t finish()
    {
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const Object& object = m_heap[m_order[i]];
            add(object.cls, true);
            add(object.attributes, true);
            add(std::uint64_t{object.body.index()});
            std::visit([this](const auto& body) { describe(body); }, object.body);
        }
        return m_hash;
    }

private:
    void describe(const Free&) {}
    void describe(const Plain&) {}
    void describe(const Str& str) { add(str.hash); }
    void describe(const Bytes& bytes) { add(bytes.data); }
    void describe(const MemoryView& view)
    {
        add(view.object);
        numbers({static_cast<std::int64_t>(view.begin), static_cast<std::int64_t>(view.size)});
    }
    void describe(const Tuple& tuple) { add(tuple.items); }
    void describe(const List& list) { add(list.items); }
    void describe(const Dict& dict) { addTable(dict.table); }
    void describe(const Set& set) { addTable(set.table); }
    void describe(const Range& range) { numbers({range.start, range.stop, range.step}); }
    void describe(const Slice& slice) { values({slice.start, slice.stop, slice.step}); }
    void describe(const Cell& cell) { add(cell.value); }
    void describe(const Function& f)
    {
        numbers({f.code});
        add(f.globals, true);
        values({f.defaults, f.keywordDefaults, f.closure});
    }
    void describe(const Method& method) { values({method.function, method.self}); }
    void describe(const Descriptor& d) { values({d.function, d.self, d.setter, d.deleter}); }
    void describe(const Class& cls)
    {
        add(cls.name);
        for (const Handle base : cls.mro)
            add(base, true);
        add(cls.dict, true);
    }
    void describe(const Module& module) { add(module.dict, true); }
    void describe(const Iterator& iterator)
    {
        numbers({static_cast<std::int64_t>(iterator.kind), iterator.position, iterator.stop, iterator.step});
        add(iterator.source);
    }
    void describe(const View& view) { add(view.dict); }
    void describe(const Exception& e)
    {
        values({e.args, e.cause, e.context});
        numbers({e.suppressContext ? 1 : 0});
    }
    void describe(const Generator& g)
    {
        numbers({static_cast<std::int64_t>(g.state), g.code, g.pc});
        add(g.function, true);
        add(g.slots);
        add(g.handled);
    }
    void describe(const KernelObject& object) { numbers({object.kind, object.index}); }
    void numbers(std::initializer_list<std::int64_t> list)
    {
        for (const std::int64_t number : list)
            add(static_cast<std::uint64_t>(number));
    }
    void values(std::initializer_list<Value> list)
    {
        for (const Value value : list)
            add(value);
    }

    const Heap& m_heap;
    std::uint64_t m_hash = 0;
    std::unordered_map<Handle, std::uint64_t> m_numbers; ///< looked up only, never walked
    std::vector<Handle> m_order;
};

void addFrame(Walker& walker, const Frame& frame)
{
    for (const std::uint32_t number :
         {frame.code, frame.pc, frame.base, frame.top, static_cast<std::uint32_t>(frame.onReturn.then)})
        walker.add(std::uint64_t{number});
    const bool handle =
        frame.onReturn.then == Then::Import; // its data names an object; otherwise it is a number
    if (handle)
        walker.add(frame.onReturn.data, true);
    else
        walker.add(std::uint64_t{frame.onReturn.data});
    for (const Handle object : {frame.function, frame.globals, frame.locals, frame.generator})
        walker.add(object, true);
    walker.add(frame.callerHandled);
}

} // namespace

std::uint64_t fingerprint(const Memory& memory, std::span<const ThreadContext* const> threads,
                          std::span<const Value> more)
{
    Walker walker(memory.heap);
    for (const ThreadContext* thread : threads) {
        walker.add(std::uint64_t{thread->frames.size()});
        for (const Frame& frame : thread->frames)
            addFrame(walker, frame);
        if (!thread->frames.empty())
            walker.add(std::span(thread->stack).first(thread->frames.back().top));
        walker.add(thread->handled);
        walker.add(thread->result);
        walker.add(thread->raising);
        walker.add(static_cast<std::uint64_t>(thread->pending.then) << 32 | thread->pending.data);
        walker.add(std::uint64_t{thread->waiting} << 1 | std::uint64_t{thread->completing});
    }
    walker.add(more);
    walker.add(memory.modules, true);
    return walker.finish();
}

} // namespace il::machine
