#include "machine/builtins/operators.h"

#include "machine/builtins/bytes.h"

#include "machine/builtins/format.h"
#include "machine/builtins/values.h"
#include "machine/interpreter/image.h"

#include <algorithm>
#include <cmath>

namespace il::machine {

using script::BinaryKind;

namespace {

constexpr const char* symbols[] = {"+", "&",           "//", "<<", "@", "*", "%",
                                   "|", "** or pow()", ">>", "-",  "/", "^"};
constexpr const char* inPlaceSymbols[] = {
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};

NativeResult notImplemented()
{
    return Value::notImplemented();
}

NativeResult divisionByZero(Context& context, const char* text)
{
    return raise(context, Builtin::ZeroDivisionError, text);
}

NativeResult intPower(Context& context, std::int64_t a, std::int64_t b)
{
    if (b < 0) {
        if (a == 0)
            return divisionByZero(context, "0.0 cannot be raised to a negative power");
        return Value::of(std::pow(static_cast<double>(a), static_cast<double>(b)));
    }
    const auto result = power(a, b);
    return result ? NativeResult(Value::of(*result)) : intOverflow(context);
}

NativeResult shift(Context& context, BinaryKind kind, std::int64_t a, std::int64_t b)
{
    if (b < 0)
        return raise(context, Builtin::ValueError, "negative shift count");
    if (kind == BinaryKind::RShift)
        return Value::of(b > 63 ? (a < 0 ? std::int64_t{-1} : std::int64_t{0}) : a >> b);
    if (a == 0)
        return Value::of(std::int64_t{0});
    std::int64_t result = 0;
    if (b > 62 || __builtin_mul_overflow(a, std::int64_t{1} << b, &result))
        return intOverflow(context);
    return Value::of(result);
}

NativeResult intOperator(Context& context, BinaryKind kind, Value x, Value y)
{
    const std::int64_t a = x.bits;
    const std::int64_t b = y.bits;
    const bool bools = x.isBool() && y.isBool();
    std::int64_t result = 0;
    switch (kind) {
    case BinaryKind::Add:
        return __builtin_add_overflow(a, b, &result) ? intOverflow(context) : Value::of(result);
    case BinaryKind::Subtract:
        return __builtin_sub_overflow(a, b, &result) ? intOverflow(context) : Value::of(result);
    case BinaryKind::Multiply:
        return __builtin_mul_overflow(a, b, &result) ? intOverflow(context) : Value::of(result);
    case BinaryKind::And:
        return bools ? Value::of((a & b) != 0) : Value::of(a & b);
    case BinaryKind::Or:
        return bools ? Value::of((a | b) != 0) : Value::of(a | b);
    case BinaryKind::Xor:
        return bools ? Value::of((a ^ b) != 0) : Value::of(a ^ b);
    case BinaryKind::LShift:
    case BinaryKind::RShift:
        return shift(context, kind, a, b);
    case BinaryKind::Power:
        return intPower(context, a, b);
    case BinaryKind::TrueDivide:
        if (b == 0)
            return divisionByZero(context, "division by zero");
        return Value::of(static_cast<double>(a) / static_cast<double>(b));
    case BinaryKind::FloorDivide:
        if (b == 0)
            return divisionByZero(context, "integer division or modulo by zero");
        return a == INT64_MIN && b == -1 ? intOverflow(context) : Value::of(floorDivide(a, b));
    case BinaryKind::Remainder:
        if (b == 0)
            return divisionByZero(context, "integer modulo by zero");
        return Value::of(b == -1 ? std::int64_t{0} : floorModulo(a, b));
    case BinaryKind::MatrixMultiply:
        break;
    }
    return notImplemented();
}

NativeResult floatPower(Context& context, double a, double b)
{
    if (a == 0 && b < 0)
        return divisionByZero(context, "0.0 cannot be raised to a negative power");
    if (a < 0 && b != std::floor(b) && std::isfinite(a) && std::isfinite(b))
        return raise(context, Builtin::ValueError, "complex results are not supported by the machine");
    const double result = std::pow(a, b);
    if (std::isinf(result) && std::isfinite(a) && std::isfinite(b))
        return raise(context, Builtin::OverflowError, "(34, 'Numerical result out of range')");
    return Value::of(result);
}

NativeResult floatOperator(Context& context, BinaryKind kind, double a, double b)
{
    switch (kind) {
    case BinaryKind::Add:
        return Value::of(a + b);
    case BinaryKind::Subtract:
        return Value::of(a - b);
    case BinaryKind::Multiply:
        return Value::of(a * b);
    case BinaryKind::TrueDivide:
        return b == 0 ? divisionByZero(context, "float division by zero") : Value::of(a / b);
    case BinaryKind::FloorDivide: {
        if (b == 0)
            return divisionByZero(context, "float floor division by zero");
        const double quotient = (a - floorModulo(a, b)) / b;
        return Value::of(quotient - std::floor(quotient) > 0.5 ? std::floor(quotient) + 1
                                                               : std::floor(quotient));
    }
    case BinaryKind::Remainder:
        return b == 0 ? divisionByZero(context, "float modulo") : Value::of(floorModulo(a, b));
    case BinaryKind::Power:
        return floatPower(context, a, b);
    default:
        return notImplemented();
    }
}

double toDouble(Value value)
{
    return value.isFloat() ? value.asFloat() : static_cast<double>(value.bits);
}

NativeResult concatenate(Context& context, Value a, Value b, bool inPlace)
{
    Heap& heap = context.heap;
    if (const Str* x = heap.get<Str>(a)) {
        const Str* y = heap.get<Str>(b);
        if (y == nullptr)
            return raise(context, Builtin::TypeError,
                         "can only concatenate str (not \"" + typeName(heap, b) + "\") to str");
        if (tooBig(context, x->text.size() + y->text.size()))
            return raise(context, Builtin::MemoryError, "");
        return heap.str(x->text + y->text);
    }
    if (heap.get<Bytes>(a) != nullptr)
        return concatenateBytes(context, a, b, inPlace);
    if (const Tuple* x = heap.get<Tuple>(a)) {
        const Tuple* y = heap.get<Tuple>(b);
        if (y == nullptr)
            return raise(context, Builtin::TypeError,
                         "can only concatenate tuple (not \"" + typeName(heap, b) + "\") to tuple");
        std::vector<Value> items = x->items;
        items.insert(items.end(), y->items.begin(), y->items.end());
        return heap.tuple(std::move(items));
    }
    List* x = heap.get<List>(a);
    if (x == nullptr)
        return notImplemented();
    if (inPlace) {
        NativeResult result = NativeResult::prelude("_list_iadd");
        result.arguments = {a, b};
        const List* other = heap.get<List>(b);
        if (other == nullptr)
            return result;
        const std::vector<Value> more = other->items; // b may be a itself
        x->items.insert(x->items.end(), more.begin(), more.end());
        heap.grew(more.size() * sizeof(Value));
        return a;
    }
    const List* y = heap.get<List>(b);
    if (y == nullptr)
        return raise(context, Builtin::TypeError,
                     "can only concatenate list (not \"" + typeName(heap, b) + "\") to list");
    std::vector<Value> items = x->items;
    items.insert(items.end(), y->items.begin(), y->items.end());
    return heap.list(std::move(items));
}

template <class Container>
Container repeated(const Container& items, std::int64_t count)
{
    Container result;
    result.reserve(items.size() * static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
    for (std::int64_t i = 0; i < count; ++i)
        result.insert(result.end(), items.begin(), items.end());
    return result;
}

NativeResult repeat(Context& context, Value sequence, Value times, bool inPlace)
{
    Heap& heap = context.heap;
    const std::int64_t count = std::max<std::int64_t>(times.bits, 0);
    const auto length = static_cast<std::uint64_t>(nativeLength(heap, sequence));
    if (length != 0 && static_cast<std::uint64_t>(count) > (std::uint64_t{1} << 40) / length)
        return raise(context, Builtin::MemoryError, "");
    const std::uint64_t bytes =
        length * static_cast<std::uint64_t>(count) *
        (heap.get<Str>(sequence) != nullptr || heap.get<Bytes>(sequence) != nullptr ? 1 : sizeof(Value));
    if (tooBig(context, bytes))
        return raise(context, Builtin::MemoryError, "");
    if (const Str* text = heap.get<Str>(sequence))
        return heap.str(repeated(text->text, count));
    if (const Bytes* data = heap.get<Bytes>(sequence))
        return bytesLikeSample(heap, sequence, repeated(data->data, count));
    if (const Tuple* tuple = heap.get<Tuple>(sequence))
        return heap.tuple(repeated(tuple->items, count));
    List& list = *heap.get<List>(sequence);
    if (!inPlace)
        return heap.list(repeated(list.items, count));
    list.items = repeated(list.items, count);
    heap.grew(bytes);
    return sequence;
}

bool repeatable(const Heap& heap, Value value)
{
    return heap.get<Str>(value) != nullptr || heap.get<List>(value) != nullptr ||
           heap.get<Tuple>(value) != nullptr || heap.get<Bytes>(value) != nullptr;
}

/// a | b, a & b, a - b, a ^ b. In place it changes a.
NativeResult setOperator(Context& context, BinaryKind kind, Value a, Value b, bool inPlace)
{
    Heap& heap = context.heap;
    const Table& x = heap.get<Set>(a)->table;
    const Table& y = heap.get<Set>(b)->table;
    Table result;
    const auto keep = [&](const Table& from, const Table* other, bool wanted) {
        for (const Table::Entry& entry : from.entries()) {
            if (entry.key.isNull())
                continue;
            const bool there = other != nullptr && find(heap, *other, entry.key).position != Table::npos;
            if ((other == nullptr || there == wanted) &&
                find(heap, result, entry.key).position == Table::npos)
                result.append(entry.key, entry.hash, Value{});
        }
    };
    if (kind == BinaryKind::Or) {
        keep(x, nullptr, true);
        keep(y, nullptr, true);
    } else if (kind == BinaryKind::And)
        keep(x, &y, true);
    else
        keep(x, &y, false);
    if (kind == BinaryKind::Xor)
        keep(y, &x, false);
    heap.grew(result.bytes());
    if (inPlace && static_cast<Builtin>(classOf(heap, a)) != Builtin::FrozenSet) {
        heap.get<Set>(a)->table = std::move(result);
        return a;
    }
    const bool frozen = isInstance(heap, a, Builtin::FrozenSet);
    const Value set = heap.set(frozen ? Builtin::FrozenSet : Builtin::Set);
    heap.get<Set>(set)->table = std::move(result);
    return set;
}

NativeResult mergeDicts(Context& context, Value a, Value b, bool inPlace)
{
    Heap& heap = context.heap;
    Value target = a;
    if (!inPlace) {
        target = heap.dict();
        heap.get<Dict>(target)->table = heap.get<Dict>(a)->table;
    }
    const std::vector<Table::Entry> entries = heap.get<Dict>(b)->table.entries();
    for (const Table::Entry& entry : entries)
        if (!entry.key.isNull()) {
            Table& table = heap.get<Dict>(target)->table;
            store(heap, table, find(heap, table, entry.key), entry.key, entry.value);
        }
    return target;
}

/// dict.keys() and dict.items() take part in set operations as sets.
Value asSet(Heap& heap, Value value)
{
    const View* view = heap.get<View>(value);
    if (view == nullptr || static_cast<Builtin>(classOf(heap, value)) != Builtin::DictKeys)
        return value;
    const Value set = heap.set();
    for (const Table::Entry& entry : heap.get<Dict>(view->dict)->table.entries())
        if (!entry.key.isNull())
            heap.get<Set>(set)->table.append(entry.key, entry.hash, Value{});
    return set;
}

NativeResult indexError(Context& context, const char* what, const char* doing = "")
{
    return raise(context, Builtin::IndexError, std::string(what) + doing + " index out of range");
}

NativeResult indexTypeError(Context& context, const char* what, Value key)
{
    return raise(context, Builtin::TypeError,
                 std::string(what) + " indices must be integers or slices, not " +
                     typeName(context.heap, key));
}

/// Index within 0..length-1, or nothing.
std::optional<std::size_t> position(Value key, std::size_t length)
{
    const std::int64_t index = key.bits < 0 ? key.bits + static_cast<std::int64_t>(length) : key.bits;
    if (index < 0 || index >= static_cast<std::int64_t>(length))
        return std::nullopt;
    return static_cast<std::size_t>(index);
}

std::vector<Value> selected(const std::vector<Value>& items, const SliceRange& range)
{
    std::vector<Value> result;
    result.reserve(static_cast<std::size_t>(range.count));
    for (std::int64_t i = 0; i < range.count; ++i)
        result.push_back(items[static_cast<std::size_t>(range.start + i * range.step)]);
    return result;
}

std::string selectedText(const Str& text, const SliceRange& range)
{
    std::string result;
    if (range.step == 1) {
        const std::size_t from = byteOffset(text, range.start);
        return text.text.substr(from, byteOffset(text, range.start + range.count) - from);
    }
    for (std::int64_t i = 0; i < range.count; ++i) {
        const std::size_t from = byteOffset(text, range.start + i * range.step);
        result += text.text.substr(from, byteOffset(text, range.start + i * range.step + 1) - from);
    }
    return result;
}

NativeResult sliced(Context& context, Value container, const Slice& slice)
{
    Heap& heap = context.heap;
    const auto range = sliceRange(slice, nativeLength(heap, container));
    if (!range)
        return badSlice(context, slice);
    if (const List* list = heap.get<List>(container))
        return heap.list(selected(list->items, *range));
    if (const Tuple* tuple = heap.get<Tuple>(container))
        return heap.tuple(selected(tuple->items, *range));
    if (const Str* text = heap.get<Str>(container))
        return heap.str(selectedText(*text, *range));
    if (const Range* numbers = heap.get<Range>(container)) {
        const std::int64_t start = numbers->start + range->start * numbers->step;
        const std::int64_t step = numbers->step * range->step;
        return Value::ref(heap.allocate(Builtin::Range, Range{start, start + step * range->count, step}));
    }
    if (const MemoryView* view = heap.get<MemoryView>(container); view != nullptr && range->step == 1)
        return Value::ref(
            heap.allocate(Builtin::MemoryView,
                          MemoryView{view->object, view->begin + static_cast<std::size_t>(range->start),
                                     static_cast<std::size_t>(range->count)}));
    const std::string_view all = *bytesLike(heap, container);
    std::string data;
    for (std::int64_t i = 0; i < range->count; ++i)
        data += all[static_cast<std::size_t>(range->start + i * range->step)];
    return bytesLikeSample(heap, container, std::move(data));
}

NativeResult unhashable(Context& context, Handle cls)
{
    return raise(context, Builtin::TypeError, "unhashable type: '" + className(context.heap, cls) + "'");
}

NativeResult redispatch(const char* name, std::vector<Value> arguments)
{
    NativeResult result = NativeResult::prelude(name);
    result.arguments = std::move(arguments);
    return result;
}

NativeResult dictItem(Context& context, Value container, Value key)
{
    const Table& table = context.heap.get<Dict>(container)->table;
    const Found found = find(context.heap, table, key);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashable(context, found.hash.cls);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return redispatch("_dict_getitem", {container, key});
    if (found.position != Table::npos)
        return table.at(found.position).value;
    const Value missing = overridingMethod(context.heap, container, Name::missing);
    if (!missing.isNull())
        return NativeResult::call(missing, {container, key});
    return NativeResult(NativeResult::Kind::Raise,
                        makeException(context, static_cast<Handle>(Builtin::KeyError), {key}));
}

NativeResult assignSlice(Context& context, Value container, const Slice& slice, Value value)
{
    Heap& heap = context.heap;
    auto& items = heap.get<List>(container)->items;
    const auto range = sliceRange(slice, static_cast<std::int64_t>(items.size()));
    if (!range)
        return badSlice(context, slice);
    std::vector<Value> source;
    if (const List* list = heap.get<List>(value))
        source = list->items;
    else if (const Tuple* tuple = heap.get<Tuple>(value))
        source = tuple->items;
    else
        return redispatch("_list_setslice", {container, Value{}, value});
    heap.grew(source.size() * sizeof(Value));
    if (range->step == 1) {
        const auto from = items.begin() + range->start;
        const auto at = items.erase(from, from + range->count);
        items.insert(at, source.begin(), source.end());
        return Value::none();
    }
    if (static_cast<std::int64_t>(source.size()) != range->count)
        return raise(context, Builtin::ValueError,
                     "attempt to assign sequence of size " + std::to_string(source.size()) +
                         " to extended slice of size " + std::to_string(range->count));
    for (std::int64_t i = 0; i < range->count; ++i)
        items[static_cast<std::size_t>(range->start + i * range->step)] = source[static_cast<std::size_t>(i)];
    return Value::none();
}

NativeResult deleteSlice(Context& context, std::vector<Value>& items, const Slice& slice)
{
    const auto range = sliceRange(slice, static_cast<std::int64_t>(items.size()));
    if (!range)
        return badSlice(context, slice);
    std::vector<bool> gone(items.size());
    for (std::int64_t i = 0; i < range->count; ++i)
        gone[static_cast<std::size_t>(range->start + i * range->step)] = true;
    std::vector<Value> rest;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!gone[i])
            rest.push_back(items[i]);
    items = std::move(rest);
    return Value::none();
}

NativeResult containsAmong(Context& context, Value container, const std::vector<Value>& items, Value item)
{
    for (const Value candidate : items) {
        if (candidate == item)
            return Value::of(true);
        const Answer same = equal(context.heap, candidate, item);
        if (same == Answer::NeedsPython)
            return redispatch("_contains", {container, item});
        if (same == Answer::Yes)
            return Value::of(true);
    }
    return Value::of(false);
}

NativeResult containsKey(Context& context, Value container, const Table& table, Value item)
{
    const Found found = find(context.heap, table, item);
    if (found.hash.kind == Hash::Kind::Unhashable)
        return unhashable(context, found.hash.cls);
    if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
        return redispatch("_contains_key", {container, item});
    return Value::of(found.position != Table::npos);
}

} // namespace

const char* symbol(BinaryKind kind)
{
    return symbols[static_cast<std::size_t>(kind)];
}

NativeResult intOverflow(Context& context)
{
    return raise(context, Builtin::OverflowError, "the machine's ints have 64 bits; this result needs more");
}

bool tooBig(const Context& context, std::uint64_t bytes)
{
    return bytes > context.heap.byteLimit() || context.heap.bytesUsed() + bytes > context.heap.byteLimit();
}

std::optional<std::int64_t> asIndex(Value value)
{
    return value.isIntegral() ? std::optional(value.bits) : std::nullopt;
}

std::optional<std::int64_t> power(std::int64_t base, std::int64_t exponent)
{
    std::int64_t result = 1;
    while (exponent > 0) {
        if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result))
            return std::nullopt;
        exponent >>= 1;
        if (exponent > 0 && __builtin_mul_overflow(base, base, &base))
            return std::nullopt;
    }
    return result;
}

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    const std::int64_t quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}
std::int64_t floorModulo(std::int64_t a, std::int64_t b)
{
    const std::int64_t rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}
