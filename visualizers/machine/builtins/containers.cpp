// Methods of list, dict, set, iterators and generators.
#include "machine/builtins/arguments.h"
#include "machine/builtins/support.h"
#include "machine/interpreter/interpreter.h"

#include <algorithm>

namespace il::machine {

namespace {

std::vector<Value>& items(Context& c, const Args& a)
{
    return c.heap.get<List>(a[0])->items;
}
Table& table(Context& c, const Args& a)
{
    return c.heap.get<Dict>(a[0])->table;
}
Table& elements(Context& c, const Args& a)
{
    return c.heap.get<Set>(a[0])->table;
}

NativeResult append(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "list.append", 1, 1, 1))
        return *error;
    items(c, a).push_back(a[1]);
    c.heap.grew(sizeof(Value));
    return Value::none();
}

NativeResult extend(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "list.extend", 1, 1, 1))
        return *error;
    const auto more = collect(c.heap, a[1]);
    if (!more) {
        if (auto error = notIterable(c, a[1]))
            return *error;
        return toPrelude("_list_extend", {a[0], a[1]});
    }
    items(c, a).insert(items(c, a).end(), more->begin(), more->end());
    c.heap.grew(more->size() * sizeof(Value));
    return Value::none();
}

NativeResult insert(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "insert", 2, 2, 1))
        return *error;
    if (!a[1].isIntegral())
        return typeError(c, "'" + typeName(c.heap, a[1]) + "' object cannot be interpreted as an integer");
    auto& list = items(c, a);
    const auto size = static_cast<std::int64_t>(list.size());
    const std::int64_t at = std::clamp<std::int64_t>(a[1].bits < 0 ? a[1].bits + size : a[1].bits, 0, size);
    list.insert(list.begin() + at, a[2]);
    c.heap.grew(sizeof(Value));
    return Value::none();
}

NativeResult popList(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "pop", 0, 1, 1))
        return *error;
    auto& list = items(c, a);
    if (list.empty())
        return raise(c, Builtin::IndexError, "pop from empty list");
    if (a.size() > 1 && !a[1].isIntegral())
        return typeError(c, "'" + typeName(c.heap, a[1]) + "' object cannot be interpreted as an integer");
    std::int64_t at = a.size() > 1 ? a[1].bits : -1;
    at = at < 0 ? at + static_cast<std::int64_t>(list.size()) : at;
    if (at < 0 || at >= static_cast<std::int64_t>(list.size()))
        return raise(c, Builtin::IndexError, "pop index out of range");
    const Value value = list[static_cast<std::size_t>(at)];
    list.erase(list.begin() + at);
    return value;
}

NativeResult removeItem(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "list.remove", 1, 1, 1))
        return *error;
    auto& list = items(c, a);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Answer same = equal(c.heap, list[i], a[1]);
        if (same == Answer::NeedsPython)
            return toPrelude("_list_remove", {a[0], a[1]});
        if (same == Answer::Yes) {
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            return Value::none();
        }
    }
    return valueError(c, "list.remove(x): x not in list");
}

std::vector<Value> sequenceItems(const Context& c, Value value)
{
    if (const auto* list = c.heap.get<List>(value))
        return list->items;
    if (const auto* tuple = c.heap.get<Tuple>(value))
        return tuple->items;
    return collect(c.heap, value).value_or(std::vector<Value>{});
}

/// A stable merge sort (std::stable_sort wants a strict order, which NaN would break dangerously: it only
/// reads within its range, so the result is merely unspecified then).
NativeResult sortByKeys(Context& c, const Args& a)
{
    // (list, keys, reverse): True when done, False when a comparison needs Python.
    const std::vector<Value> keys = c.heap.get<List>(a[1])->items;
    std::vector<Value>& list = items(c, a);
    const bool reverse = a[2].asBool();
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    bool python = false;
    std::pair<Value, Value> unordered;
    const auto before = [&](std::size_t x, std::size_t y) {
        const Order result = reverse ? compare(c.heap, keys[y], keys[x]) : compare(c.heap, keys[x], keys[y]);
        python = python || result == Order::NeedsPython;
        if (result == Order::Unordered && unordered.first.isNull())
            unordered = {keys[x], keys[y]};
        return result == Order::Less;
    };
    std::stable_sort(order.begin(), order.end(), before);
    c.now.ns += static_cast<std::int64_t>(keys.size()) * 20;
    if (python)
        return Value::of(false);
    if (list.size() != keys.size())
        return valueError(c, "list modified during sort");
    if (!unordered.first.isNull())
        return typeError(c, "'<' not supported between instances of '" + typeName(c.heap, unordered.first) +
                                "' and '" + typeName(c.heap, unordered.second) + "'");
    const std::vector<Value> old = list;
    for (std::size_t i = 0; i < order.size(); ++i)
        list[i] = old[order[i]];
    return Value::of(true);
}

