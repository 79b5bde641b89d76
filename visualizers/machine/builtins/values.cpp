#include "machine/builtins/values.h"

#include "machine/builtins/bytes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace il::machine {

namespace {

constexpr int maxDepth = 100; ///< nesting beyond which containers go to the prelude, whose depth is bounded

constexpr const char* nameTexts[] = {
#define IL_NAME(id, text) text,
    IL_NAMES(IL_NAME)
#undef IL_NAME
};

bool sameStr(const Heap& heap, Value a, Value b)
{
    if (a == b)
        return true;
    const Str* x = heap.get<Str>(a);
    const Str* y = heap.get<Str>(b);
    return x != nullptr && y != nullptr && x->hash == y->hash && x->text == y->text;
}

std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// -1 less, 0 equal, 1 greater, 2 unordered (NaN). Exact also where an int has more digits than a double.
int compareIntFloat(std::int64_t i, double d)
{
    if (std::isnan(d))
        return 2;
    if (d >= 9223372036854775808.0)
        return -1;
    if (d < -9223372036854775808.0)
        return 1;
    const auto whole = static_cast<std::int64_t>(d);
    if (i != whole)
        return i < whole ? -1 : 1;
    const double rest = d - static_cast<double>(whole);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

int compareNumbers(Value a, Value b)
{
    if (a.isIntegral() && b.isIntegral())
        return a.bits < b.bits ? -1 : a.bits > b.bits ? 1 : 0;
    if (a.isFloat() && b.isFloat()) {
        const double x = a.asFloat();
        const double y = b.asFloat();
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    }
    if (a.isFloat()) {
        const int order = compareIntFloat(b.bits, a.asFloat());
        return order == 2 ? 2 : -order;
    }
    return compareIntFloat(a.bits, b.asFloat());
}

Answer equalItems(const Heap& heap, const std::vector<Value>& a, const std::vector<Value>& b, int depth)
{
    if (a.size() != b.size())
        return Answer::No;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        const Answer same = equal(heap, a[i], b[i], depth + 1);
        if (same != Answer::Yes)
            return same;
    }
    return Answer::Yes;
}

Answer equalTables(const Heap& heap, const Table& a, const Table& b, bool values, int depth)
{
    if (a.size() != b.size())
        return Answer::No;
    for (const Table::Entry& entry : a.entries()) {
        if (entry.key.isNull())
            continue;
        const Found found = find(heap, b, entry.key);
        if (found.needsPython || found.hash.kind != Hash::Kind::Ok)
            return Answer::NeedsPython;
        if (found.position == Table::npos)
            return Answer::No;
        if (!values)
            continue;
        const Answer same = equal(heap, entry.value, b.at(found.position).value, depth + 1);
        if (same != Answer::Yes)
            return same;
    }
    return Answer::Yes;
}

std::int64_t rangeLength(const Range& range)
{
    if (range.step > 0)
        return range.start < range.stop ? (range.stop - 1 - range.start) / range.step + 1 : 0;
    return range.start > range.stop ? (range.start - 1 - range.stop) / -range.step + 1 : 0;
}

Order order(int sign)
{
    return sign < 0 ? Order::Less : sign > 0 ? Order::Greater : Order::Equal;
}

Order compareItems(const Heap& heap, const std::vector<Value>& a, const std::vector<Value>& b, int depth)
{
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (a[i] == b[i])
            continue;
        const Answer same = equal(heap, a[i], b[i], depth + 1);
        if (same == Answer::NeedsPython)
            return Order::NeedsPython;
        if (same == Answer::No)
            return compare(heap, a[i], b[i], depth + 1);
    }
    return order(a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0);
}

std::optional<std::string> joinRepr(const Heap& heap, const std::vector<Value>& items, int depth)
{
    std::string text;
    for (const Value item : items) {
        const auto part = repr(heap, item, depth + 1);
        if (!part)
            return std::nullopt;
        text += (text.empty() ? "" : ", ") + *part;
    }
    return text;
}

std::optional<std::string> reprTable(const Heap& heap, const Table& table, bool values, int depth)
{
    std::string text;
    for (const Table::Entry& entry : table.entries()) {
        if (entry.key.isNull())
            continue;
        const auto key = repr(heap, entry.key, depth + 1);
        const auto value = values ? repr(heap, entry.value, depth + 1) : std::string();
        if (!key || !value)
            return std::nullopt;
        text += (text.empty() ? "" : ", ") + *key;
        if (values)
            text += ": " + *value;
    }
    return text;
}

