#include "machine/builtins/iteration.h"
#include "machine/builtins/bytes.h"

#include "machine/builtins/operators.h"
#include "machine/builtins/values.h"

namespace il::machine {

namespace {

using Kind = Iterator::Kind;

Value newIterator(Heap& heap, Iterator iterator, Builtin cls = Builtin::Iterator)
{
    return Value::ref(heap.allocate(cls, iterator));
}

Iterator overTable(Kind kind, Value source, const Table& table)
{
    return {kind, source, 0, static_cast<std::int64_t>(table.size()), 1};
}

Step done(Iterator& iterator)
{
    iterator.source = Value{};
    return Step::End;
}

Step nextEntry(Heap& heap, Iterator& iterator, Value& item)
{
    const bool set = iterator.kind == Kind::Set;
    const Table& table = set ? heap.get<Set>(iterator.source)->table : heap.get<Dict>(iterator.source)->table;
    if (static_cast<std::int64_t>(table.size()) != iterator.stop)
        return Step::Changed;
    const std::uint32_t at = table.next(static_cast<std::uint32_t>(iterator.position));
    if (at == Table::npos)
        return done(iterator);
    iterator.position = at + 1;
    const Table::Entry entry = table.at(at);
    item = iterator.kind == Kind::Values  ? entry.value
           : iterator.kind == Kind::Items ? heap.tuple({entry.key, entry.value})
                                          : entry.key;
    return Step::Item;
}

Step nextOfSequence(Heap& heap, Iterator& iterator, Value& item)
{
    if (const auto* list = heap.get<List>(iterator.source)) {
        if (iterator.position >= static_cast<std::int64_t>(list->items.size()))
            return done(iterator);
        item = list->items[static_cast<std::size_t>(iterator.position++)];
        return Step::Item;
    }
    if (const auto* tuple = heap.get<Tuple>(iterator.source)) {
        if (iterator.position >= static_cast<std::int64_t>(tuple->items.size()))
            return done(iterator);
        item = tuple->items[static_cast<std::size_t>(iterator.position++)];
        return Step::Item;
    }
    const auto bytes = bytesLike(heap, iterator.source);
    if (!bytes || iterator.position >= static_cast<std::int64_t>(bytes->size()))
        return done(iterator);
    item = Value::of(
        std::int64_t{static_cast<unsigned char>((*bytes)[static_cast<std::size_t>(iterator.position++)])});
    return Step::Item;
}

Step nextCharacter(Heap& heap, Iterator& iterator, Value& item)
{
    const std::string& text = heap.get<Str>(iterator.source)->text;
    auto at = static_cast<std::size_t>(iterator.position);
    if (at >= text.size())
        return done(iterator);
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    iterator.position = static_cast<std::int64_t>(end);
    item = heap.str(std::string_view(text).substr(at, end - at));
    return Step::Item;
}

Step nextReversed(Heap& heap, Iterator& iterator, Value& item)
{
    if (iterator.position < 0)
        return done(iterator);
    const auto at = static_cast<std::size_t>(iterator.position--);
    if (const auto* list = heap.get<List>(iterator.source)) {
        if (at >= list->items.size())
            return done(iterator);
        item = list->items[at];
    } else
        item = heap.get<Tuple>(iterator.source)->items[at];
    return Step::Item;
}

Step nextZip(Heap& heap, Iterator& iterator, Value& item)
{
    std::vector<Value> items;
    const std::vector<Value> sources = heap.get<Tuple>(iterator.source)->items;
    for (const Value source : sources) {
        Value one;
        const Step step = nextItem(heap, source, one);
        if (step != Step::Item)
            return step == Step::End ? done(iterator) : step;
        items.push_back(one);
    }
    if (items.empty())
        return done(iterator);
    item = heap.tuple(std::move(items));
    return Step::Item;
}

} // namespace

Value makeIterator(Heap& heap, Value iterable)
{
    if (!iterable.isRef() || !overridingMethod(heap, iterable, Name::iter).isNull())
        return {};
    const Body& body = heap[iterable.asRef()].body;
    if (std::holds_alternative<Iterator>(body))
        return iterable;
    if (std::holds_alternative<List>(body) || std::holds_alternative<Tuple>(body) ||
        std::holds_alternative<Bytes>(body) || std::holds_alternative<MemoryView>(body))
        return newIterator(heap, {Kind::Sequence, iterable, 0, 0, 1});
    if (std::holds_alternative<Str>(body))
        return newIterator(heap, {Kind::String, iterable, 0, 0, 1});
    if (const auto* range = std::get_if<Range>(&body))
        return newIterator(heap, {Kind::Range, Value::of(range->start), range->start,
                                  nativeLength(heap, iterable), range->step});
    if (const auto* dict = std::get_if<Dict>(&body))
        return newIterator(heap, overTable(Kind::Keys, iterable, dict->table));
    if (const auto* set = std::get_if<Set>(&body))
        return newIterator(heap, overTable(Kind::Set, iterable, set->table));
    if (const auto* view = std::get_if<View>(&body)) {
        const auto cls = static_cast<Builtin>(heap[iterable.asRef()].cls);
        const Kind kind = cls == Builtin::DictKeys     ? Kind::Keys
                          : cls == Builtin::DictValues ? Kind::Values
                                                       : Kind::Items;
        return newIterator(heap, overTable(kind, view->dict, heap.get<Dict>(view->dict)->table));
    }
    return {};
}

Step nextItem(Heap& heap, Value value, Value& item)
{
    Iterator& iterator = *heap.get<Iterator>(value);
    if (iterator.source.isNull())
        return Step::End;
    switch (iterator.kind) {
    case Kind::Range:
        if (iterator.stop-- <= 0)
            return done(iterator);
        item = Value::of(iterator.position);
        if (iterator.stop > 0)
            iterator.position += iterator.step;
        return Step::Item;
    case Kind::Sequence:
        return nextOfSequence(heap, iterator, item);
    case Kind::String:
        return nextCharacter(heap, iterator, item);
    case Kind::Keys:
    case Kind::Values:
    case Kind::Items:
    case Kind::Set:
        return nextEntry(heap, iterator, item);
    case Kind::Reversed:
        return nextReversed(heap, iterator, item);
    case Kind::Enumerate: {
        Value inner;
        const Step step = nextItem(heap, iterator.source, inner);
        if (step != Step::Item)
            return step == Step::End ? done(iterator) : step;
        item = heap.tuple({Value::of(iterator.position++), inner});
        return Step::Item;
    }
    case Kind::Zip:
        return nextZip(heap, iterator, item);
    }
    return Step::End;
}

std::optional<std::vector<Value>> collect(Heap& heap, Value iterable)
{
    if (isBuiltinClass(classOf(heap, iterable))) {
        if (const auto* list = heap.get<List>(iterable))
            return list->items;
        if (const auto* tuple = heap.get<Tuple>(iterable))
            return tuple->items;
    }
    const Value iterator = makeIterator(heap, iterable);
    if (iterator.isNull())
        return std::nullopt;
    std::vector<Value> items;
    Value item;
    while (heap.bytesUsed() + items.size() * sizeof(Value) < heap.byteLimit() &&
           nextItem(heap, iterator, item) == Step::Item)
        items.push_back(item);
    return items;
}

std::optional<NativeResult> notIterable(Context& context, Value value)
{
    const Heap& heap = context.heap;
    if (value.isRef()) {
        const Body& body = heap[value.asRef()].body;
        const bool builtin = std::holds_alternative<Generator>(body) || nativeLength(heap, value) >= 0 ||
                             std::holds_alternative<Iterator>(body);
        if (builtin || !overridingMethod(heap, value, Name::iter).isNull() ||
            !overridingMethod(heap, value, Name::getitem).isNull())
            return std::nullopt;
    }
    return raise(context, Builtin::TypeError, "'" + typeName(heap, value) + "' object is not iterable");
}

} // namespace il::machine
