// The functions of module builtins, and the helpers that only the prelude sees (their names start with _).
#include "machine/builtins/arguments.h"
#include "machine/builtins/format.h"
#include "machine/builtins/support.h"
#include "machine/builtins/tables.h"
#include "machine/interpreter/attributes.h"
#include "machine/interpreter/host.h"
#include "machine/pickle/pickle.h"

#include <algorithm>
#include <cmath>

namespace il::machine {

namespace {

/// The Python method of a builtin function: abs(x) is x.__abs__().
std::optional<NativeResult> delegated(Context& c, Value value, Name name)
{
    const Value method = overridingMethod(c.heap, value, name);
    if (method.isNull())
        return std::nullopt;
    return NativeResult::call(method, {value});
}

NativeResult print(Context& c, const Args& a)
{
    const Value file = argument(c, a, SIZE_MAX, "file");
    const Value separator = argument(c, a, SIZE_MAX, "sep");
    const Value end = argument(c, a, SIZE_MAX, "end");
    for (const Value name : a.keywords) {
        const std::string& text = c.heap.get<Str>(name)->text;
        if (text != "file" && text != "sep" && text != "end" && text != "flush")
            return typeError(c, "'" + text + "' is an invalid keyword argument for print()");
    }
    const Stream stream = streamOf(c, file);
    if (!file.isNull() && !file.isNone() && !isStandardStream(c, file))
        return NativeResult::prelude("_print");
    std::string text;
    const Str* between = c.heap.get<Str>(separator);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto part = str(c.heap, a[i]);
        if (!part)
            return NativeResult::prelude("_print");
        text += i == 0 ? "" : between != nullptr ? between->text : " ";
        text += *part;
    }
    const Str* last = c.heap.get<Str>(end);
    text += last != nullptr ? last->text : "\n";
    NativeResult written = c.host.write(c, stream, text);
    if (truth(c.heap, argument(c, a, SIZE_MAX, "flush")) == Answer::Yes)
        c.host.flush(c, stream);
    return written;
}

NativeResult isInstanceOf(Context& c, Handle cls, Value of, const char* what)
{
    if (const auto* tuple = c.heap.get<Tuple>(of)) {
        for (const Value one : tuple->items) {
            NativeResult result = isInstanceOf(c, cls, one, what);
            if (result.kind != NativeResult::Kind::Return || result.value.asBool())
                return result;
        }
        return Value::of(false);
    }
    if (of.isNone())
        return Value::of(cls == static_cast<Handle>(Builtin::NoneType));
    if (c.heap.get<Class>(of) == nullptr)
        return typeError(c, std::string(what) + " must be a type, a tuple of types, or a union");
    return Value::of(isSubclass(c.heap, cls, of.asRef()));
}

NativeResult isInstanceFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "isinstance", 2, 2))
        return *error;
    return isInstanceOf(c, classOf(c.heap, a[0]), a[1], "isinstance() arg 2");
}

NativeResult isSubclassFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "issubclass", 2, 2))
        return *error;
    if (c.heap.get<Class>(a[0]) == nullptr)
        return typeError(c, "issubclass() arg 1 must be a class");
    return isInstanceOf(c, a[0].asRef(), a[1], "issubclass() arg 2");
}

NativeResult len(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "len", 1, 1))
        return *error;
    if (auto result = delegated(c, a[0], Name::len))
        return *result;
    const std::int64_t length = nativeLength(c.heap, a[0]);
    if (length < 0)
        return typeError(c, "object of type '" + typeName(c.heap, a[0]) + "' has no len()");
    return Value::of(length);
}

NativeResult absolute(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "abs", 1, 1))
        return *error;
    if (auto result = delegated(c, a[0], Name::abs))
        return *result;
    if (a[0].isFloat())
        return Value::of(std::abs(a[0].asFloat()));
    if (!a[0].isIntegral())
        return typeError(c, "bad operand type for abs(): '" + typeName(c.heap, a[0]) + "'");
    return a[0].bits == INT64_MIN ? intOverflow(c) : Value::of(a[0].bits < 0 ? -a[0].bits : a[0].bits);
}