NativeResult getItemOr(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "get", 1, 2, 1))
        return *error;
    const Found found = find(c.heap, table(c, a), a[1]);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashableError(c, found);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return NativeResult::prelude("_dict_get");
    if (found.position != Table::npos)
        return table(c, a).at(found.position).value;
    return a.size() > 2 ? a[2] : Value::none();
}

NativeResult setDefault(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "setdefault", 1, 2, 1))
        return *error;
    const Found found = find(c.heap, table(c, a), a[1]);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashableError(c, found);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return NativeResult::prelude("_dict_setdefault");
    if (found.position != Table::npos)
        return table(c, a).at(found.position).value;
    const Value value = a.size() > 2 ? a[2] : Value::none();
    store(c.heap, table(c, a), found, a[1], value);
    return value;
}

NativeResult popDict(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "pop", 1, 2, 1))
        return *error;
    const Found found = find(c.heap, table(c, a), a[1]);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashableError(c, found);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return NativeResult::prelude("_dict_pop");
    if (found.position == Table::npos)
        return a.size() > 2 ? NativeResult(a[2]) : raiseClass(c, Builtin::KeyError, {a[1]});
    const Value value = table(c, a).at(found.position).value;
    table(c, a).erase(found.position);
    return value;
}

NativeResult popItem(Context& c, const Args& a)
{
    const std::uint32_t last = table(c, a).last();
    if (last == Table::npos)
        return raiseClass(c, Builtin::KeyError, {c.heap.str("popitem(): dictionary is empty")});
    const Table::Entry entry = table(c, a).at(last);
    table(c, a).erase(last);
    return c.heap.tuple({entry.key, entry.value});
}

NativeResult moveToEnd(Context& c, const Args& a)
{
    const Found found = find(c.heap, table(c, a), a[1]);
    if (found.position == Table::npos)
        return raiseClass(c, Builtin::KeyError, {a[1]});
    const Value last = argument(c, a, 2, "last");
    const Table::Entry entry = table(c, a).at(found.position);
    Table rebuilt;
    const bool front = last.isBool() && !last.asBool();
    if (front)
        rebuilt.append(entry.key, entry.hash, entry.value);
    for (const Table::Entry& other : table(c, a).entries())
        if (!other.key.isNull() && !(other.key == entry.key))
            rebuilt.append(other.key, other.hash, other.value);
    if (!front)
        rebuilt.append(entry.key, entry.hash, entry.value);
    table(c, a) = std::move(rebuilt);
    return Value::none();
}

NativeResult view(Context& c, const Args& a, Builtin cls)
{
    return Value::ref(c.heap.allocate(cls, View{a[0]}));
}

NativeResult fromKeys(Context& c, const Args& a)
{
    const auto keys = collect(c.heap, a[1]);
    if (!keys || a[0] != classValue(Builtin::Dict))
        return toPrelude("_fromkeys", {a[0], a[1], a.size() > 2 ? a[2] : Value::none()});
    const Value dict = c.heap.dict();
    for (const Value key : *keys) {
        NativeResult result = setSubscript(c, dict, key, a.size() > 2 ? a[2] : Value::none());
        if (result.kind != NativeResult::Kind::Return)
            return result;
    }
    return dict;
}