std::string qualifiedClass(const Heap& heap, Handle cls)
{
    const Class& body = heap.as<Class>(cls);
    const Str* module = heap.get<Str>(body.module);
    const Str* qualname = heap.get<Str>(body.qualname);
    const std::string name = qualname != nullptr ? qualname->text : body.name;
    return module == nullptr || module->text == "builtins" ? name : module->text + "." + name;
}

std::optional<std::string> reprException(const Heap& heap, Value value, const Exception& exception, int depth)
{
    const auto inner = joinRepr(heap, heap.get<Tuple>(exception.args)->items, depth);
    if (!inner)
        return std::nullopt;
    return typeName(heap, value) + "(" + *inner + ")";
}

std::string reprFunction(const Heap& heap, Value value, const Function& function)
{
    const Str* qualname = heap.get<Str>(function.qualname);
    return "<function " + (qualname != nullptr ? qualname->text : std::string("?")) + " at " +
           address(value) + ">";
}

std::string defaultRepr(const Heap& heap, Value value)
{
    return "<" + qualifiedClass(heap, classOf(heap, value)) + " object at " + address(value) + ">";
}

std::optional<std::string> reprView(const Heap& heap, Value value, const View& view, int depth)
{
    const Table& table = heap.get<Dict>(view.dict)->table;
    const auto kind = static_cast<Builtin>(classOf(heap, value));
    std::string text;
    for (const Table::Entry& entry : table.entries()) {
        if (entry.key.isNull())
            continue;
        const auto key = repr(heap, entry.key, depth + 1);
        const auto item = repr(heap, entry.value, depth + 1);
        if (!key || !item)
            return std::nullopt;
        text += text.empty() ? "" : ", ";
        text += kind == Builtin::DictKeys     ? *key
                : kind == Builtin::DictValues ? *item
                                              : "(" + *key + ", " + *item + ")";
    }
    return typeName(heap, value) + "([" + text + "])";
}

struct Repr {
    const Heap& heap;
    Value value;
    int depth;
    using Text = std::optional<std::string>;

    Text bracketed(const char* open, const Text& inner, const char* close) const
    {
        return inner ? Text(open + *inner + close) : std::nullopt;
    }
    Text operator()(const Str& body) const { return reprText(body.text); }
    Text operator()(const Bytes& body) const
    {
        const bool plain = !isSubclass(heap, classOf(heap, value), static_cast<Handle>(Builtin::ByteArray));
        return plain ? reprBytes(body.data) : typeName(heap, value) + "(" + reprBytes(body.data) + ")";
    }
    Text operator()(const MemoryView&) const { return "<memory at " + address(value) + ">"; }
    Text operator()(const Tuple& body) const
    {
        return bracketed("(", joinRepr(heap, body.items, depth), body.items.size() == 1 ? ",)" : ")");
    }
    Text operator()(const List& body) const { return bracketed("[", joinRepr(heap, body.items, depth), "]"); }
    Text operator()(const Dict& body) const
    {
        return bracketed("{", reprTable(heap, body.table, true, depth), "}");
    }
    Text operator()(const Set& body) const
    {
        const bool frozen = isSubclass(heap, classOf(heap, value), static_cast<Handle>(Builtin::FrozenSet));
        const bool plain = !frozen && isBuiltinClass(classOf(heap, value));
        const std::string name = typeName(heap, value);
        if (body.table.size() == 0)
            return name + "()";
        const Text inner = bracketed("{", reprTable(heap, body.table, false, depth), "}");
        return plain ? inner : bracketed((name + "(").c_str(), inner, ")");
    }
    Text operator()(const Range& body) const
    {
        std::string text = "range(" + std::to_string(body.start) + ", " + std::to_string(body.stop);
        return text + (body.step != 1 ? ", " + std::to_string(body.step) : "") + ")";
    }
    Text operator()(const Slice& body) const
    {
        return bracketed("slice(", joinRepr(heap, {body.start, body.stop, body.step}, depth), ")");
    }
    Text operator()(const Function& body) const { return reprFunction(heap, value, body); }
    Text operator()(const Method& body) const
    {
        const Function* function = heap.get<Function>(body.function);
        if (function == nullptr)
            return "<built-in method of " + typeName(heap, body.self) + " object at " + address(body.self) +
                   ">";
        const Text self = repr(heap, body.self, depth + 1);
        return bracketed(("<bound method " + heap.get<Str>(function->qualname)->text + " of ").c_str(), self,
                         ">");
    }
    Text operator()(const Class&) const { return "<class '" + qualifiedClass(heap, value.asRef()) + "'>"; }
    Text operator()(const Module& body) const { return "<module '" + body.name + "'>"; }
    Text operator()(const View& body) const { return reprView(heap, value, body, depth); }
    Text operator()(const Exception& body) const { return reprException(heap, value, body, depth); }
    Text operator()(const Generator& body) const
    {
        const Str* name = heap.get<Str>(body.name);
        return "<generator object " + (name != nullptr ? name->text : std::string()) + " at " +
               address(value) + ">";
    }
    template <class T>
    Text operator()(const T&) const
    {
        return defaultRepr(heap, value);
    }
};

