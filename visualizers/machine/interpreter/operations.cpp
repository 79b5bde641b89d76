// Operators, subscripts, iteration, unpacking: where special methods written in Python come before the
// builtin meaning.
#include "machine/interpreter/executor.h"

#include "machine/builtins/format.h"
#include "machine/builtins/iteration.h"

namespace il::machine {

using script::BinaryKind;
using script::inPlace;

namespace {

Name operatorName(Name first, std::uint32_t kind)
{
    return static_cast<Name>(static_cast<std::uint32_t>(first) + kind);
}

bool builtinOperands(const Heap& heap, Value a, Value b)
{
    return isBuiltinClass(classOf(heap, a)) && isBuiltinClass(classOf(heap, b));
}

bool derivesFrom(const Heap& heap, Value derived, Value base)
{
    const Handle a = classOf(heap, derived);
    const Handle b = classOf(heap, base);
    return a != b && isSubclass(heap, a, b);
}

} // namespace

/// a op b with the operands on the stack. Stages: 0 in-place, 1 reflected of a derived class, 2 left, 3
/// reflected, 4 builtin.
bool Executor::binary(std::uint32_t kind, std::uint32_t stage)
{
    const bool isInPlace = kind >= inPlace;
    const std::uint32_t plain = isInPlace ? kind - inPlace : kind;
    const Value a = top(2);
    const Value b = top(1);
    if (builtinOperands(m_heap, a, b))
        stage = 4;
    for (; stage < 4; ++stage) {
        Value method;
        const bool reflected = stage == 1 || stage == 3;
        if (stage == 0 && isInPlace)
            method = pythonMethod(m_heap, a, operatorName(Name::iadd, plain));
        else if (stage == 2)
            method = pythonMethod(m_heap, a, operatorName(Name::add, plain));
        else if ((stage == 1 && derivesFrom(m_heap, b, a)) ||
                 (stage == 3 && !derivesFrom(m_heap, b, a) && classOf(m_heap, a) != classOf(m_heap, b)))
            method = pythonMethod(m_heap, b, operatorName(Name::radd, plain));
        if (method.isNull())
            continue;
        return invoke(method, {reflected ? b : a, reflected ? a : b},
                      {Then::Binary, kind << 8 | (stage + 1)});
    }
    NativeResult result = binaryOperator(m_context, static_cast<BinaryKind>(plain), a, b, isInPlace);
    if (result.kind == NativeResult::Kind::Return && result.value.tag == Tag::NotImplemented)
        result = unsupportedOperands(m_context, static_cast<BinaryKind>(plain), a, b, isInPlace);
    frame().top -= 2;
    return settle(result, {}, {}, {});
}

/// Stages: 1 reflected of a derived class, 2 left, 3 reflected, 4 builtin.
bool Executor::compareInstruction(std::uint32_t op, std::uint32_t stage)
{
    constexpr Name methods[] = {Name::lt, Name::le, Name::eq, Name::ne, Name::gt, Name::ge};
    constexpr std::uint32_t mirrored[] = {4, 5, 2, 3, 0, 1};
    const Value a = top(2);
    const Value b = top(1);
    const auto comparisonOp = static_cast<Comparison>(op);
    const bool equality = comparisonOp == Comparison::Equal || comparisonOp == Comparison::NotEqual;
    bool python = false;
    if (!builtinOperands(m_heap, a, b)) {
        for (; stage < 4; ++stage) {
            const bool reflected = stage == 1 || stage == 3;
            if (stage == 0 || (stage == 1 && !derivesFrom(m_heap, b, a)) ||
                (stage == 3 && derivesFrom(m_heap, b, a)))
                continue;
            const Value self = reflected ? b : a;
            Value method = pythonMethod(m_heap, self, methods[reflected ? mirrored[op] : op]);
            bool invert = false;
            if (method.isNull() && comparisonOp == Comparison::NotEqual) {
                method = pythonMethod(m_heap, self, Name::eq);
                invert = true;
            }
            if (method.isNull())
                continue;
            return invoke(method, {self, reflected ? a : b},
                          {Then::Binary, (invert ? 0x20000u : 0u) | 0x10000u | op << 8 | (stage + 1)});
        }
        const Name relevant = equality ? Name::eq : methods[op];
        python = !pythonMethod(m_heap, a, relevant).isNull() || !pythonMethod(m_heap, b, relevant).isNull();
        for (const Name name : {Name::lt, Name::gt, Name::le, Name::ge})
            python = python || (!equality && (!pythonMethod(m_heap, a, name).isNull() ||
                                              !pythonMethod(m_heap, b, name).isNull()));
    }
    NativeResult result = !python ? comparison(m_context, comparisonOp, a, b)
                          : equality
                              ? NativeResult(Value::of((a == b) == (comparisonOp == Comparison::Equal)))
                              : NativeResult(Value::notImplemented());
    if (result.kind == NativeResult::Kind::Return && result.value.tag == Tag::NotImplemented)
        result = raise(m_context, Builtin::TypeError,
                       std::string("'") + symbol(comparisonOp) + "' not supported between instances of '" +
                           typeName(m_heap, a) + "' and '" + typeName(m_heap, b) + "'");
    frame().top -= 2;
    return settle(result, {}, {}, {});
}

bool Executor::unary(script::Opcode op)
{
    const Value value = pop();
    const Name name = op == script::Opcode::UnaryNegative   ? Name::neg
                      : op == script::Opcode::UnaryPositive ? Name::pos
                                                            : Name::invert;
    const Value method = pythonMethod(m_heap, value, name);
    if (!method.isNull())
        return invoke(method, {value});
    if (value.isFloat() && name != Name::invert) {
        push(Value::of(name == Name::neg ? -value.asFloat() : value.asFloat()));
        return true;
    }
    if (value.isIntegral()) {
        if (name == Name::neg && value.bits == INT64_MIN) {
            NativeResult overflow = intOverflow(m_context);
            return settle(overflow, {}, {}, {});
        }
        push(Value::of(name == Name::neg ? -value.bits : name == Name::pos ? value.bits : ~value.bits));
        return true;
    }
    const char* sign = name == Name::neg ? "-" : name == Name::pos ? "+" : "~";
    return raiseError(Builtin::TypeError, std::string("bad operand type for unary ") + sign + ": '" +
                                              typeName(m_heap, value) + "'");
}

bool Executor::contains(bool inverted)
{
    const Value container = pop();
    const Value item = pop();
    const Continuation then{Then::Contains, inverted ? 1u : 0u};
    const Value method = overridingMethod(m_heap, container, Name::contains);
    if (!method.isNull())
        return invoke(method, {container, item}, then);
    NativeResult result = containsItem(m_context, container, item);
    if (result.kind != NativeResult::Kind::Return || result.value.tag != Tag::NotImplemented)
        return settle(result, {}, {}, then);
    if (auto error = notIterable(m_context, container)) {
        return raiseError(Builtin::TypeError,
                          "argument of type '" + typeName(m_heap, container) + "' is not iterable");
    }
    return invokePrelude("_contains", std::vector<Value>{container, item}, {}, then);
}

bool Executor::subscriptInstruction()
{
    const Value key = pop();
    const Value container = pop();
    const Value method = overridingMethod(m_heap, container, Name::getitem);
    if (!method.isNull())
        return invoke(method, {container, key});
    if (const Class* cls = m_heap.get<Class>(container);
        cls != nullptr && !isBuiltinClass(container.asRef())) {
        const Attribute item = findAttribute(m_context, container, m_heap.intern("__class_getitem__"));
        if (item.kind == Attribute::Kind::Bound)
            return invoke(item.value, {item.self, key});
    }
    NativeResult result = subscript(m_context, container, key);
    if (m_context.recorder != nullptr && result.kind == NativeResult::Kind::Return &&
        codeOf(frame()).origin == Origin::User)
        m_context.recorder->item(m_context, container, key, result.value, false);
    return settle(result, {}, {}, {});
}

bool Executor::storeSubscriptInstruction()
{
    const Value key = pop();
    const Value container = pop();
    const Value value = pop();
    const Value method = overridingMethod(m_heap, container, Name::setitem);
    if (!method.isNull())
        return invoke(method, {container, key, value}, {Then::Drop, 0});
    NativeResult result = setSubscript(m_context, container, key, value);
    if (m_context.recorder != nullptr && result.kind == NativeResult::Kind::Return &&
        codeOf(frame()).origin == Origin::User)
        m_context.recorder->item(m_context, container, key, value, true);
    return settle(result, {}, {}, {Then::Drop, 0});
}

bool Executor::deleteSubscriptInstruction()
{
    const Value key = pop();
    const Value container = pop();
    const Value method = overridingMethod(m_heap, container, Name::delitem);
    if (!method.isNull())
        return invoke(method, {container, key}, {Then::Drop, 0});
    NativeResult result = deleteSubscript(m_context, container, key);
    return settle(result, {}, {}, {Then::Drop, 0});
}

bool Executor::getIterator()
{
    const Value iterable = top();
    if (m_heap.get<Generator>(iterable) != nullptr)
        return true;
    const Value iterator = makeIterator(m_heap, iterable);
    if (!iterator.isNull()) {
        top() = iterator;
        return true;
    }
    pop();
    const Value method = overridingMethod(m_heap, iterable, Name::iter);
    if (method.isNone() || method.isNull()) {
        if (auto error = notIterable(m_context, iterable))
            return raiseValue(error->value);
        return invokePrelude("_sequence_iterator", std::vector<Value>{iterable}, {}, {});
    }
    return invoke(method, {iterable});
}

bool Executor::forIter(std::uint32_t target)
{
    const Value iterator = top();
    if (m_heap.get<Iterator>(iterator) != nullptr) {
        Value item;
        switch (nextItem(m_heap, iterator, item)) {
        case Step::Item:
            push(item);
            return true;
        case Step::End:
            return exhausted(target);
        case Step::Changed:
            return raiseError(Builtin::RuntimeError,
                              m_heap.get<Set>(m_heap.get<Iterator>(iterator)->source) != nullptr
                                  ? "Set changed size during iteration"
                                  : "dictionary changed size during iteration");
        }
    }
    if (const Generator* generator = m_heap.get<Generator>(iterator)) {
        if (generator->state == Generator::State::Done)
            return exhausted(target);
        return resumeGenerator(iterator.asRef(), Value::none(), {Then::ForIter, target});
    }
    const Value method = overridingMethod(m_heap, iterator, Name::next);
    if (method.isNull())
        return raiseError(Builtin::TypeError,
                          "iter() returned non-iterator of type '" + typeName(m_heap, iterator) + "'");
    return invoke(method, {iterator}, {Then::ForIter, target});
}

/// (iterator, sent) -> (iterator, yielded), or (result) at `target`.
bool Executor::sendInstruction(std::uint32_t target)
{
    const Value sent = pop();
    const Value iterator = top();
    if (m_heap.get<Generator>(iterator) != nullptr)
        return resumeGenerator(iterator.asRef(), sent, {Then::Send, target});
    if (m_heap.get<Iterator>(iterator) != nullptr) {
        Value item;
        if (nextItem(m_heap, iterator, item) == Step::Item) {
            push(item);
            return true;
        }
        top() = Value::none();
        frame().pc = target;
        return true;
    }
    const Value method = overridingMethod(m_heap, iterator, Name::next);
    return invoke(method, {iterator}, {Then::Send, target});
}

bool Executor::formatInstruction(std::uint32_t arg)
{
    const Value spec = (arg & 4) != 0 ? pop() : Value{};
    const Value value = pop();
    const std::uint32_t conversion = arg & 3;
    const std::string specText = spec.isNull() ? std::string() : m_heap.get<Str>(spec)->text;
    if (conversion == 3) {
        const std::vector<Value> arguments = {value, Value::of(std::int64_t{3}), m_heap.str(specText)};
        return invokePrelude("_format_converted", arguments, {}, {});
    }
    if (conversion != 0) {
        const auto text = conversion == 1 ? str(m_heap, value) : repr(m_heap, value);
        if (!text) {
            const std::vector<Value> arguments = {value, Value::of(static_cast<std::int64_t>(conversion)),
                                                  m_heap.str(specText)};
            return invokePrelude("_format_converted", arguments, {}, {});
        }
        NativeResult result = formatValue(m_context, m_heap.str(*text), specText);
        return settle(result, {}, {}, {});
    }
    NativeResult result = formatValue(m_context, value, specText);
    return settle(result, {}, {}, {});
}

bool Executor::unpackSequence(std::uint32_t count)
{
    const Value sequence = pop();
    const auto items = collect(m_heap, sequence);
    if (!items) {
        if (auto error = notIterable(m_context, sequence))
            return raiseError(Builtin::TypeError,
                              "cannot unpack non-iterable " + typeName(m_heap, sequence) + " object");
        --frame().pc; // once more, with a list
        return invokePrelude("_collect", std::vector<Value>{sequence}, {}, {});
    }
    if (items->size() > count)
        return raiseError(Builtin::ValueError,
                          "too many values to unpack (expected " + std::to_string(count) + ")");
    if (items->size() < count)
        return raiseError(Builtin::ValueError, "not enough values to unpack (expected " +
                                                   std::to_string(count) + ", got " +
                                                   std::to_string(items->size()) + ")");
    for (std::size_t i = count; i-- > 0;)
        push((*items)[i]);
    return true;
}

/// arg: number of targets before the starred one | number after it << 8.
bool Executor::unpackEx(std::uint32_t arg)
{
    const std::size_t before = arg & 0xFF;
    const std::size_t after = arg >> 8;
    const Value sequence = pop();
    const auto items = collect(m_heap, sequence);
    if (!items) {
        if (auto error = notIterable(m_context, sequence))
            return raiseError(Builtin::TypeError,
                              "cannot unpack non-iterable " + typeName(m_heap, sequence) + " object");
        --frame().pc;
        return invokePrelude("_collect", std::vector<Value>{sequence}, {}, {});
    }
    if (items->size() < before + after)
        return raiseError(Builtin::ValueError, "not enough values to unpack (expected at least " +
                                                   std::to_string(before + after) + ", got " +
                                                   std::to_string(items->size()) + ")");
    const auto tail = items->end() - static_cast<std::ptrdiff_t>(after);
    for (auto it = items->end(); it != tail;)
        push(*--it);
    push(m_heap.list({items->begin() + static_cast<std::ptrdiff_t>(before), tail}));
    for (std::size_t i = before; i-- > 0;)
        push((*items)[i]);
    return true;
}

/// ListExtend, SetUpdate, DictUpdate, DictMerge: the container lies `depth` below the iterable.
bool Executor::extend(script::Opcode op, std::uint32_t depth)
{
    const Value source = pop();
    const Value target = top(depth);
    if (op == script::Opcode::DictUpdate || op == script::Opcode::DictMerge) {
        const Dict* dict = m_heap.get<Dict>(source);
        if (dict == nullptr)
            return op == script::Opcode::DictMerge
                       ? raiseError(Builtin::TypeError,
                                    "argument after ** must be a mapping, not " + typeName(m_heap, source))
                       : raiseError(Builtin::TypeError,
                                    "'" + typeName(m_heap, source) + "' object is not a mapping");
        const std::vector<Table::Entry> entries = dict->table.entries();
        Table& table = m_heap.get<Dict>(target)->table;
        for (const Table::Entry& entry : entries) {
            if (entry.key.isNull())
                continue;
            const Found found = find(m_heap, table, entry.key);
            if (op == script::Opcode::DictMerge && found.position != Table::npos)
                return raiseError(Builtin::TypeError,
                                  "got multiple values for keyword argument " + describe(m_heap, entry.key));
            store(m_heap, table, found, entry.key, entry.value);
        }
        return true;
    }
    const auto items = collect(m_heap, source);
    if (!items) {
        if (auto error = notIterable(m_context, source))
            return op == script::Opcode::ListExtend
                       ? raiseError(Builtin::TypeError,
                                    "Value after * must be an iterable, not " + typeName(m_heap, source))
                       : raiseValue(error->value);
        --frame().pc;
        return invokePrelude("_collect", std::vector<Value>{source}, {}, {});
    }
    if (List* list = m_heap.get<List>(target)) {
        list->items.insert(list->items.end(), items->begin(), items->end());
        m_heap.grew(items->size() * sizeof(Value));
        return true;
    }
    Table& table = m_heap.get<Set>(target)->table;
    for (const Value item : *items) {
        const Found found = find(m_heap, table, item);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return raiseError(Builtin::TypeError,
                              "unhashable type: '" + className(m_heap, found.hash.cls) + "'");
        store(m_heap, table, found, item, Value{});
    }
    return true;
}

bool Executor::needTruth()
{
    const Value value = top();
    switch (truth(m_heap, value)) {
    case Answer::Yes:
    case Answer::No:
        top() = Value::of(truth(m_heap, value) == Answer::Yes);
        --frame().pc;
        return true;
    case Answer::NeedsPython:
        break;
    }
    --frame().pc;
    Value method = pythonMethod(m_heap, value, Name::bool_);
    if (method.isNull())
        method = pythonMethod(m_heap, value, Name::len);
    return invoke(method, {value}, {Then::Retry, 0});
}

bool Executor::buildMap(std::uint32_t count, bool constKeys)
{
    const Value dict = m_heap.dict();
    std::vector<Value> keys;
    if (constKeys)
        keys = m_heap.get<Tuple>(pop())->items;
    const std::vector<Value> values = popMany(constKeys ? count : count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        const Value key = constKeys ? keys[i] : values[i * 2];
        const Value value = constKeys ? values[i] : values[i * 2 + 1];
        Table& table = m_heap.get<Dict>(dict)->table;
        const Found found = find(m_heap, table, key);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return raiseError(Builtin::TypeError,
                              "unhashable type: '" + className(m_heap, found.hash.cls) + "'");
        if (found.hash.kind == Hash::Kind::NeedsPython || found.needsPython) {
            std::vector<Value> pairs = {m_heap.tuple(values)};
            return invokePrelude("_dict_of", pairs, {}, {});
        }
        store(m_heap, table, found, key, value);
    }
    push(dict);
    return true;
}

bool Executor::buildSet(std::uint32_t count)
{
    const std::vector<Value> values = popMany(count);
    const Value set = m_heap.set();
    Table& table = m_heap.get<Set>(set)->table;
    for (const Value value : values) {
        const Found found = find(m_heap, table, value);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return raiseError(Builtin::TypeError,
                              "unhashable type: '" + className(m_heap, found.hash.cls) + "'");
        if (found.hash.kind == Hash::Kind::NeedsPython || found.needsPython)
            return invokePrelude("_set_of", std::vector<Value>{m_heap.tuple(values)}, {}, {});
        if (found.position == Table::npos)
            store(m_heap, table, found, value, Value{});
    }
    push(set);
    return true;
}

bool Executor::mapAdd(std::uint32_t depth)
{
    const Value value = pop();
    const Value key = pop();
    NativeResult result = setSubscript(m_context, top(depth), key, value);
    return settle(result, {}, {}, {Then::Drop, 0});
}

} // namespace il::machine