/// Several iterables against a set; `change` gets each one's Table.
NativeResult combine(Context& c, const Args& a, script::BinaryKind kind, bool inPlace, const char* name)
{
    Value result = a[0];
    if (!inPlace) {
        const Value copy =
            c.heap.set(isInstance(c.heap, a[0], Builtin::FrozenSet) ? Builtin::FrozenSet : Builtin::Set);
        c.heap.get<Set>(copy)->table = elements(c, a);
        result = copy;
    }
    for (std::size_t i = 1; i < a.size(); ++i) {
        const auto more = collect(c.heap, a[i]);
        if (!more) {
            if (auto error = notIterable(c, a[i]))
                return *error;
            return toPrelude("_set_method",
                             {a[0], c.heap.str(name), c.heap.tuple({a.values.begin() + 1, a.values.end()})});
        }
        const Value other = c.heap.set();
        for (const Value item : *more) {
            Table& target = c.heap.get<Set>(other)->table;
            const Found found = find(c.heap, target, item);
            if (found.hash.kind == Hash::Kind::Unhashable)
                return unhashableError(c, found);
            if (found.position == Table::npos)
                store(c.heap, target, found, item, Value{});
        }
        NativeResult combined = binaryOperator(c, kind, result, other, inPlace);
        if (combined.kind != NativeResult::Kind::Return)
            return combined;
        result = combined.value;
    }
    return inPlace ? Value::none() : result;
}

NativeResult setRelation(Context& c, const Args& a, int relation)
{
    const auto more = collect(c.heap, a[1]);
    if (!more)
        return toPrelude("_set_method", {a[0],
                                         c.heap.str(relation == 0   ? "issubset"
                                                    : relation == 1 ? "issuperset"
                                                                    : "isdisjoint"),
                                         c.heap.tuple({a[1]})});
    Table other;
    for (const Value item : *more)
        if (const Found found = find(c.heap, other, item); found.position == Table::npos)
            other.append(item, found.hash.hash, Value{});
    const auto within = [&](const Table& x, const Table& y) {
        return std::all_of(x.entries().begin(), x.entries().end(), [&](const Table::Entry& entry) {
            return entry.key.isNull() || find(c.heap, y, entry.key).position != Table::npos;
        });
    };
    if (relation == 0)
        return Value::of(within(elements(c, a), other));
    if (relation == 1)
        return Value::of(within(other, elements(c, a)));
    const Table& mine = elements(c, a);
    return Value::of(
        std::none_of(mine.entries().begin(), mine.entries().end(), [&](const Table::Entry& entry) {
            return !entry.key.isNull() && find(c.heap, other, entry.key).position != Table::npos;
        }));
}

NativeResult addElement(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "set.add", 1, 1, 1))
        return *error;
    const Found found = find(c.heap, elements(c, a), a[1]);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashableError(c, found);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return NativeResult::prelude("_set_add");
    if (found.position == Table::npos)
        store(c.heap, elements(c, a), found, a[1], Value{});
    return Value::none();
}

NativeResult removeElement(Context& c, const Args& a, bool strict)
{
    const Found found = find(c.heap, elements(c, a), a[1]);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashableError(c, found);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return NativeResult::prelude(strict ? "_set_remove" : "_set_discard");
    if (found.position != Table::npos)
        elements(c, a).erase(found.position);
    else if (strict)
        return raiseClass(c, Builtin::KeyError, {a[1]});
    return Value::none();
}

NativeResult popElement(Context& c, const Args& a)
{
    const std::uint32_t first = elements(c, a).next(0);
    if (first == Table::npos)
        return raiseClass(c, Builtin::KeyError, {c.heap.str("pop from an empty set")});
    const Value value = elements(c, a).at(first).key;
    elements(c, a).erase(first);
    return value;
}

NativeResult iterOf(Context& c, const Args& a)
{
    const Object& object = c.heap[a[0].asRef()];
    Iterator iterator{Iterator::Kind::Sequence, a[0], 0, 0, 1};
    if (const auto* dict = std::get_if<Dict>(&object.body))
        iterator = {Iterator::Kind::Keys, a[0], 0, static_cast<std::int64_t>(dict->table.size()), 1};
    if (const auto* set = std::get_if<Set>(&object.body))
        iterator = {Iterator::Kind::Set, a[0], 0, static_cast<std::int64_t>(set->table.size()), 1};
    return Value::ref(c.heap.allocate(Builtin::Iterator, iterator));
}