Hash hashItems(const Heap& heap, const std::vector<Value>& items)
{
    Hash result;
    result.hash = 0x345678;
    for (const Value item : items) {
        const Hash part = hashOf(heap, item);
        if (part.kind != Hash::Kind::Ok)
            return part;
        result.hash = mix(result.hash * 1000003 + part.hash);
    }
    return result;
}

Hash hashSet(const Heap& heap, Value value, const Table& table)
{
    if (!isInstance(heap, value, Builtin::FrozenSet))
        return {Hash::Kind::Unhashable, 0, classOf(heap, value)};
    Hash result;
    for (const Table::Entry& entry : table.entries())
        if (!entry.key.isNull())
            result.hash += mix(entry.hash + 1);
    return result;
}

Hash hashRef(const Heap& heap, Value value)
{
    const Object& object = heap[value.asRef()];
    if (const auto* text = std::get_if<Str>(&object.body); text != nullptr && isBuiltinClass(object.cls))
        return {Hash::Kind::Ok, text->hash, 0};
    if (!isBuiltinClass(object.cls)) {
        const Value method = lookup(heap, object.cls, Name::hash);
        if (method.isNone())
            return {Hash::Kind::Unhashable, 0, object.cls};
        if (method.isRef())
            return {Hash::Kind::NeedsPython, 0, 0};
    }
    if (const auto* text = std::get_if<Str>(&object.body))
        return {Hash::Kind::Ok, text->hash, 0};
    if (const auto* data = std::get_if<Bytes>(&object.body)) {
        const bool fixed = !isSubclass(heap, object.cls, static_cast<Handle>(Builtin::ByteArray));
        return {fixed ? Hash::Kind::Ok : Hash::Kind::Unhashable, hashText(data->data), object.cls};
    }
    if (const auto* tuple = std::get_if<Tuple>(&object.body))
        return hashItems(heap, tuple->items);
    if (const auto* set = std::get_if<Set>(&object.body))
        return hashSet(heap, value, set->table);
    if (std::holds_alternative<List>(object.body) || std::holds_alternative<Dict>(object.body) ||
        std::holds_alternative<Slice>(object.body))
        return {Hash::Kind::Unhashable, 0, object.cls};
    return {Hash::Kind::Ok, mix(value.asRef()), 0};
}

} // namespace

const char* text(Name name)
{
    return nameTexts[static_cast<std::size_t>(name)];
}

Handle classOf(const Heap& heap, Value value)
{
    switch (value.tag) {
    case Tag::Null:
    case Tag::None:
        return static_cast<Handle>(Builtin::NoneType);
    case Tag::Ellipsis:
        return static_cast<Handle>(Builtin::EllipsisType);
    case Tag::NotImplemented:
        return static_cast<Handle>(Builtin::NotImplementedType);
    case Tag::Bool:
        return static_cast<Handle>(Builtin::Bool);
    case Tag::Int:
        return static_cast<Handle>(Builtin::Int);
    case Tag::Float:
        return static_cast<Handle>(Builtin::Float);
    case Tag::Native:
        return static_cast<Handle>(Builtin::NativeFunction);
    case Tag::Ref:
        return heap[value.asRef()].cls;
    }
    return 0;
}

const std::string& className(const Heap& heap, Handle cls)
{
    return heap.as<Class>(cls).name;
}
const std::string& typeName(const Heap& heap, Value value)
{
    return className(heap, classOf(heap, value));
}