/// Round half to even, on the decimal digits that the float really has.
NativeResult roundFloat(Context& c, double value, Value digits)
{
    if (digits.isNull() || digits.isNone()) {
        if (std::isnan(value))
            return valueError(c, "cannot convert float NaN to integer");
        if (std::isinf(value))
            return raise(c, Builtin::OverflowError, "cannot convert float infinity to integer");
        const double rounded = std::nearbyint(value);
        return std::abs(rounded) < 9.2e18 ? NativeResult(Value::of(static_cast<std::int64_t>(rounded)))
                                          : intOverflow(c);
    }
    if (!std::isfinite(value) || digits.bits > 300)
        return Value::of(value);
    if (digits.bits < 0) {
        const double scale = std::pow(10.0, static_cast<double>(-digits.bits));
        return Value::of(std::nearbyint(value / scale) * scale);
    }
    char buffer[512];
    std::snprintf(buffer, sizeof buffer, "%.*f", static_cast<int>(digits.bits), value);
    return Value::of(std::strtod(buffer, nullptr));
}

NativeResult roundFunction(Context& c, const Args& a)
{
    if (a.values.empty())
        return typeError(c, "round() missing required argument 'number' (pos 1)");
    const Value digits = argument(c, a, 1, "ndigits");
    if (auto result = delegated(c, a[0], Name::round))
        return digits.isNull() ? *result : NativeResult::call(result->value, {a[0], digits});
    if (a[0].isFloat())
        return roundFloat(c, a[0].asFloat(), digits);
    if (!a[0].isIntegral())
        return typeError(c, "type " + typeName(c.heap, a[0]) + " doesn't define __round__ method");
    if (digits.isNull() || digits.isNone() || digits.bits >= 0)
        return Value::of(a[0].bits);
    const auto scale = digits.bits < -18 ? std::nullopt : power(10, -digits.bits);
    if (!scale)
        return Value::of(std::int64_t{0});
    const std::int64_t rest = floorModulo(a[0].bits, *scale);
    const std::int64_t down = a[0].bits - rest;
    const bool up = rest * 2 > *scale || (rest * 2 == *scale && (down / *scale) % 2 != 0);
    return Value::of(up ? down + *scale : down);
}

NativeResult divmodFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "divmod", 2, 2))
        return *error;
    if (!a[0].isNumber() || !a[1].isNumber())
        return toPrelude("_divmod", {a[0], a[1]});
    NativeResult quotient = binaryOperator(c, script::BinaryKind::FloorDivide, a[0], a[1], false);
    if (quotient.kind != NativeResult::Kind::Return)
        return quotient;
    NativeResult rest = binaryOperator(c, script::BinaryKind::Remainder, a[0], a[1], false);
    return rest.kind != NativeResult::Kind::Return ? rest
                                                   : NativeResult(c.heap.tuple({quotient.value, rest.value}));
}

NativeResult powFunction(Context& c, const Args& a)
{
    if (a.values.size() == 2)
        return a[0].isNumber() && a[1].isNumber()
                   ? binaryOperator(c, script::BinaryKind::Power, a[0], a[1], false)
                   : toPrelude("_pow", {a[0], a[1]});
    if (a.values.size() != 3 || !a[0].isIntegral() || !a[1].isIntegral() || !a[2].isIntegral())
        return typeError(c, "pow() 3rd argument not allowed unless all arguments are integers");
    if (a[2].bits == 0)
        return valueError(c, "pow() 3rd argument cannot be 0");
    if (a[1].bits < 0)
        return valueError(c, "the machine's pow() has no negative exponent with a modulus");
    __extension__ using Wide = __int128;
    Wide result = 1;
    Wide base = floorModulo(a[0].bits, a[2].bits);
    for (std::int64_t e = a[1].bits; e > 0; e >>= 1) {
        if ((e & 1) != 0)
            result = result * base % a[2].bits;
        base = base * base % a[2].bits;
    }
    return Value::of(floorModulo(static_cast<std::int64_t>(result), a[2].bits));
}

NativeResult sum(Context& c, const Args& a)
{
    const Value start = argument(c, a, 1, "start");
    const auto items = a.values.empty() ? std::nullopt : collect(c.heap, a[0]);
    if (!items)
        return NativeResult::prelude("_sum");
    Value total = start.isNull() ? Value::of(std::int64_t{0}) : start;
    if (c.heap.get<Str>(total) != nullptr)
        return typeError(c, "sum() can't sum strings [use ''.join(seq) instead]");
    for (const Value item : *items) {
        const bool builtin = isBuiltinClass(classOf(c.heap, item)) && isBuiltinClass(classOf(c.heap, total));
        NativeResult next = builtin ? binaryOperator(c, script::BinaryKind::Add, total, item, false)
                                    : NativeResult(Value::notImplemented());
        if (next.kind == NativeResult::Kind::Return && next.value.tag == Tag::NotImplemented)
            return builtin ? unsupportedOperands(c, script::BinaryKind::Add, total, item, false)
                           : NativeResult::prelude("_sum");
        if (next.kind != NativeResult::Kind::Return)
            return next;
        total = next.value;
    }
    c.now.ns += static_cast<std::int64_t>(items->size()) * 4;
    return total;
}