const Entries& commonMethods()
{
    static const Entries entries = {
        {"__getitem__", [](Context& c, const Args& a) { return subscript(c, a[0], a[1]); }},
        {"__setitem__", [](Context& c, const Args& a) { return setSubscript(c, a[0], a[1], a[2]); }},
        {"__delitem__", [](Context& c, const Args& a) { return deleteSubscript(c, a[0], a[1]); }},
        {"__contains__", [](Context& c, const Args& a) { return containsItem(c, a[0], a[1]); }},
        {"__len__",
         [](Context& c, const Args& a) -> NativeResult { return Value::of(nativeLength(c.heap, a[0])); }},
        {"__iter__", iterOf},
        {"__eq__", equalBodies},
        {"__repr__", bodyRepr},
    };
    return entries;
}

Entries joined(std::initializer_list<const Entries*> parts)
{
    Entries all;
    for (const Entries* part : parts)
        all.insert(all.end(), part->begin(), part->end());
    return all;
}

} // namespace

NativeResult indexOf(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "index", 1, 3, 1))
        return *error;
    const std::vector<Value> all = sequenceItems(c, a[0]);
    const auto size = static_cast<std::int64_t>(all.size());
    const auto bound = [&](std::size_t i, std::int64_t absent) {
        if (i >= a.size() || !a[i].isIntegral())
            return absent;
        return std::clamp<std::int64_t>(a[i].bits < 0 ? a[i].bits + size : a[i].bits, 0, size);
    };
    for (std::int64_t i = bound(2, 0); i < bound(3, size); ++i) {
        const Answer same = equal(c.heap, all[static_cast<std::size_t>(i)], a[1]);
        if (same == Answer::NeedsPython)
            return toPrelude("_index", {a[0], a[1]});
        if (same == Answer::Yes)
            return Value::of(i);
    }
    if (c.heap.get<List>(a[0]) != nullptr)
        return valueError(c, describe(c.heap, a[1]) + " is not in list");
    return valueError(c, c.heap.get<Tuple>(a[0]) != nullptr ? "tuple.index(x): x not in tuple"
                                                            : describe(c.heap, a[1]) + " is not in range");
}

NativeResult countOf(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "count", 1, 1, 1))
        return *error;
    std::int64_t count = 0;
    for (const Value item : sequenceItems(c, a[0])) {
        const Answer same = equal(c.heap, item, a[1]);
        if (same == Answer::NeedsPython)
            return toPrelude("_count", {a[0], a[1]});
        count += same == Answer::Yes ? 1 : 0;
    }
    return Value::of(count);
}

NativeResult equalBodies(Context& c, const Args& a)
{
    const Body& body = c.heap[a[0].asRef()].body;
    if (!a[1].isRef() || c.heap[a[1].asRef()].body.index() != body.index())
        return Value::notImplemented();
    // Copies of the builtin classes, so that an overriding __eq__ isn't asked again.
    const auto plain = [&](Value value) {
        const Body& contents = c.heap[value.asRef()].body;
        const Builtin cls = std::holds_alternative<List>(contents)    ? Builtin::List
                            : std::holds_alternative<Tuple>(contents) ? Builtin::Tuple
                            : std::holds_alternative<Dict>(contents)  ? Builtin::Dict
                            : std::holds_alternative<Str>(contents)   ? Builtin::Str
                                                                      : Builtin::Set;
        return Value::ref(c.heap.allocate(cls, contents));
    };
    const Value x = plain(a[0]);
    const Value y = plain(a[1]);
    return comparison(c, Comparison::Equal, x, y);
}

NativeResult bodyRepr(Context& c, const Args& a)
{
    const Body& contents = c.heap[a[0].asRef()].body;
    const Builtin cls = std::holds_alternative<List>(contents)    ? Builtin::List
                        : std::holds_alternative<Tuple>(contents) ? Builtin::Tuple
                        : std::holds_alternative<Dict>(contents)  ? Builtin::Dict
                        : std::holds_alternative<Str>(contents)   ? Builtin::Str
                                                                  : Builtin::Set;
    return toPrelude("_repr", {Value::ref(c.heap.allocate(cls, contents))});
}

