// int(...), str(...), list(...): the __new__ and __init__ of builtin classes, and what else object, type,
// exceptions and descriptors bring along.
#include "machine/builtins/arguments.h"
#include "machine/builtins/bytes.h"
#include "machine/builtins/bytes_parts.h"
#include "machine/builtins/errno.h"
#include "machine/builtins/support.h"
#include "machine/interpreter/attributes.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace il::machine {

namespace {

bool exactly(Value cls, Builtin builtin)
{
    return cls == classValue(builtin);
}

std::string stripped(std::string_view text)
{
    const char* spaces = " \t\n\r\f\v";
    const std::size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(spaces) - begin + 1));
}

/// Removes the underscores between digits; false when one is misplaced.
bool dropUnderscores(std::string& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            plain += text[i];
            continue;
        }
        if (i == 0 || i + 1 == text.size() || text[i + 1] == '_' || text[i - 1] == '_')
            return false;
    }
    text = plain;
    return true;
}

NativeResult intFromText(Context& c, Value value, std::string_view original, std::int64_t base)
{
    if (base != 0 && (base < 2 || base > 36))
        return valueError(c, "int() base must be >= 2 and <= 36, or 0");
    std::string text = stripped(original);
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.erase(0, 1);
    const auto prefixed = [&](char letter) {
        return text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == letter;
    };
    for (const auto& [letter, radix] : {std::pair{'x', 16}, std::pair{'o', 8}, std::pair{'b', 2}})
        if (prefixed(letter) && (base == 0 || base == radix)) {
            base = radix;
            text.erase(0, text[2] == '_' ? 3 : 2);
            break;
        }
    base = base == 0 ? 10 : base;
    std::uint64_t magnitude = 0;
    const bool wellFormed = dropUnderscores(text) && !text.empty() && text[0] != '-' && text[0] != '+';
    const auto parsed =
        std::from_chars(text.data(), text.data() + text.size(), magnitude, static_cast<int>(base));
    if (!wellFormed || parsed.ptr != text.data() + text.size() || parsed.ec == std::errc::invalid_argument)
        return valueError(c, "invalid literal for int() with base " + std::to_string(base) + ": " +
                                 describe(c.heap, value));
    if (parsed.ec == std::errc::result_out_of_range || magnitude > static_cast<std::uint64_t>(INT64_MAX))
        return intOverflow(c);
    const auto number = static_cast<std::int64_t>(magnitude);
    return Value::of(negative ? -number : number);
}

NativeResult intFromFloat(Context& c, double value)
{
    if (std::isnan(value))
        return valueError(c, "cannot convert float NaN to integer");
    if (std::isinf(value))
        return raise(c, Builtin::OverflowError, "cannot convert float infinity to integer");
    if (std::abs(value) >= 9223372036854775807.0)
        return intOverflow(c);
    return Value::of(static_cast<std::int64_t>(value));
}

NativeResult newInt(Context& c, const Args& a)
{
    const Value value = argument(c, a, 1, "x");
    const Value base = argument(c, a, 2, "base");
    if (value.isNull())
        return Value::of(std::int64_t{0});
    if (value.isIntegral())
        return Value::of(value.bits);
    if (value.isFloat())
        return intFromFloat(c, value.asFloat());
    if (const Str* text = c.heap.get<Str>(value))
        return intFromText(c, value, text->text, base.isIntegral() ? base.bits : 10);
    if (const Bytes* data = c.heap.get<Bytes>(value))
        return intFromText(c, value, data->data, base.isIntegral() ? base.bits : 10);
    for (const Name name : {Name::int_, Name::index})
        if (const Value method = overridingMethod(c.heap, value, name); !method.isNull())
            return NativeResult::call(method, {value});
    return typeError(c, "int() argument must be a string, a bytes-like object or a real number, not '" +
                            typeName(c.heap, value) + "'");
}