NativeResult extreme(Context& c, const Args& a, bool largest)
{
    const char* prelude = largest ? "_max" : "_min";
    if (a.size() == 0)
        return typeError(c, std::string(largest ? "max" : "min") + " expected at least 1 argument, got 0");
    if (!a.keywords.empty())
        return NativeResult::prelude(prelude);
    const auto items = a.size() > 1 ? std::optional(std::vector<Value>(a.values.begin(), a.values.end()))
                                    : collect(c.heap, a[0]);
    if (!items)
        return NativeResult::prelude(prelude);
    if (items->empty())
        return valueError(c, std::string(largest ? "max" : "min") + "() arg is an empty sequence");
    Value best = (*items)[0];
    for (const Value item : *items) {
        const Order order = compare(c.heap, item, best);
        if (order == Order::NeedsPython || order == Order::Unordered)
            return toPrelude(prelude, {c.heap.list(*items)});
        if (order == (largest ? Order::Greater : Order::Less))
            best = item;
    }
    c.now.ns += static_cast<std::int64_t>(items->size()) * 4;
    return best;
}

NativeResult anyOrAll(Context& c, const Args& a, bool all)
{
    if (auto error = wrongCount(c, a, all ? "all" : "any", 1, 1))
        return *error;
    const auto items = collect(c.heap, a[0]);
    if (!items)
        return NativeResult::prelude(all ? "_all" : "_any");
    for (const Value item : *items) {
        const Answer yes = truth(c.heap, item);
        if (yes == Answer::NeedsPython)
            return toPrelude(all ? "_all" : "_any", {c.heap.list(*items)});
        if ((yes == Answer::Yes) != all)
            return Value::of(!all);
    }
    return Value::of(all);
}

NativeResult iterFunction(Context& c, const Args& a)
{
    if (a.size() == 2)
        return NativeResult::prelude("_iter_until");
    if (auto error = wrongCount(c, a, "iter", 1, 1))
        return *error;
    if (c.heap.get<Generator>(a[0]) != nullptr)
        return a[0];
    const Value iterator = makeIterator(c.heap, a[0]);
    if (!iterator.isNull())
        return iterator;
    const Value method = overridingMethod(c.heap, a[0], Name::iter);
    if (!method.isNull())
        return NativeResult::call(method, {a[0]});
    if (auto error = notIterable(c, a[0]))
        return *error;
    return toPrelude("_sequence_iterator", {a[0]});
}

NativeResult nextFunction(Context& c, const Args& a)
{
    if (a.size() == 2)
        return NativeResult::prelude("_next_or");
    if (auto error = wrongCount(c, a, "next", 1, 2))
        return *error;
    if (c.heap.get<Generator>(a[0]) != nullptr)
        return resumeResult(NativeResult::Kind::Resume, a[0], Value::none());
    if (c.heap.get<Iterator>(a[0]) != nullptr) {
        Value item;
        const Step step = nextItem(c.heap, a[0], item);
        if (step == Step::Changed)
            return raise(c, Builtin::RuntimeError, "dictionary changed size during iteration");
        return step == Step::Item ? NativeResult(item) : raiseClass(c, Builtin::StopIteration, {});
    }
    const Value method = overridingMethod(c.heap, a[0], Name::next);
    if (method.isNull())
        return typeError(c, "'" + typeName(c.heap, a[0]) + "' object is not an iterator");
    return NativeResult::call(method, {a[0]});
}

NativeResult getattrFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "getattr", 2, 3))
        return *error;
    const Str* name = textAt(c, a, 1);
    if (name == nullptr)
        return typeError(c, "attribute name must be string, not '" + typeName(c.heap, a[1]) + "'");
    const Value interned = c.heap.intern(name->text);
    const Attribute found = findAttribute(c, a[0], interned);
    if (found.kind == Attribute::Kind::Plain || found.kind == Attribute::Kind::Bound)
        return asValue(c, found);
    const Value hook = pythonMethod(c.heap, a[0], Name::getattr);
    if (a.size() == 3 && (found.kind == Attribute::Kind::Getter || !hook.isNull()))
        return toPrelude("_getattr_or", {a[0], interned, a[2]});
    if (found.kind == Attribute::Kind::Getter)
        return NativeResult::call(found.value, {found.self});
    if (!hook.isNull())
        return NativeResult::call(hook, {a[0], interned});
    return a.size() == 3 ? NativeResult(a[2]) : missingAttribute(c, a[0], interned);
}