bool isSubclass(const Heap& heap, Handle cls, Handle base)
{
    if (cls == base)
        return true;
    const auto& mro = heap.as<Class>(cls).mro;
    return std::find(mro.begin(), mro.end(), base) != mro.end();
}
bool isInstance(const Heap& heap, Value value, Builtin cls)
{
    return isSubclass(heap, classOf(heap, value), static_cast<Handle>(cls));
}

Value lookup(const Heap& heap, Handle cls, Value name)
{
    const std::uint64_t hash = heap.as<Str>(name.asRef()).hash;
    for (const Handle base : heap.as<Class>(cls).mro) {
        const Table& table = heap.as<Dict>(heap.as<Class>(base).dict).table;
        const std::uint32_t at = table.find(hash, [&](Value key) { return sameStr(heap, key, name); });
        if (at != Table::npos)
            return table.at(at).value;
    }
    return {};
}

Value overridingMethod(const Heap& heap, Value value, Name name)
{
    const Handle cls = classOf(heap, value);
    if (isBuiltinClass(cls))
        return {};
    const Value method = lookup(heap, cls, name);
    return method.isRef() || heap.as<Class>(cls).layout == static_cast<Handle>(Builtin::Kernel) ? method
                                                                                                : Value{};
}
Value pythonMethod(const Heap& heap, Value value, Name name)
{
    const Value method = overridingMethod(heap, value, name);
    return method.isRef() ? method : Value{};
}

Answer truth(const Heap& heap, Value value)
{
    if (value.isFloat())
        return answer(value.asFloat() != 0);
    if (!value.isRef())
        return answer(value.isIntegral() ? value.bits != 0 : !value.isNone() && !value.isNull());
    if (!pythonMethod(heap, value, Name::bool_).isNull() || !pythonMethod(heap, value, Name::len).isNull())
        return Answer::NeedsPython;
    const Body& body = heap[value.asRef()].body;
    if (const auto* text = std::get_if<Str>(&body))
        return answer(!text->text.empty());
    if (const auto data = bytesLike(heap, value))
        return answer(!data->empty());
    if (const auto* tuple = std::get_if<Tuple>(&body))
        return answer(!tuple->items.empty());
    if (const auto* list = std::get_if<List>(&body))
        return answer(!list->items.empty());
    if (const auto* dict = std::get_if<Dict>(&body))
        return answer(dict->table.size() != 0);
    if (const auto* set = std::get_if<Set>(&body))
        return answer(set->table.size() != 0);
    if (const auto* range = std::get_if<Range>(&body))
        return answer(rangeLength(*range) != 0);
    if (const auto* view = std::get_if<View>(&body))
        return answer(heap.get<Dict>(view->dict)->table.size() != 0);
    return Answer::Yes;
}

Answer equal(const Heap& heap, Value a, Value b, int depth)
{
    if (a.isNumber() && b.isNumber())
        return answer(compareNumbers(a, b) == 0);
    if (a == b && pythonMethod(heap, a, Name::eq).isNull())
        return Answer::Yes;
    if (depth > maxDepth || !pythonMethod(heap, a, Name::eq).isNull() ||
        !pythonMethod(heap, b, Name::eq).isNull())
        return Answer::NeedsPython;
    if (!a.isRef() || !b.isRef())
        return Answer::No;
    const Body& x = heap[a.asRef()].body;
    const Body& y = heap[b.asRef()].body;
    if (std::holds_alternative<MemoryView>(x) || std::holds_alternative<MemoryView>(y))
        return answer(bytesLike(heap, a) && bytesLike(heap, a) == bytesLike(heap, b));
    if (x.index() != y.index())
        return Answer::No;
    if (const auto* text = std::get_if<Str>(&x))
        return answer(text->hash == std::get<Str>(y).hash && text->text == std::get<Str>(y).text);
    if (const auto* data = std::get_if<Bytes>(&x))
        return answer(data->data == std::get<Bytes>(y).data);
    if (const auto* tuple = std::get_if<Tuple>(&x))
        return equalItems(heap, tuple->items, std::get<Tuple>(y).items, depth);
    if (const auto* list = std::get_if<List>(&x))
        return equalItems(heap, list->items, std::get<List>(y).items, depth);
    if (const auto* dict = std::get_if<Dict>(&x))
        return equalTables(heap, dict->table, std::get<Dict>(y).table, true, depth);
    if (const auto* set = std::get_if<Set>(&x))
        return equalTables(heap, set->table, std::get<Set>(y).table, false, depth);
    if (const auto* method = std::get_if<Method>(&x))
        return answer(method->function == std::get<Method>(y).function &&
                      method->self == std::get<Method>(y).self);
    if (const auto* range = std::get_if<Range>(&x)) {
        const auto& other = std::get<Range>(y);
        const std::int64_t length = rangeLength(*range);
        return answer(length == rangeLength(other) && (length == 0 || range->start == other.start) &&
                      (length < 2 || range->step == other.step));
    }
    if (const auto* slice = std::get_if<Slice>(&x)) {
        const auto& other = std::get<Slice>(y);
        return equalItems(heap, {slice->start, slice->stop, slice->step},
                          {other.start, other.stop, other.step}, depth);
    }
    return Answer::No;
}