NativeResult newFloat(Context& c, const Args& a)
{
    const Value value = argument(c, a, 1, "x");
    if (value.isNull())
        return Value::of(0.0);
    if (value.isFloat())
        return Value::of(value.asFloat());
    if (value.isIntegral())
        return Value::of(static_cast<double>(value.bits));
    if (const Str* original = c.heap.get<Str>(value)) {
        std::string text = stripped(original->text);
        std::string lower = text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char ch) { return static_cast<char>(std::tolower(ch)); });
        const std::size_t sign = !lower.empty() && (lower[0] == '-' || lower[0] == '+') ? 1 : 0;
        const std::string body = lower.substr(sign);
        const double factor = sign == 1 && lower[0] == '-' ? -1.0 : 1.0;
        if (body == "inf" || body == "infinity")
            return Value::of(factor * HUGE_VAL);
        if (body == "nan")
            return Value::of(std::nan(""));
        std::string digits = body;
        double number = 0;
        const bool fine = dropUnderscores(digits) && !digits.empty() &&
                          (std::isdigit(static_cast<unsigned char>(digits[0])) != 0 || digits[0] == '.');
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (!fine || parsed.ptr != digits.data() + digits.size() || parsed.ec == std::errc::invalid_argument)
            return valueError(c, "could not convert string to float: " + describe(c.heap, value));
        if (parsed.ec == std::errc::result_out_of_range)
            number = std::strtod(digits.c_str(), nullptr);
        return Value::of(factor * number);
    }
    for (const Name name : {Name::float_, Name::index})
        if (const Value method = overridingMethod(c.heap, value, name); !method.isNull())
            return NativeResult::call(method, {value});
    return typeError(c, "float() argument must be a string or a real number, not '" +
                            typeName(c.heap, value) + "'");
}

NativeResult newBool(Context& c, const Args& a)
{
    if (a.size() < 2)
        return Value::of(false);
    const Answer yes = truth(c.heap, a[1]);
    return yes == Answer::NeedsPython ? toPrelude("_bool", {a[1]})
                                      : NativeResult(Value::of(yes == Answer::Yes));
}

/// A value of a subclass of str or tuple: the same contents under another class.
Value asClass(Context& c, Value value, Value cls)
{
    const Object& object = c.heap[value.asRef()];
    if (object.cls == cls.asRef())
        return value;
    return Value::ref(c.heap.allocate(cls.asRef(), object.body));
}

NativeResult newStr(Context& c, const Args& a)
{
    const Value value = argument(c, a, 1, "object");
    if (value.isNull())
        return asClass(c, nameValue(Name::empty), a[0]);
    const Value encoding = argument(c, a, 2, "encoding");
    if (const auto data = bytesLike(c.heap, value); data && !encoding.isNull())
        return decodeBytes(c, *data, encoding, argument(c, a, 3, "errors"));
    if (exactly(a[0], Builtin::Str) && classOf(c.heap, value) == static_cast<Handle>(Builtin::Str))
        return value;
    const auto text = str(c.heap, value);
    if (!text)
        return exactly(a[0], Builtin::Str) ? toPrelude("_str", {value})
                                           : toPrelude("_new_str", {a[0], value});
    return asClass(c, c.heap.str(*text), a[0]);
}

NativeResult newTuple(Context& c, const Args& a)
{
    if (a.size() < 2)
        return asClass(c, c.heap.tuple({}), a[0]);
    if (exactly(a[0], Builtin::Tuple) && classOf(c.heap, a[1]) == static_cast<Handle>(Builtin::Tuple))
        return a[1];
    auto items = collect(c.heap, a[1]);
    if (!items) {
        if (auto error = notIterable(c, a[1]))
            return *error;
        return toPrelude("_new_from_list", {a[0], a[1]});
    }
    return asClass(c, c.heap.tuple(std::move(*items)), a[0]);
}

/// The answer is `result`, whoever does the work.
NativeResult fillList(Context& c, Value list, Value source, Value result)
{
    auto items = collect(c.heap, source);
    if (!items) {
        if (auto error = notIterable(c, source))
            return *error;
        return toPrelude("_fill_list", {list, source, result});
    }
    c.now.ns += static_cast<std::int64_t>(items->size()) * 2;
    c.heap.grew(items->size() * sizeof(Value));
    c.heap.get<List>(list)->items = std::move(*items);
    return result;
}

NativeResult newList(Context& c, const Args& a)
{
    const Value list = Value::ref(c.heap.allocate(a[0].asRef(), List{}));
    if (!exactly(a[0], Builtin::List) || a.size() < 2)
        return list;
    return fillList(c, list, a[1], list);
}

NativeResult fillSet(Context& c, Value set, Value source, Value result)
{
    const auto items = collect(c.heap, source);
    if (!items) {
        if (auto error = notIterable(c, source))
            return *error;
        return toPrelude("_fill_set", {set, source, result});
    }
    Table table;
    for (const Value item : *items) {
        const Found found = find(c.heap, table, item);
        if (found.hash.kind == Hash::Kind::Unhashable)
            return unhashableError(c, found);
        if (found.hash.kind == Hash::Kind::NeedsPython || found.needsPython)
            return toPrelude("_fill_set", {set, c.heap.list(*items), result});
        if (found.position == Table::npos)
            store(c.heap, table, found, item, Value{});
    }
    c.heap.get<Set>(set)->table = std::move(table);
    return result;
}