NativeResult hasattrFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "hasattr", 2, 2))
        return *error;
    const Str* name = textAt(c, a, 1);
    if (name == nullptr)
        return typeError(c, "attribute name must be string, not '" + typeName(c.heap, a[1]) + "'");
    const Value interned = c.heap.intern(name->text);
    const Attribute found = findAttribute(c, a[0], interned);
    if (found.kind == Attribute::Kind::Getter ||
        (found.kind == Attribute::Kind::Missing && !pythonMethod(c.heap, a[0], Name::getattr).isNull()))
        return toPrelude("_hasattr", {a[0], interned});
    return Value::of(found.kind != Attribute::Kind::Missing);
}

NativeResult setattrFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "setattr", 3, 3))
        return *error;
    if (textAt(c, a, 1) == nullptr)
        return typeError(c, "attribute name must be string, not '" + typeName(c.heap, a[1]) + "'");
    return storeAttribute(c, a[0], c.heap.intern(textAt(c, a, 1)->text), a[2]);
}

NativeResult delattrFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "delattr", 2, 2))
        return *error;
    return storeAttribute(c, a[0], c.heap.intern(textAt(c, a, 1)->text), Value{});
}

NativeResult hashFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "hash", 1, 1))
        return *error;
    const Hash hash = hashOf(c.heap, a[0]);
    if (hash.kind == Hash::Kind::Unhashable)
        return typeError(c, "unhashable type: '" + className(c.heap, hash.cls) + "'");
    if (hash.kind == Hash::Kind::NeedsPython) {
        if (auto result = delegated(c, a[0], Name::hash))
            return *result;
        return toPrelude("_hash_tuple", {a[0]});
    }
    const auto number = static_cast<std::int64_t>(hash.hash);
    return Value::of(a[0].isIntegral() ? (number == -1 ? std::int64_t{-2} : number) : number >> 1);
}

NativeResult reprFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "repr", 1, 1))
        return *error;
    const auto text = repr(c.heap, a[0]);
    if (text)
        return c.heap.str(*text);
    if (auto result = delegated(c, a[0], Name::repr))
        return *result;
    return toPrelude("_repr", {a[0]});
}

/// repr with everything beyond ASCII escaped.
std::string asciiText(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t code = size == 1 ? lead : lead & (0xFFu >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
            code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        i += size;
        char buffer[16];
        std::snprintf(buffer, sizeof buffer,
                      code < 0x80      ? "%c"
                      : code < 0x100   ? "\\x%02x"
                      : code < 0x10000 ? "\\u%04x"
                                       : "\\U%08x",
                      code);
        out += buffer;
    }
    return out;
}

NativeResult asciiFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "ascii", 1, 1))
        return *error;
    const auto text = repr(c.heap, a[0]);
    return text ? NativeResult(c.heap.str(asciiText(*text))) : toPrelude("_ascii", {a[0]});
}

NativeResult formatFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "format", 1, 2))
        return *error;
    const Value spec = a.size() == 2 ? a[1] : nameValue(Name::empty);
    const Value method = overridingMethod(c.heap, a[0], Name::format);
    if (!method.isNull())
        return NativeResult::call(method, {a[0], spec});
    NativeResult result = formatValue(c, a[0], c.heap.get<Str>(spec)->text);
    if (result.kind == NativeResult::Kind::Prelude)
        return toPrelude("_str", {a[0]});
    return result;
}

NativeResult inBase(Context& c, const Args& a, const char* name, unsigned base, const char* prefix)
{
    if (auto error = wrongCount(c, a, name, 1, 1))
        return *error;
    if (!a[0].isIntegral())
        return typeError(c, "'" + typeName(c.heap, a[0]) + "' object cannot be interpreted as an integer");
    std::uint64_t rest =
        a[0].bits < 0 ? 0 - static_cast<std::uint64_t>(a[0].bits) : static_cast<std::uint64_t>(a[0].bits);
    std::string digits;
    do
        digits += "0123456789abcdef"[rest % base];
    while ((rest /= base) != 0);
    std::reverse(digits.begin(), digits.end());
    return c.heap.str((a[0].bits < 0 ? "-" : "") + std::string(prefix) + digits);
}