NativeResult updateDict(Context& c, const Args& a, Value result)
{
    if (a.size() > 2)
        return typeError(c, "dict expected at most 1 argument, got " + std::to_string(a.size() - 1));
    if (a.size() == 2) {
        const Value source = a[1];
        if (const Dict* other = c.heap.get<Dict>(source)) {
            const std::vector<Table::Entry> entries = other->table.entries();
            for (const Table::Entry& entry : entries)
                if (!entry.key.isNull())
                    store(c.heap, table(c, a), find(c.heap, table(c, a), entry.key), entry.key, entry.value);
        } else {
            const auto pairs = collect(c.heap, source);
            std::vector<std::vector<Value>> all;
            bool native = pairs.has_value();
            for (std::size_t i = 0; native && i < pairs->size(); ++i) {
                auto pair = collect(c.heap, (*pairs)[i]);
                native = pair.has_value();
                if (native && pair->size() != 2)
                    return valueError(c, "dictionary update sequence element #" + std::to_string(i) +
                                             " has length " + std::to_string(pair->size()) +
                                             "; 2 is required");
                if (!native && notIterable(c, (*pairs)[i]))
                    return typeError(c, "cannot convert dictionary update sequence element #" +
                                            std::to_string(i) + " to a sequence");
                if (native)
                    all.push_back(std::move(*pair));
            }
            if (!native) {
                if (auto error = notIterable(c, source);
                    error && overridingMethod(c.heap, source, Name::getitem).isNull())
                    return *error;
                const Value more = c.heap.dict();
                for (std::size_t i = 0; i < a.keywords.size(); ++i)
                    setItem(c.heap, c.heap.get<Dict>(more)->table, a.keywords[i], a[a.size() + i]);
                return toPrelude("_dict_update", {a[0], source, more, result});
            }
            for (const auto& pair : all) {
                NativeResult stored = setSubscript(c, a[0], pair[0], pair[1]);
                if (stored.kind == NativeResult::Kind::Raise)
                    return stored;
                if (stored.kind == NativeResult::Kind::Prelude)
                    return toPrelude("_dict_update", {a[0], source, c.heap.dict(), result});
            }
        }
    }
    for (std::size_t i = 0; i < a.keywords.size(); ++i)
        setItem(c.heap, table(c, a), a.keywords[i], a[a.size() + i]);
    return result;
}

const Entries& listMethods()
{
    static const Entries own = {
        {"append", append, true},
        {"extend", extend},
        {"insert", insert},
        {"pop", popList},
        {"remove", removeItem},
        {"clear",
         [](Context& c, const Args& a) -> NativeResult {
             items(c, a).clear();
             return Value::none();
         }},
        {"index", indexOf},
        {"count", countOf},
        {"reverse",
         [](Context& c, const Args& a) -> NativeResult {
             std::reverse(items(c, a).begin(), items(c, a).end());
             return Value::none();
         }},
        {"copy", [](Context& c, const Args& a) -> NativeResult { return c.heap.list(items(c, a)); }},
        {"sort", [](Context&, const Args&) { return NativeResult::prelude("_list_sort"); }},
        {"__reversed__",
         [](Context& c, const Args& a) -> NativeResult {
             const auto last = static_cast<std::int64_t>(items(c, a).size()) - 1;
             return Value::ref(
                 c.heap.allocate(Builtin::Reversed, Iterator{Iterator::Kind::Reversed, a[0], last, 0, 1}));
         }},
    };
    static const Entries entries = joined({&constructorEntries(Builtin::List), &own, &commonMethods()});
    return entries;
}