NativeResult newSet(Context& c, const Args& a)
{
    const Value set = Value::ref(c.heap.allocate(a[0].asRef(), Set{}));
    const bool fill = exactly(a[0], Builtin::Set) ||
                      isSubclass(c.heap, a[0].asRef(), static_cast<Handle>(Builtin::FrozenSet));
    if (!fill || a.size() < 2)
        return set;
    return fillSet(c, set, a[1], set);
}

NativeResult newDict(Context& c, const Args& a)
{
    const Value dict = Value::ref(c.heap.allocate(a[0].asRef(), Dict{}));
    if (!exactly(a[0], Builtin::Dict))
        return dict;
    std::vector<Value> all(a.values.begin(), a.values.end());
    all[0] = dict;
    return updateDict(c, Args{all, a.keywords}, dict);
}

std::optional<std::int64_t> rangeArgument(Context& c, Value value)
{
    (void)c;
    return value.isIntegral() ? std::optional(value.bits) : std::nullopt;
}

NativeResult newRange(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "range", 1, 3, 1))
        return *error;
    for (std::size_t i = 1; i < a.size(); ++i)
        if (!rangeArgument(c, a[i]))
            return typeError(c,
                             "'" + typeName(c.heap, a[i]) + "' object cannot be interpreted as an integer");
    Range range;
    range.start = a.size() > 2 ? a[1].bits : 0;
    range.stop = a.size() > 2 ? a[2].bits : a[1].bits;
    range.step = a.size() > 3 ? a[3].bits : 1;
    if (range.step == 0)
        return valueError(c, "range() arg 3 must not be zero");
    return Value::ref(c.heap.allocate(Builtin::Range, range));
}

NativeResult newSlice(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "slice", 1, 3, 1))
        return *error;
    Slice slice{Value::none(), Value::none(), Value::none()};
    if (a.size() == 2)
        slice.stop = a[1];
    else {
        slice.start = a[1];
        slice.stop = a[2];
        slice.step = a.size() > 3 ? a[3] : Value::none();
    }
    return Value::ref(c.heap.allocate(Builtin::Slice, slice));
}

NativeResult newBytes(Context& c, const Args& a)
{
    if (a.size() == 2 && exactly(a[0], Builtin::Bytes) &&
        classOf(c.heap, a[1]) == static_cast<Handle>(Builtin::Bytes))
        return a[1];
    std::string data;
    NativeResult result = bytesFrom(c, a, data);
    return result.kind != NativeResult::Kind::Return
               ? result
               : NativeResult(Value::ref(c.heap.allocate(a[0].asRef(), Bytes{std::move(data)})));
}

/// slice.indices(length): start, stop, step as range() takes them.
NativeResult sliceIndices(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "indices", 1, 1, 1))
        return *error;
    if (!a[1].isIntegral() || a[1].bits < 0)
        return valueError(c, "length should not be negative");
    const Slice& slice = *c.heap.get<Slice>(a[0]);
    const std::int64_t length = a[1].bits;
    if (!sliceRange(slice, length))
        return badSlice(c, slice);
    const std::int64_t step = slice.step.isNone() ? 1 : slice.step.bits;
    const std::int64_t low = step < 0 ? -1 : 0;
    const std::int64_t high = step < 0 ? length - 1 : length;
    const auto bound = [&](Value given, std::int64_t absent) {
        if (given.isNone())
            return Value::of(absent);
        return Value::of(std::clamp(given.bits < 0 ? given.bits + length : given.bits, low, high));
    };
    return c.heap.tuple({bound(slice.start, step < 0 ? high : low), bound(slice.stop, step < 0 ? low : high),
                         Value::of(step)});
}

NativeResult newEnumerate(Context& c, const Args& a)
{
    const Value source = argument(c, a, 1, "iterable");
    const Value start = argument(c, a, 2, "start");
    if (source.isNull())
        return typeError(c, "enumerate() missing required argument 'iterable' (pos 1)");
    const Value iterator = makeIterator(c.heap, source);
    if (iterator.isNull()) {
        if (auto error = notIterable(c, source))
            return *error;
        return toPrelude("_enumerate", {source, start.isNull() ? Value::of(std::int64_t{0}) : start});
    }
    return Value::ref(c.heap.allocate(Builtin::Enumerate, Iterator{Iterator::Kind::Enumerate, iterator,
                                                                   start.isNull() ? 0 : start.bits, 0, 1}));
}