Order compare(const Heap& heap, Value a, Value b, int depth)
{
    if (a.isNumber() && b.isNumber()) {
        const int sign = compareNumbers(a, b);
        return sign == 2 ? Order::None : order(sign);
    }
    if (depth > maxDepth)
        return Order::NeedsPython;
    for (const Name name : {Name::lt, Name::gt, Name::le, Name::ge})
        if (!pythonMethod(heap, a, name).isNull() || !pythonMethod(heap, b, name).isNull())
            return Order::NeedsPython;
    if (!a.isRef() || !b.isRef())
        return Order::Unordered;
    const Body& x = heap[a.asRef()].body;
    const Body& y = heap[b.asRef()].body;
    if (x.index() != y.index())
        return Order::Unordered;
    if (const auto* text = std::get_if<Str>(&x)) // UTF-8 keeps the order of code points
        return order(text->text.compare(std::get<Str>(y).text));
    if (const auto* data = std::get_if<Bytes>(&x))
        return order(data->data.compare(std::get<Bytes>(y).data));
    if (const auto* tuple = std::get_if<Tuple>(&x))
        return compareItems(heap, tuple->items, std::get<Tuple>(y).items, depth);
    if (const auto* list = std::get_if<List>(&x))
        return compareItems(heap, list->items, std::get<List>(y).items, depth);
    return Order::Unordered;
}

Hash hashOf(const Heap& heap, Value value)
{
    switch (value.tag) {
    case Tag::Ref:
        return hashRef(heap, value);
    case Tag::Float: {
        const double d = value.asFloat();
        if (std::abs(d) < 9e18 && d == std::floor(d))
            return {Hash::Kind::Ok, static_cast<std::uint64_t>(static_cast<std::int64_t>(d)), 0};
        return {Hash::Kind::Ok, mix(static_cast<std::uint64_t>(value.bits)) >> 3, 0};
    }
    case Tag::Int:
    case Tag::Bool:
        return {Hash::Kind::Ok, static_cast<std::uint64_t>(value.bits), 0};
    default:
        return {Hash::Kind::Ok,
                mix(static_cast<std::uint64_t>(value.tag) * 1000 + static_cast<std::uint64_t>(value.bits)),
                0};
    }
}

std::optional<std::string> repr(const Heap& heap, Value value, int depth)
{
    switch (value.tag) {
    case Tag::Null:
        return "<NULL>";
    case Tag::None:
        return "None";
    case Tag::Ellipsis:
        return "Ellipsis";
    case Tag::NotImplemented:
        return "NotImplemented";
    case Tag::Bool:
        return value.asBool() ? "True" : "False";
    case Tag::Int:
        return std::to_string(value.asInt());
    case Tag::Float:
        return reprFloat(value.asFloat());
    case Tag::Native:
        return "<built-in function>";
    case Tag::Ref:
        break;
    }
    if (depth > maxDepth)
        return std::nullopt;
    const Value method = overridingMethod(heap, value, Name::repr);
    const bool ownNative = method.isNative() && heap.as<Class>(classOf(heap, value)).layout ==
                                                    static_cast<Handle>(Builtin::Kernel);
    if (method.isRef() || ownNative)
        return std::nullopt;
    return std::visit(Repr{heap, value, depth}, heap[value.asRef()].body);
}