double floorModulo(double a, double b)
{
    const double rest = std::fmod(a, b);
    if (rest == 0)
        return std::copysign(0.0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

NativeResult binaryOperator(Context& context, BinaryKind kind, Value a, Value b, bool inPlace)
{
    Heap& heap = context.heap;
    if (a.isIntegral() && b.isIntegral())
        return intOperator(context, kind, a, b);
    if (a.isNumber() && b.isNumber())
        return floatOperator(context, kind, toDouble(a), toDouble(b));
    if (kind == BinaryKind::Remainder && (heap.get<Str>(a) != nullptr || heap.get<Bytes>(a) != nullptr))
        return percentFormat(context, a, b);
    if (kind == BinaryKind::Multiply && repeatable(heap, a) && b.isIntegral())
        return repeat(context, a, b, inPlace);
    if (kind == BinaryKind::Multiply && repeatable(heap, b) && a.isIntegral())
        return repeat(context, b, a, false);
    if (kind == BinaryKind::Multiply && (repeatable(heap, a) || repeatable(heap, b)))
        return raise(context, Builtin::TypeError,
                     "can't multiply sequence by non-int of type '" +
                         typeName(heap, repeatable(heap, a) ? b : a) + "'");
    if (kind == BinaryKind::Add)
        return concatenate(context, a, b, inPlace);
    if (kind == BinaryKind::Or && heap.get<Dict>(a) != nullptr && heap.get<Dict>(b) != nullptr)
        return mergeDicts(context, a, b, inPlace);
    if (kind == BinaryKind::Or || kind == BinaryKind::And || kind == BinaryKind::Subtract ||
        kind == BinaryKind::Xor) {
        const Value x = asSet(heap, a);
        const Value y = asSet(heap, b);
        if (heap.get<Set>(x) != nullptr && heap.get<Set>(y) != nullptr)
            return setOperator(context, kind, x, y, inPlace);
    }
    if (kind == BinaryKind::Or && (heap.get<Class>(a) != nullptr || a.isNone()) &&
        (heap.get<Class>(b) != nullptr || b.isNone()))
        return heap.tuple({a, b}); // int | None in annotations and isinstance
    return notImplemented();
}

NativeResult unsupportedOperands(Context& context, BinaryKind kind, Value a, Value b, bool inPlace)
{
    const char* sign = (inPlace ? inPlaceSymbols : symbols)[static_cast<std::size_t>(kind)];
    return raise(context, Builtin::TypeError,
                 std::string("unsupported operand type(s) for ") + sign + ": '" + typeName(context.heap, a) +
                     "' and '" + typeName(context.heap, b) + "'");
}

const char* symbol(Comparison op)
{
    constexpr const char* texts[] = {"<", "<=", "==", "!=", ">", ">="};
    return texts[static_cast<std::size_t>(op)];
}

namespace {

/// Sets are ordered by inclusion.
std::optional<bool> compareSets(const Heap& heap, Comparison op, const Table& a, const Table& b)
{
    const auto within = [&](const Table& x, const Table& y) {
        return std::all_of(x.entries().begin(), x.entries().end(), [&](const Table::Entry& entry) {
            return entry.key.isNull() || find(heap, y, entry.key).position != Table::npos;
        });
    };
    switch (op) {
    case Comparison::Less:
        return a.size() < b.size() && within(a, b);
    case Comparison::LessEqual:
        return within(a, b);
    case Comparison::Greater:
        return b.size() < a.size() && within(b, a);
    case Comparison::GreaterEqual:
        return within(b, a);
    default:
        return std::nullopt;
    }
}

} // namespace

NativeResult comparison(Context& context, Comparison op, Value a, Value b)
{
    const Heap& heap = context.heap;
    if (op == Comparison::Equal || op == Comparison::NotEqual) {
        const Answer same = equal(heap, a, b);
        if (same == Answer::NeedsPython)
            return redispatch(op == Comparison::Equal ? "_eq" : "_ne", {a, b});
        return Value::of((same == Answer::Yes) == (op == Comparison::Equal));
    }
    const Value setA = asSet(context.heap, a);
    const Value setB = asSet(context.heap, b);
    if (heap.get<Set>(setA) != nullptr && heap.get<Set>(setB) != nullptr)
        return Value::of(
            compareSets(heap, op, heap.get<Set>(setA)->table, heap.get<Set>(setB)->table).value_or(false));
    switch (compare(heap, a, b)) {
    case Order::Less:
        return Value::of(op == Comparison::Less || op == Comparison::LessEqual);
    case Order::Equal:
        return Value::of(op == Comparison::LessEqual || op == Comparison::GreaterEqual);
    case Order::Greater:
        return Value::of(op == Comparison::Greater || op == Comparison::GreaterEqual);
    case Order::None:
        return Value::of(false);
    case Order::Unordered:
        return notImplemented();
    case Order::NeedsPython:
        return redispatch("_order", {context.heap.intern(symbol(op)), a, b});
    }
    return notImplemented();
}

std::int64_t nativeLength(const Heap& heap, Value value)
{
    if (!value.isRef())
        return -1;
    const Body& body = heap[value.asRef()].body;
    if (const auto* text = std::get_if<Str>(&body))
        return text->length;
    if (const auto* list = std::get_if<List>(&body))
        return static_cast<std::int64_t>(list->items.size());
    if (const auto* tuple = std::get_if<Tuple>(&body))
        return static_cast<std::int64_t>(tuple->items.size());
    if (const auto* dict = std::get_if<Dict>(&body))
        return static_cast<std::int64_t>(dict->table.size());
    if (const auto* set = std::get_if<Set>(&body))
        return static_cast<std::int64_t>(set->table.size());
    if (const auto data = bytesLike(heap, value))
        return static_cast<std::int64_t>(data->size());
    if (const auto* view = std::get_if<View>(&body))
        return nativeLength(heap, view->dict);
    if (const auto* range = std::get_if<Range>(&body)) {
        if (range->step > 0)
            return range->start < range->stop ? (range->stop - 1 - range->start) / range->step + 1 : 0;
        return range->start > range->stop ? (range->start - 1 - range->stop) / -range->step + 1 : 0;
    }
    return -1;
}

std::optional<SliceRange> sliceRange(const Slice& slice, std::int64_t length)
{
    for (const Value part : {slice.start, slice.stop, slice.step})
        if (!part.isNone() && !part.isIntegral())
            return std::nullopt;
    SliceRange range;
    range.step = slice.step.isNone() ? 1 : slice.step.bits;
    if (range.step == 0)
        return std::nullopt;
    const std::int64_t low = range.step < 0 ? -1 : 0;
    const std::int64_t high = range.step < 0 ? length - 1 : length;
    const auto bound = [&](Value part, std::int64_t absent) {
        if (part.isNone())
            return absent;
        return std::clamp(part.bits < 0 ? part.bits + length : part.bits, low, high);
    };
    range.start = bound(slice.start, range.step < 0 ? high : low);
    const std::int64_t stop = bound(slice.stop, range.step < 0 ? low : high);
    if (range.step > 0)
        range.count = range.start < stop ? (stop - 1 - range.start) / range.step + 1 : 0;
    else
        range.count = range.start > stop ? (range.start - 1 - stop) / -range.step + 1 : 0;
    return range;
}

NativeResult badSlice(Context& context, const Slice& slice)
{
    if (slice.step.isIntegral() && slice.step.bits == 0)
        return raise(context, Builtin::ValueError, "slice step cannot be zero");
    return raise(context, Builtin::TypeError,
                 "slice indices must be integers or None or have an __index__ method");
}

std::size_t byteOffset(const Str& text, std::int64_t index)
{
    if (text.length == text.text.size())
        return static_cast<std::size_t>(index);
    std::size_t offset = 0;
    for (; index > 0 && offset < text.text.size(); --index)
        do
            ++offset;
        while (offset < text.text.size() && (static_cast<unsigned char>(text.text[offset]) & 0xC0) == 0x80);
    return offset;
}

NativeResult subscript(Context& context, Value container, Value key)
{
    Heap& heap = context.heap;
    if (heap.get<Dict>(container) != nullptr)
        return dictItem(context, container, key);
    const std::int64_t length = nativeLength(heap, container);
    const bool sequence =
        length >= 0 && heap.get<Set>(container) == nullptr && heap.get<View>(container) == nullptr;
    if (!sequence) {
        if (const Class* cls = heap.get<Class>(container))
            return cls->name.empty() ? NativeResult(Value::none())
                                     : NativeResult(container); // list[int] in annotations
        return raise(context, Builtin::TypeError,
                     "'" + typeName(heap, container) + "' object is not subscriptable");
    }
    if (const Slice* slice = heap.get<Slice>(key))
        return sliced(context, container, *slice);
    const char* what = heap.get<List>(container) != nullptr    ? "list"
                       : heap.get<Tuple>(container) != nullptr ? "tuple"
                       : heap.get<Str>(container) != nullptr   ? "string"
                       : isByteArray(heap, container)          ? "bytearray"
                       : heap.get<Bytes>(container) != nullptr ? "byte"
                                                               : "range";
    if (!key.isIntegral()) {
        const Value method = pythonMethod(heap, key, Name::index);
        if (!method.isNull())
            return redispatch("_subscript_index", {container, key});
        if (heap.get<Str>(container) != nullptr)
            return raise(context, Builtin::TypeError,
                         "string indices must be integers, not '" + typeName(heap, key) + "'");
        return indexTypeError(context, what, key);
    }
    const auto at = position(key, static_cast<std::size_t>(length));
    if (!at)
        return heap.get<Range>(container) != nullptr
                   ? raise(context, Builtin::IndexError, "range object index out of range")
               : heap.get<Bytes>(container) != nullptr && !isByteArray(heap, container)
                   ? raise(context, Builtin::IndexError, "index out of range")
               : heap.get<MemoryView>(container) != nullptr
                   ? raise(context, Builtin::IndexError, "index out of bounds on dimension 1")
                   : indexError(context, what);
    if (const List* list = heap.get<List>(container))
        return list->items[*at];
    if (const Tuple* tuple = heap.get<Tuple>(container))
        return tuple->items[*at];
    if (const Range* range = heap.get<Range>(container))
        return Value::of(range->start + static_cast<std::int64_t>(*at) * range->step);
    if (const auto data = bytesLike(heap, container))
        return Value::of(static_cast<std::int64_t>(static_cast<unsigned char>((*data)[*at])));
    return heap.str(selectedText(*heap.get<Str>(container), {static_cast<std::int64_t>(*at), 1, 1}));
}

NativeResult setSubscript(Context& context, Value container, Value key, Value value)
{
    Heap& heap = context.heap;
    if (Dict* dict = heap.get<Dict>(container)) {
        const Found found = find(heap, dict->table, key);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return unhashable(context, found.hash.cls);
        if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
            return redispatch("_dict_setitem", {container, key, value});
        store(heap, dict->table, found, key, value);
        return Value::none();
    }
    if (bytesLike(heap, container))
        return setByte(context, container, key, value);
    List* list = heap.get<List>(container);
    if (list == nullptr)
        return raise(context, Builtin::TypeError,
                     "'" + typeName(heap, container) + "' object does not support item assignment");
    if (const Slice* slice = heap.get<Slice>(key)) {
        NativeResult result = assignSlice(context, container, *slice, value);
        if (result.kind == NativeResult::Kind::Prelude)
            result.arguments[1] = key;
        return result;
    }
    if (!key.isIntegral())
        return indexTypeError(context, "list", key);
    const auto at = position(key, list->items.size());
    if (!at)
        return indexError(context, "list", " assignment");
    list->items[*at] = value;
    return Value::none();
}

NativeResult deleteSubscript(Context& context, Value container, Value key)
{
    Heap& heap = context.heap;
    if (Dict* dict = heap.get<Dict>(container)) {
        const Found found = find(heap, dict->table, key);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return unhashable(context, found.hash.cls);
        if (found.needsPython || found.hash.kind == Hash::Kind::NeedsPython)
            return redispatch("_dict_delitem", {container, key});
        if (found.position == Table::npos)
            return NativeResult(NativeResult::Kind::Raise,
                                makeException(context, static_cast<Handle>(Builtin::KeyError), {key}));
        dict->table.erase(found.position);
        return Value::none();
    }
    if (bytesLike(heap, container))
        return deleteByte(context, container, key);
    List* list = heap.get<List>(container);
    if (list == nullptr)
        return raise(context, Builtin::TypeError,
                     "'" + typeName(heap, container) + "' object doesn't support item deletion");
    if (const Slice* slice = heap.get<Slice>(key))
        return deleteSlice(context, list->items, *slice);
    if (!key.isIntegral())
        return indexTypeError(context, "list", key);
    const auto at = position(key, list->items.size());
    if (!at)
        return indexError(context, "list", " assignment");
    list->items.erase(list->items.begin() + static_cast<std::ptrdiff_t>(*at));
    return Value::none();
}

NativeResult containsItem(Context& context, Value container, Value item)
{
    const Heap& heap = context.heap;
    if (const Str* text = heap.get<Str>(container)) {
        const Str* part = heap.get<Str>(item);
        if (part == nullptr)
            return raise(context, Builtin::TypeError,
                         "'in <string>' requires string as left operand, not " + typeName(heap, item));
        return Value::of(text->text.find(part->text) != std::string::npos);
    }
    if (const List* list = heap.get<List>(container))
        return containsAmong(context, container, list->items, item);
    if (const Tuple* tuple = heap.get<Tuple>(container))
        return containsAmong(context, container, tuple->items, item);
    if (const Dict* dict = heap.get<Dict>(container))
        return containsKey(context, container, dict->table, item);
    if (const Set* set = heap.get<Set>(container))
        return containsKey(context, container, set->table, item);
    if (const View* view = heap.get<View>(container);
        view != nullptr && static_cast<Builtin>(classOf(heap, container)) == Builtin::DictKeys)
        return containsKey(context, view->dict, heap.get<Dict>(view->dict)->table, item);
    if (const Range* range = heap.get<Range>(container); range != nullptr && item.isIntegral()) {
        const bool inside = range->step > 0 ? item.bits >= range->start && item.bits < range->stop
                                            : item.bits <= range->start && item.bits > range->stop;
        return Value::of(inside && (item.bits - range->start) % range->step == 0);
    }
    if (bytesLike(heap, container))
        return containsByte(context, container, item);
    return notImplemented();
}

} // namespace il::machine