NativeResult newZip(Context& c, const Args& a)
{
    std::vector<Value> iterators;
    const std::vector<Value> sources(a.values.begin() + 1,
                                     a.values.begin() + static_cast<std::ptrdiff_t>(a.size()));
    bool native = a.keywords.empty();
    for (const Value source : sources) {
        if (auto error = notIterable(c, source))
            return typeError(c, "'" + typeName(c.heap, source) + "' object is not iterable");
        iterators.push_back(makeIterator(c.heap, source));
        native = native && !iterators.back().isNull();
    }
    if (!native) {
        const Value strict = argument(c, a, SIZE_MAX, "strict");
        return toPrelude("_zip", {c.heap.tuple(sources), strict.isNull() ? Value::of(false) : strict});
    }
    return Value::ref(c.heap.allocate(
        Builtin::Zip, Iterator{Iterator::Kind::Zip, c.heap.tuple(std::move(iterators)), 0, 0, 1}));
}

NativeResult newReversed(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "reversed", 1, 1, 1))
        return *error;
    if (const Value method = pythonMethod(c.heap, a[1], Name::reversed); !method.isNull())
        return NativeResult::call(method, {a[1]});
    const std::int64_t length = nativeLength(c.heap, a[1]);
    if (c.heap.get<List>(a[1]) != nullptr || c.heap.get<Tuple>(a[1]) != nullptr)
        return Value::ref(
            c.heap.allocate(Builtin::Reversed, Iterator{Iterator::Kind::Reversed, a[1], length - 1, 0, 1}));
    if (const Range* range = c.heap.get<Range>(a[1])) {
        const std::int64_t last = range->start + (length - 1) * range->step;
        return Value::ref(c.heap.allocate(
            Builtin::Iterator, Iterator{Iterator::Kind::Range, Value::of(last), last, length, -range->step}));
    }
    if (length >= 0 && c.heap.get<Set>(a[1]) == nullptr) {
        std::vector<Value> items = collect(c.heap, a[1]).value_or(std::vector<Value>{});
        const Value list = c.heap.list(std::move(items));
        return Value::ref(
            c.heap.allocate(Builtin::Reversed, Iterator{Iterator::Kind::Reversed, list, length - 1, 0, 1}));
    }
    if (!pythonMethod(c.heap, a[1], Name::getitem).isNull())
        return toPrelude("_reversed", {a[1]});
    return typeError(c, "'" + typeName(c.heap, a[1]) + "' object is not reversible");
}

/// Names of the methods marked by abc.abstractmethod that the class doesn't define, in order of their names.
std::vector<std::string> abstractMethods(Context& c, Handle cls)
{
    std::vector<std::string> names;
    const auto& mro = c.heap.as<Class>(cls).mro;
    const bool abc = std::any_of(mro.begin(), mro.end(), [&](Handle base) {
        const Str* module = c.heap.get<Str>(c.heap.as<Class>(base).module);
        return module != nullptr && module->text == "abc";
    });
    if (!abc && c.heap[cls].cls == static_cast<Handle>(Builtin::Type))
        return names;
    const Value mark = c.heap.intern("__isabstractmethod__");
    for (const Handle base : mro)
        for (const Table::Entry& entry : c.heap.as<Dict>(c.heap.as<Class>(base).dict).table.entries()) {
            if (entry.key.isNull() || !(lookup(c.heap, cls, entry.key) == entry.value))
                continue;
            Value function = entry.value;
            if (const auto* descriptor = c.heap.get<Descriptor>(function))
                function = descriptor->function;
            if (c.heap.get<Function>(function) == nullptr || c.heap[function.asRef()].attributes == 0)
                continue;
            if (!getItem(c.heap, c.heap.as<Dict>(c.heap[function.asRef()].attributes).table, mark).isNull())
                names.push_back(c.heap.get<Str>(entry.key)->text);
        }
    std::sort(names.begin(), names.end());
    return names;
}