const Entries& dictMethods()
{
    static const Entries own = {
        {"get", getItemOr},
        {"setdefault", setDefault},
        {"pop", popDict},
        {"popitem", popItem},
        {"keys", [](Context& c, const Args& a) { return view(c, a, Builtin::DictKeys); }},
        {"values", [](Context& c, const Args& a) { return view(c, a, Builtin::DictValues); }},
        {"items", [](Context& c, const Args& a) { return view(c, a, Builtin::DictItems); }},
        {"update", [](Context& c, const Args& a) { return updateDict(c, a, Value::none()); }},
        {"clear",
         [](Context& c, const Args& a) -> NativeResult {
             table(c, a).clear();
             return Value::none();
         }},
        {"copy",
         [](Context& c, const Args& a) -> NativeResult {
             const Value copy = c.heap.dict();
             c.heap.get<Dict>(copy)->table = table(c, a);
             return copy;
         }},
        {"fromkeys", fromKeys},
        {"_move_to_end", moveToEnd},
    };
    static const Entries entries = joined({&constructorEntries(Builtin::Dict), &own, &commonMethods()});
    return entries;
}

const Entries& setMethods()
{
    using script::BinaryKind;
    static const Entries own = {
        {"add", addElement},
        {"remove", [](Context& c, const Args& a) { return removeElement(c, a, true); }},
        {"discard", [](Context& c, const Args& a) { return removeElement(c, a, false); }},
        {"pop", popElement},
        {"clear",
         [](Context& c, const Args& a) -> NativeResult {
             elements(c, a).clear();
             return Value::none();
         }},
        {"copy",
         [](Context& c, const Args& a) {
             return combine(c, Args{a.values.first(1), {}}, BinaryKind::Or, false, "copy");
         }},
        {"union", [](Context& c, const Args& a) { return combine(c, a, BinaryKind::Or, false, "union"); }},
        {"intersection",
         [](Context& c, const Args& a) { return combine(c, a, BinaryKind::And, false, "intersection"); }},
        {"difference",
         [](Context& c, const Args& a) { return combine(c, a, BinaryKind::Subtract, false, "difference"); }},
        {"symmetric_difference",
         [](Context& c, const Args& a) {
             return combine(c, a, BinaryKind::Xor, false, "symmetric_difference");
         }},
        {"update", [](Context& c, const Args& a) { return combine(c, a, BinaryKind::Or, true, "update"); }},
        {"intersection_update",
         [](Context& c, const Args& a) {
             return combine(c, a, BinaryKind::And, true, "intersection_update");
         }},
        {"difference_update",
         [](Context& c, const Args& a) {
             return combine(c, a, BinaryKind::Subtract, true, "difference_update");
         }},
        {"issubset", [](Context& c, const Args& a) { return setRelation(c, a, 0); }},
        {"issuperset", [](Context& c, const Args& a) { return setRelation(c, a, 1); }},
        {"isdisjoint", [](Context& c, const Args& a) { return setRelation(c, a, 2); }},
    };
    static const Entries entries = joined({&constructorEntries(Builtin::Set), &own, &commonMethods()});
    return entries;
}

const Entries& iteratorMethods()
{
    static const Entries entries = {
        {"__iter__", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"__next__",
         [](Context& c, const Args& a) -> NativeResult {
             Value item;
             return nextItem(c.heap, a[0], item) == Step::Item ? NativeResult(item)
                                                               : raiseClass(c, Builtin::StopIteration, {});
         }},
    };
    return entries;
}

const Entries& generatorMethods()
{
    static const Entries entries = {
        {"__iter__", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"__next__",
         [](Context&, const Args& a) {
             return resumeResult(NativeResult::Kind::Resume, a[0], Value::none());
         }},
        {"send",
         [](Context& c, const Args& a) -> NativeResult {
             if (auto error = wrongCount(c, a, "generator.send", 1, 1, 1))
                 return *error;
             return resumeResult(NativeResult::Kind::Resume, a[0], a[1]);
         }},
        {"throw",
         [](Context& c, const Args& a) -> NativeResult {
             Value exception =
                 a.size() > 2 && !a[2].isNone() && c.heap.get<Exception>(a[2]) != nullptr ? a[2] : a[1];
             if (c.heap.get<Class>(exception) != nullptr)
                 exception = makeException(c, exception.asRef(),
                                           a.size() > 2 && !a[2].isNone() ? std::vector<Value>{a[2]}
                                                                          : std::vector<Value>{});
             if (c.heap.get<Exception>(exception) == nullptr)
                 return typeError(
                     c, "exceptions must be classes or instances deriving from BaseException, not " +
                            typeName(c.heap, exception));
             return resumeResult(NativeResult::Kind::Throw, a[0], exception);
         }},
        {"close",
         [](Context&, const Args& a) -> NativeResult {
             return NativeResult(NativeResult::Kind::Close, a[0]);
         }},
    };
    return entries;
}