std::optional<std::string> str(const Heap& heap, Value value)
{
    if (!value.isRef())
        return repr(heap, value);
    if (!pythonMethod(heap, value, Name::str).isNull())
        return std::nullopt;
    const Body& body = heap[value.asRef()].body;
    if (const auto* text = std::get_if<Str>(&body))
        return pythonMethod(heap, value, Name::repr).isNull() || isBuiltinClass(classOf(heap, value))
                   ? std::optional(text->text)
                   : std::nullopt;
    const auto* exception = std::get_if<Exception>(&body);
    if (exception == nullptr)
        return repr(heap, value);
    const auto& args = heap.get<Tuple>(exception->args)->items;
    if (args.empty())
        return std::string();
    if (isInstance(heap, value, Builtin::KeyError) && args.size() == 1)
        return repr(heap, args[0]);
    if (isInstance(heap, value, Builtin::OSError) && (args.size() == 2 || args.size() == 3)) {
        const auto number = str(heap, args[0]);
        const auto message = str(heap, args[1]);
        const std::optional<std::string> file = args.size() == 3 ? repr(heap, args[2]) : std::string();
        if (!number || !message || !file)
            return std::nullopt;
        return "[Errno " + *number + "] " + *message + (file->empty() ? "" : ": ") + *file;
    }
    return args.size() == 1 ? str(heap, args[0]) : repr(heap, exception->args);
}

std::string describe(const Heap& heap, Value value)
{
    if (const auto text = repr(heap, value))
        return *text;
    if (const Class* cls = heap.get<Class>(value))
        return "<class '" + cls->name + "'>";
    return "<" + typeName(heap, value) + ">";
}

std::string reprFloat(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    std::string scientific(buffer, end);
    const std::size_t e = scientific.find('e');
    const int exponent = std::stoi(scientific.substr(e + 1));
    if (exponent < -4 || exponent >= 16)
        return scientific;
    const auto fixedEnd = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    std::string fixed(buffer, fixedEnd);
    return fixed.find('.') == std::string::npos ? fixed + ".0" : fixed;
}

std::string reprText(std::string_view text)
{
    const bool single = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = single ? '"' : '\'';
    std::string out(1, quote);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto u = static_cast<unsigned char>(c);
        char buffer[8];
        if (c == quote || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (u < 0x20 || u == 0x7F) {
            std::snprintf(buffer, sizeof buffer, "\\x%02x", u);
            out += buffer;
        } else if (u == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA0) {
            std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(text[++i]));
            out += buffer;
        } else
            out += c;
    }
    return out + quote;
}

std::string reprBytes(std::string_view data)
{
    const bool single = data.find('\'') != std::string_view::npos && data.find('"') == std::string_view::npos;
    const char quote = single ? '"' : '\'';
    std::string out = std::string("b") + quote;
    for (const char c : data) {
        const auto u = static_cast<unsigned char>(c);
        char buffer[8];
        if (c == quote || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (u < 0x20 || u >= 0x7F) {
            std::snprintf(buffer, sizeof buffer, "\\x%02x", u);
            out += buffer;
        } else
            out += c;
    }
    return out + quote;
}

std::string address(Value value)
{
    char buffer[32];
    const auto number = 0x7f3a10000000u + static_cast<std::uint64_t>(value.bits) * 48;
    std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(number));
    return buffer;
}

Found find(const Heap& heap, const Table& table, Value key)
{
    Found found;
    found.hash = hashOf(heap, key);
    if (found.hash.kind != Hash::Kind::Ok)
        return found;
    found.position = table.find(found.hash.hash, [&](Value other) {
        if (other == key)
            return true;
        const Answer same = equal(heap, other, key);
        found.needsPython |= same == Answer::NeedsPython;
        return same == Answer::Yes;
    });
    found.needsPython &= found.position == Table::npos;
    return found;
}

void setItem(Heap& heap, Table& table, Value key, Value value)
{
    const std::uint64_t hash = heap.as<Str>(key.asRef()).hash;
    const std::uint32_t at = table.find(hash, [&](Value other) { return sameStr(heap, other, key); });
    if (at != Table::npos)
        table.at(at).value = value;
    else {
        heap.grew(sizeof(Table::Entry));
        table.append(key, hash, value);
    }
}

Value getItem(const Heap& heap, const Table& table, Value key)
{
    const std::uint64_t hash = heap.as<Str>(key.asRef()).hash;
    const std::uint32_t at = table.find(hash, [&](Value other) { return sameStr(heap, other, key); });
    return at == Table::npos ? Value{} : table.at(at).value;
}

void store(Heap& heap, Table& table, const Found& found, Value key, Value value)
{
    if (found.position != Table::npos) {
        table.at(found.position).value = value;
        return;
    }
    heap.grew(sizeof(Table::Entry));
    table.append(key, found.hash.hash, value);
}

} // namespace il::machine