NativeResult newObject(Context& c, const Args& a)
{
    const Handle cls = a[0].asRef();
    if (const auto missing = abstractMethods(c, cls); !missing.empty()) {
        std::string names;
        for (const std::string& name : missing)
            names += (names.empty() ? "" : ", ") + name;
        return typeError(c, "Can't instantiate abstract class " + className(c.heap, cls) +
                                " with abstract method" + (missing.size() == 1 ? " " : "s ") + names);
    }
    const Value init = lookup(c.heap, cls, Name::init);
    const Value make = lookup(c.heap, cls, Name::new_);
    const bool ownInit = init.isRef();
    const auto* wrapper = c.heap.get<Descriptor>(make);
    const bool ownNew = wrapper != nullptr && wrapper->function.isRef();
    if (a.values.size() > 1 && !ownInit && !ownNew)
        return typeError(c, className(c.heap, cls) + "() takes no arguments");
    return Value::ref(c.heap.allocate(cls, Plain{}));
}

NativeResult newType(Context& c, const Args& a)
{
    if (a.size() == 2)
        return Value::ref(classOf(c.heap, a[1]));
    if (a.size() < 4 || c.heap.get<Str>(a[1]) == nullptr || c.heap.get<Dict>(a[3]) == nullptr)
        return typeError(c, "type() takes 1 or 3 arguments");
    std::vector<Handle> bases;
    for (const Value base : c.heap.get<Tuple>(a[2])->items)
        if (c.heap.get<Class>(base) != nullptr)
            bases.push_back(base.asRef());
    const Value names = c.heap.dict();
    c.heap.get<Dict>(names)->table = c.heap.get<Dict>(a[3])->table;
    if (getItem(c.heap, c.heap.get<Dict>(names)->table, nameValue(Name::module)).isNull()) {
        const Value module =
            getItem(c.heap, c.heap.as<Dict>(c.thread.frames.back().globals).table, nameValue(Name::name));
        setItem(c.heap, c.heap.get<Dict>(names)->table, nameValue(Name::module),
                module.isNull() ? Value::none() : module);
    }
    return makeClass(c, c.heap.get<Str>(a[1])->text, std::move(bases), names.asRef(), a[0].asRef());
}

NativeResult newException(Context& c, const Args& a)
{
    // OSError(number, text) makes an instance of the number's own class.
    Handle cls = a[0].asRef();
    if (cls == static_cast<Handle>(Builtin::OSError) && a.size() >= 3 && a[1].isIntegral())
        if (const ErrorNumber* error = findError(a[1].bits))
            cls = static_cast<Handle>(error->cls);
    return makeException(c, cls,
                         {a.values.begin() + 1, a.values.begin() + static_cast<std::ptrdiff_t>(a.size())});
}

NativeResult initException(Context& c, const Args& a)
{
    const Value args =
        c.heap.tuple({a.values.begin() + 1, a.values.begin() + static_cast<std::ptrdiff_t>(a.size())});
    c.heap.get<Exception>(a[0])->args = args;
    return Value::none();
}

NativeResult newDescriptor(Context& c, const Args& a)
{
    Descriptor descriptor;
    descriptor.function = argument(c, a, 1, "fget");
    descriptor.setter = argument(c, a, 2, "fset");
    descriptor.deleter = argument(c, a, 3, "fdel");
    descriptor.doc = argument(c, a, 4, "doc");
    return Value::ref(c.heap.allocate(a[0].asRef(), descriptor));
}

NativeResult changedProperty(Context& c, const Args& a, Value Descriptor::*member)
{
    Descriptor copy = *c.heap.get<Descriptor>(a[0]);
    copy.*member = a[1];
    return Value::ref(c.heap.allocate(c.heap[a[0].asRef()].cls, copy));
}

/// super() takes class and object from the calling frame.
NativeResult newSuper(Context& c, const Args& a)
{
    Descriptor descriptor;
    if (a.size() >= 3) {
        descriptor.function = a[1];
        descriptor.self = a[2];
    } else {
        const Frame& frame = c.thread.frames.back();
        const LinkedCode& code = c.image.code(frame.code);
        const auto& free = code.code->freevars;
        const auto at = std::find(free.begin(), free.end(), "__class__");
        if (code.code->argCount == 0 || at == free.end())
            return raise(c, Builtin::RuntimeError,
                         at == free.end() ? "super(): __class__ cell not found" : "super(): no arguments");
        const std::size_t cells = frame.base + code.locals;
        const auto index = static_cast<std::size_t>(at - free.begin()) + code.code->cellvars.size();
        descriptor.function = c.heap.get<Cell>(c.thread.stack[cells + index])->value;
        descriptor.self = c.thread.stack[frame.base];
        for (std::size_t i = 0; i < code.code->cellArgs.size(); ++i)
            if (code.code->cellArgs[i] == 0)
                descriptor.self = c.heap.get<Cell>(c.thread.stack[cells + i])->value;
    }
    if (c.heap.get<Class>(descriptor.function) == nullptr)
        return typeError(c, "super() argument 1 must be a type");
    return Value::ref(c.heap.allocate(Builtin::Super, descriptor));
}