NativeResult ordFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "ord", 1, 1))
        return *error;
    const Str* text = textAt(c, a, 0);
    if (text == nullptr)
        return typeError(c, "ord() expected string of length 1, but " + typeName(c.heap, a[0]) + " found");
    if (text->length != 1)
        return typeError(c, "ord() expected a character, but string of length " +
                                std::to_string(text->length) + " found");
    const auto byte = [&](std::size_t i) {
        return static_cast<std::int64_t>(static_cast<unsigned char>(text->text[i]));
    };
    switch (text->text.size()) {
    case 1:
        return Value::of(byte(0));
    case 2:
        return Value::of((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
    case 3:
        return Value::of((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    default:
        return Value::of((byte(0) & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                         (byte(3) & 0x3F));
    }
}

NativeResult varsFunction(Context& c, const Args& a)
{
    if (a.size() == 0)
        return localsOf(c);
    const Attribute found = findAttribute(c, a[0], nameValue(Name::dict));
    if (found.kind != Attribute::Kind::Plain)
        return typeError(c, "vars() argument must have __dict__ attribute");
    return found.value;
}

NativeResult dirFunction(Context& c, const Args& a)
{
    std::vector<std::string> names;
    const auto addTable = [&](Value dict) {
        if (const auto* body = c.heap.get<Dict>(dict))
            for (const Table::Entry& entry : body->table.entries())
                if (const Str* text = c.heap.get<Str>(entry.key))
                    names.push_back(text->text);
    };
    if (a.size() == 0)
        addTable(localsOf(c));
    else {
        const Attribute own = findAttribute(c, a[0], nameValue(Name::dict));
        if (own.kind == Attribute::Kind::Plain)
            addTable(own.value);
        const Handle cls = c.heap.get<Class>(a[0]) != nullptr ? a[0].asRef() : classOf(c.heap, a[0]);
        if (c.heap.get<Module>(a[0]) == nullptr)
            for (const Handle base : c.heap.as<Class>(cls).mro)
                addTable(Value::ref(c.heap.as<Class>(base).dict));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<Value> items;
    for (const std::string& name : names)
        items.push_back(c.heap.str(name));
    return c.heap.list(std::move(items));
}

NativeResult callableFunction(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "callable", 1, 1))
        return *error;
    const Heap& h = c.heap;
    return Value::of(a[0].isNative() || h.get<Function>(a[0]) != nullptr || h.get<Class>(a[0]) != nullptr ||
                     h.get<Method>(a[0]) != nullptr || !overridingMethod(h, a[0], Name::call).isNull());
}

NativeResult importFunction(Context& c, const Args& a)
{
    const Value module = getItem(c.heap, c.heap.as<Dict>(c.memory.modules).table, a[0]);
    return module.isNull() ? raise(c, Builtin::ImportError, "__import__ is not supported by the machine")
                           : NativeResult(module);
}

NativeResult importForPickle(Context&, const Args& a)
{
    return {NativeResult::Kind::Import, a[0]};
}

/// What site gives a script beside the real built-ins.
NativeResult exitFunction(Context& c, const Args& a, const char* name)
{
    if (auto error = wrongCount(c, a, name, 0, 1))
        return *error;
    return raiseClass(c, Builtin::SystemExit, {a.size() == 1 ? a[0] : Value::none()});
}

NativeResult refuse(Context& c, const char* what, const char* instead)
{
    return raise(c, Builtin::RuntimeError,
                 std::string(what) + " is not supported by the machine: " + instead);
}

/// Of descriptors; there are no files.
NativeResult openFunction(Context& c, const Args& a)
{
    const Value file = argument(c, a, 0, "file");
    if (file.isNull())
        return typeError(c, "open() missing required argument 'file' (pos 1)");
    if (!file.isIntegral())
        return refuse(c, "open()", "the simulated computer has no files");
    return NativeResult::prelude("_open");
}

} // namespace

NativeResult resumeResult(NativeResult::Kind kind, Value generator, Value sent)
{
    NativeResult result(kind, generator);
    result.arguments = {sent};
    return result;
}

Value localsOf(Context& c)
{
    const Frame& frame = c.thread.frames.back();
    if (frame.locals != 0)
        return Value::ref(frame.locals);
    const LinkedCode& code = c.image.code(frame.code);
    const Value dict = c.heap.dict();
    for (std::size_t i = 0; i < code.varnames.size(); ++i)
        if (const Value value = c.thread.stack[frame.base + i]; !value.isNull())
            setItem(c.heap, c.heap.get<Dict>(dict)->table, code.varnames[i], value);
    return dict;
}

bool isStandardStream(const Context& c, Value file)
{
    return file.isRef() && c.heap[file.asRef()].cls == static_cast<Handle>(Builtin::File);
}

Stream streamOf(const Context& c, Value file)
{
    const auto* body = isStandardStream(c, file) ? c.heap.get<KernelObject>(file) : nullptr;
    return body != nullptr && body->index == 2 ? Stream::Err : Stream::Out;
}

const Entries& builtinFunctions()
{
    static const Entries entries = [] {
        Entries all = {
            {"print", print},
            {"len", len, true},
            {"isinstance", isInstanceFunction, true},
            {"issubclass", isSubclassFunction},
            {"abs", absolute},
            {"round", roundFunction},
            {"divmod", divmodFunction},
            {"pow", powFunction},
            {"sum", sum},
            {"min", [](Context& c, const Args& a) { return extreme(c, a, false); }},
            {"max", [](Context& c, const Args& a) { return extreme(c, a, true); }},
            {"any", [](Context& c, const Args& a) { return anyOrAll(c, a, false); }},
            {"all", [](Context& c, const Args& a) { return anyOrAll(c, a, true); }},
            {"sorted", [](Context&, const Args&) { return NativeResult::prelude("_sorted"); }},
            {"iter", iterFunction},
            {"next", nextFunction},
            {"getattr", getattrFunction},
            {"hasattr", hasattrFunction},
            {"setattr", setattrFunction},
            {"delattr", delattrFunction},
            {"id",
             [](Context& c, const Args& a) -> NativeResult {
                 if (auto error = wrongCount(c, a, "id", 1, 1))
                     return *error;
                 return Value::of(a[0].isRef() ? std::int64_t{0x7f3a10000000} + a[0].bits * 48
                                               : std::int64_t{0x7f3a00000000} + (a[0].bits & 0xFFFFFF) * 32 +
                                                     static_cast<int>(a[0].tag));
             }},
            {"hash", hashFunction},
            {"repr", reprFunction},
            {"ascii", asciiFunction},
            {"format", formatFunction},
            {"chr",
             [](Context& c, const Args& a) -> NativeResult {
                 if (auto error = wrongCount(c, a, "chr", 1, 1))
                     return *error;
                 if (!a[0].isIntegral())
                     return typeError(c, "'" + typeName(c.heap, a[0]) +
                                             "' object cannot be interpreted as an integer");
                 const auto text = encodeUtf8(a[0].bits);
                 return text ? NativeResult(c.heap.str(*text))
                             : valueError(c, "chr() arg not in range(0x110000)");
             }},
            {"ord", ordFunction},
            {"hex", [](Context& c, const Args& a) { return inBase(c, a, "hex", 16, "0x"); }},
            {"bin", [](Context& c, const Args& a) { return inBase(c, a, "bin", 2, "0b"); }},
            {"oct", [](Context& c, const Args& a) { return inBase(c, a, "oct", 8, "0o"); }},
            {"callable", callableFunction},
            {"vars", varsFunction},
            {"dir", dirFunction},
            {"globals",
             [](Context& c, const Args&) -> NativeResult {
                 return Value::ref(c.thread.frames.back().globals);
             }},
            {"locals", [](Context& c, const Args&) -> NativeResult { return localsOf(c); }},
            {"input",
             [](Context& c, const Args&) { return refuse(c, "input()", "put the value into the script"); }},
            {"open", openFunction},
            {"eval", [](Context& c,
                        const Args&) { return refuse(c, "eval()", "write the expression into the script"); }},
            {"exec", [](Context& c,
                        const Args&) { return refuse(c, "exec()", "write the statements into the script"); }},
            {"compile", [](Context& c,
                           const Args&) { return refuse(c, "compile()", "write the code into the script"); }},
            {"__import__", importFunction},
            {"_import", importForPickle},
            {"exit", [](Context& c, const Args& a) { return exitFunction(c, a, "exit"); }},
            {"quit", [](Context& c, const Args& a) { return exitFunction(c, a, "quit"); }},
            {"__build_class__",
             [](Context&, const Args&) { return NativeResult(NativeResult::Kind::BuildClass, Value{}); }},
        };
        const Entries& helpers = preludeHelpers();
        all.insert(all.end(), helpers.begin(), helpers.end());
        all.insert(all.end(), pickleHelpers().begin(), pickleHelpers().end());
        return all;
    }();
    return entries;
}

} // namespace il::machine