const Entries& preludeHelpers()
{
    static const Entries entries = {
        {"_sort_by_keys", sortByKeys},
        {"_append", append, true},
        {"_formatted",
         [](Context& c, const Args& a) -> NativeResult { return c.heap.str(formatException(c, a[0])); }},
        {"_set_text",
         [](Context& c, const Args& a) -> NativeResult {
             c.heap.get<Exception>(a[0])->text = c.heap.get<Str>(a[1])->text;
             return Value::none();
         }},
        // What the prelude's containers of Python-level keys need: the table as it is.
        {"_table_keys",
         [](Context& c, const Args& a) -> NativeResult {
             std::vector<Value> keys;
             const auto hash = static_cast<std::uint64_t>(a[1].bits);
             const Table& of = c.heap.get<Dict>(a[0]) != nullptr ? c.heap.get<Dict>(a[0])->table
                                                                 : c.heap.get<Set>(a[0])->table;
             for (const Table::Entry& entry : of.entries())
                 if (!entry.key.isNull() && entry.hash == hash)
                     keys.push_back(entry.key);
             return c.heap.list(std::move(keys));
         }},
        {"_table_put",
         [](Context& c, const Args& a) -> NativeResult {
             // (table, key, hash, value): the key is identical to one in the table, or new.
             Table& of = c.heap.get<Dict>(a[0]) != nullptr ? c.heap.get<Dict>(a[0])->table
                                                           : c.heap.get<Set>(a[0])->table;
             const auto hash = static_cast<std::uint64_t>(a[2].bits);
             const std::uint32_t at = of.find(hash, [&](Value key) { return key == a[1]; });
             if (at != Table::npos)
                 of.at(at).value = a[3];
             else
                 of.append(a[1], hash, a[3]);
             return Value::none();
         }},
        {"_table_get",
         [](Context& c, const Args& a) -> NativeResult {
             const Table& of = c.heap.get<Dict>(a[0])->table;
             const std::uint32_t at =
                 of.find(static_cast<std::uint64_t>(a[2].bits), [&](Value key) { return key == a[1]; });
             return at == Table::npos ? Value::none() : of.at(at).value;
         }},
        {"_table_remove",
         [](Context& c, const Args& a) -> NativeResult {
             Table& of = c.heap.get<Dict>(a[0]) != nullptr ? c.heap.get<Dict>(a[0])->table
                                                           : c.heap.get<Set>(a[0])->table;
             const std::uint32_t at =
                 of.find(static_cast<std::uint64_t>(a[2].bits), [&](Value key) { return key == a[1]; });
             if (at != Table::npos)
                 of.erase(at);
             return Value::none();
         }},
        {"_set_contents",
         [](Context& c, const Args& a) -> NativeResult {
             c.heap.get<List>(a[0])->items = c.heap.get<List>(a[1])->items;
             return Value::none();
         }},
        {"_native_hash",
         [](Context& c, const Args& a) -> NativeResult {
             const Hash hash = hashOf(c.heap, a[0]);
             if (hash.kind == Hash::Kind::Unhashable)
                 return typeError(c, "unhashable type: '" + className(c.heap, hash.cls) + "'");
             return hash.kind == Hash::Kind::NeedsPython ? Value::none()
                                                         : Value::of(static_cast<std::int64_t>(hash.hash));
         }},
        {"_is_set",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::of(c.heap.get<Set>(a[0]) != nullptr);
         }},
        {"_mix",
         [](Context&, const Args& a) -> NativeResult {
             auto x =
                 static_cast<std::uint64_t>(a[0].bits) * 1000003u + static_cast<std::uint64_t>(a[1].bits);
             x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
             return Value::of(static_cast<std::int64_t>((x ^ (x >> 31)) >> 2));
         }},
    };
    return entries;
}

} // namespace il::machine