NativeResult objectRepr(Context& c, const Args& a)
{
    const Class& cls = c.heap.as<Class>(classOf(c.heap, a[0]));
    const Str* module = c.heap.get<Str>(cls.module);
    const std::string prefix = module == nullptr || module->text == "builtins" ? "" : module->text + ".";
    const Str* qualname = c.heap.get<Str>(cls.qualname);
    return c.heap.str("<" + prefix + (qualname != nullptr ? qualname->text : cls.name) + " object at " +
                      address(a[0]) + ">");
}

} // namespace

NativeResult bytesFrom(Context& c, const Args& a, std::string& data)
{
    const Value source = argument(c, a, 1, "source");
    if (source.isNull())
        return Value::none();
    if (const Str* text = c.heap.get<Str>(source)) {
        if (argument(c, a, 2, "encoding").isNull())
            return typeError(c, "string argument without an encoding");
        data = text->text;
        return Value::none();
    }
    if (const auto given = bytesLike(c.heap, source)) {
        data = *given;
        return Value::none();
    }
    if (source.isIntegral()) {
        if (source.bits < 0)
            return valueError(c, "negative count");
        if (tooBig(c, static_cast<std::uint64_t>(source.bits)))
            return raise(c, Builtin::MemoryError, "");
        data.assign(static_cast<std::size_t>(source.bits), '\0');
        return Value::none();
    }
    const auto items = collect(c.heap, source);
    if (!items)
        return notIterable(c, source)
                   ? typeError(c, "cannot convert '" + typeName(c.heap, source) + "' object to bytes")
                   : toPrelude("_new_from_list", {a[0], source});
    for (const Value item : *items) {
        if (!item.isIntegral())
            return typeError(c,
                             "'" + typeName(c.heap, item) + "' object cannot be interpreted as an integer");
        if (item.bits < 0 || item.bits > 255)
            return valueError(c, exactly(a[0], Builtin::Bytes) ? "bytes must be in range(0, 256)"
                                                               : "byte must be in range(0, 256)");
        data += static_cast<char>(item.bits);
    }
    return Value::none();
}

const Entries& objectMethods()
{
    static const Entries entries = {
        {"__new__", newObject},
        {"__init__", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
        {"__init_subclass__", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
        {"__repr__", objectRepr},
        {"__str__", [](Context&, const Args& a) { return toPrelude("_repr", {a[0]}); }},
        {"__eq__",
         [](Context&, const Args& a) -> NativeResult {
             return a[0] == a[1] ? Value::of(true) : Value::notImplemented();
         }},
        {"__ne__",
         [](Context&, const Args& a) -> NativeResult {
             return a[0] == a[1] ? Value::of(false) : Value::notImplemented();
         }},
        {"__hash__", [](Context&, const Args& a) -> NativeResult { return Value::of(a[0].bits * 3 + 1); }},
        {"__setattr__",
         [](Context& c, const Args& a) {
             return storeAttributePlainly(c, a[0], c.heap.intern(textAt(c, a, 1)->text), a[2]);
         }},
        {"__delattr__",
         [](Context& c, const Args& a) {
             return storeAttributePlainly(c, a[0], c.heap.intern(textAt(c, a, 1)->text), Value{});
         }},
        {"__getattribute__",
         [](Context& c, const Args& a) -> NativeResult {
             const Value name = c.heap.intern(textAt(c, a, 1)->text);
             const Attribute found = findAttribute(c, a[0], name);
             if (found.kind == Attribute::Kind::Missing)
                 return missingAttribute(c, a[0], name);
             return found.kind == Attribute::Kind::Getter ? NativeResult::call(found.value, {found.self})
                                                          : NativeResult(asValue(c, found));
         }},
        {"__format__", [](Context&, const Args& a) { return toPrelude("_str", {a[0]}); }},
    };
    return entries;
}

const Entries& typeMethods()
{
    static const Entries entries = {
        {"__new__", newType},
        {"__init__", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
        {"__call__", [](Context&, const Args&) { return NativeResult::prelude("_type_call"); }},
        {"mro",
         [](Context& c, const Args& a) -> NativeResult {
             std::vector<Value> classes;
             for (const Handle base : c.heap.get<Class>(a[0])->mro)
                 classes.push_back(Value::ref(base));
             return c.heap.list(std::move(classes));
         }},
    };
    return entries;
}

const Entries& exceptionMethods()
{
    static const Entries entries = {
        {"__new__", newException},
        {"__init__", initException},
        {"__str__",
         [](Context& c, const Args& a) -> NativeResult {
             const auto& args = c.heap.get<Tuple>(c.heap.get<Exception>(a[0])->args)->items;
             if (args.empty())
                 return c.heap.str("");
             return args.size() == 1 ? toPrelude("_str", {args[0]})
                                     : toPrelude("_repr", {c.heap.get<Exception>(a[0])->args});
         }},
        {"with_traceback", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"add_note", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
    };
    return entries;
}

const Entries& descriptorMethods(Builtin cls)
{
    static const Entries property = {
        {"__new__", newDescriptor},
        {"getter", [](Context& c, const Args& a) { return changedProperty(c, a, &Descriptor::function); }},
        {"setter", [](Context& c, const Args& a) { return changedProperty(c, a, &Descriptor::setter); }},
        {"deleter", [](Context& c, const Args& a) { return changedProperty(c, a, &Descriptor::deleter); }},
    };
    static const Entries plain = {{"__new__", newDescriptor}};
    static const Entries super = {{"__new__", newSuper}};
    static const Entries range = {{"__new__", newRange},
                                  {"index", [](Context& c, const Args& a) { return indexOf(c, a); }},
                                  {"count", [](Context& c, const Args& a) { return countOf(c, a); }}};
    static const Entries slice = {{"__new__", newSlice}, {"indices", sliceIndices}};
    static const Entries enumerate = {{"__new__", newEnumerate}};
    static const Entries zip = {{"__new__", newZip}};
    static const Entries map = {{"__new__", [](Context&, const Args& a) {
                                     return toPrelude("_map", {a.values.begin() + 1, a.values.end()});
                                 }}};
    static const Entries filter = {{"__new__", [](Context&, const Args& a) {
                                        return toPrelude("_filter", {a.values.begin() + 1, a.values.end()});
                                    }}};
    static const Entries reversed = {{"__new__", newReversed}};
    static const Entries none;
    switch (cls) {
    case Builtin::Property:
        return property;
    case Builtin::StaticMethod:
    case Builtin::ClassMethod:
        return plain;
    case Builtin::Super:
        return super;
    case Builtin::Range:
        return range;
    case Builtin::Slice:
        return slice;
    case Builtin::Enumerate:
        return enumerate;
    case Builtin::Zip:
        return zip;
    case Builtin::Map:
        return map;
    case Builtin::Filter:
        return filter;
    case Builtin::Reversed:
        return reversed;
    default:
        return none;
    }
}

namespace {

/// "little" or "big"; nullopt: neither.
std::optional<bool> isLittle(const Context& c, Value order)
{
    const Str* text = c.heap.get<Str>(order);
    if (order.isNull() || (text != nullptr && text->text == "big"))
        return false;
    if (text != nullptr && text->text == "little")
        return true;
    return std::nullopt;
}

NativeResult toBytes(Context& c, const Args& a)
{
    const Value length = argument(c, a, 1, "length");
    const auto little = isLittle(c, argument(c, a, 2, "byteorder"));
    const Value asked = argument(c, a, SIZE_MAX, "signed");
    const bool isSigned = !asked.isNull() && truth(c.heap, asked) == Answer::Yes;
    if (!little)
        return valueError(c, "byteorder must be either 'little' or 'big'");
    if (!length.isNull() && !length.isIntegral())
        return typeError(c, "'" + typeName(c.heap, length) + "' object cannot be interpreted as an integer");
    if (!length.isNull() && length.bits < 0)
        return valueError(c, "length argument must be non-negative");
    const auto count = length.isNull()
                           ? std::size_t{1}
                           : static_cast<std::size_t>(std::min<std::int64_t>(length.bits, 1 << 20));
    const std::int64_t number = a[0].bits;
    if (number < 0 && !isSigned)
        return raise(c, Builtin::OverflowError, "can't convert negative int to unsigned");
    const std::size_t bits = count * 8 - (isSigned ? 1 : 0);
    const bool fits = count == 0 ? number == 0 : bits >= 63 || (number >> bits) == (number < 0 ? -1 : 0);
    if (!fits)
        return raise(c, Builtin::OverflowError, "int too big to convert");
    std::string data(count, number < 0 ? '\xFF' : '\0');
    for (std::size_t i = 0; i < count && i < 8; ++i)
        data[i] = static_cast<char>(number >> (8 * i));
    if (!*little)
        std::reverse(data.begin(), data.end());
    return c.heap.bytes(std::move(data));
}

NativeResult fromBytes(Context& c, const Args& a)
{
    std::string data;
    NativeResult given = bytesFrom(c, a, data);
    if (given.kind != NativeResult::Kind::Return)
        return given;
    const auto little = isLittle(c, argument(c, a, 2, "byteorder"));
    const Value asked = argument(c, a, SIZE_MAX, "signed");
    const bool isSigned = !asked.isNull() && truth(c.heap, asked) == Answer::Yes;
    if (!little)
        return valueError(c, "byteorder must be either 'little' or 'big'");
    if (!*little)
        std::reverse(data.begin(), data.end());
    const bool negative = isSigned && !data.empty() && (data.back() & 0x80) != 0;
    const char filler = negative ? '\xFF' : '\0';
    if (data.size() < 8)
        data.append(8 - data.size(), filler);
    const bool fits = std::all_of(data.begin() + 8, data.end(), [&](char ch) { return ch == filler; }) &&
                      ((data[7] & 0x80) != 0) == negative;
    if (!fits)
        return intOverflow(c);
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(data[i]);
    return Value::of(static_cast<std::int64_t>(number));
}

} // namespace

const Entries& numberMethods(Builtin cls)
{
    static const Entries integer = {
        {"__new__", newInt},
        {"bit_length",
         [](Context&, const Args& a) -> NativeResult {
             const std::uint64_t magnitude = a[0].bits < 0 ? 0 - static_cast<std::uint64_t>(a[0].bits)
                                                           : static_cast<std::uint64_t>(a[0].bits);
             return Value::of(static_cast<std::int64_t>(std::bit_width(magnitude)));
         }},
        {"bit_count",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(std::int64_t{std::popcount(static_cast<std::uint64_t>(a[0].bits))});
         }},
        {"conjugate", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"to_bytes", toBytes},
        {"from_bytes", fromBytes},
    };
    static const Entries real = {
        {"__new__", newFloat},
        {"is_integer",
         [](Context&, const Args& a) -> NativeResult {
             return Value::of(a[0].asFloat() == std::floor(a[0].asFloat()) && std::isfinite(a[0].asFloat()));
         }},
    };
    static const Entries boolean = {{"__new__", newBool}};
    return cls == Builtin::Int ? integer : cls == Builtin::Float ? real : boolean;
}

const Entries& tupleMethods()
{
    static const Entries entries = {
        {"__new__", newTuple},
        {"index", [](Context& c, const Args& a) { return indexOf(c, a); }},
        {"count", [](Context& c, const Args& a) { return countOf(c, a); }},
        {"__getitem__", [](Context& c, const Args& a) { return subscript(c, a[0], a[1]); }},
        {"__len__",
         [](Context& c, const Args& a) -> NativeResult { return Value::of(nativeLength(c.heap, a[0])); }},
        {"__iter__",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::ref(
                 c.heap.allocate(Builtin::Iterator, Iterator{Iterator::Kind::Sequence, a[0], 0, 0, 1}));
         }},
        {"__eq__", [](Context& c, const Args& a) { return equalBodies(c, a); }},
        {"__repr__", [](Context& c, const Args& a) { return bodyRepr(c, a); }},
    };
    return entries;
}

const Entries& constructorEntries(Builtin cls)
{
    static const Entries list = {{"__new__", newList},
                                 {"__init__", [](Context& c, const Args& a) -> NativeResult {
                                      if (a.size() < 2)
                                          return Value::none();
                                      return fillList(c, a[0], a[1], Value::none());
                                  }}};
    static const Entries dict = {{"__new__", newDict}, {"__init__", [](Context& c, const Args& a) {
                                                            return updateDict(c, a, Value::none());
                                                        }}};
    static const Entries set = {{"__new__", newSet},
                                {"__init__", [](Context& c, const Args& a) -> NativeResult {
                                     if (a.size() < 2 || isInstance(c.heap, a[0], Builtin::FrozenSet))
                                         return Value::none();
                                     return fillSet(c, a[0], a[1], Value::none());
                                 }}};
    static const Entries text = {{"__new__", newStr}};
    static const Entries bytes = {{"__new__", newBytes}};
    switch (cls) {
    case Builtin::List:
        return list;
    case Builtin::Dict:
        return dict;
    case Builtin::Set:
        return set;
    case Builtin::Str:
        return text;
    default:
        return bytes;
    }
}

} // namespace il::machine
