#include "machine/interpreter/attributes.h"

#include "machine/builtins/values.h"
#include "machine/interpreter/image.h"

#include <algorithm>

namespace il::machine {

namespace {

Attribute plain(Value value)
{
    return {Attribute::Kind::Plain, value, Value{}};
}

/// What a class attribute becomes when it is reached through an instance (or, for classmethods, a class).
Attribute bind(const Heap& heap, Value found, Value self, Handle cls)
{
    if (found.isNative() || heap.get<Function>(found) != nullptr)
        return {Attribute::Kind::Bound, found, self};
    if (!found.isRef())
        return plain(found);
    const auto* descriptor = heap.get<Descriptor>(found);
    if (descriptor == nullptr) {
        const Value getter = pythonMethod(heap, found, Name::get);
        return getter.isNull() ? plain(found) : Attribute{Attribute::Kind::Getter, found, self};
    }
    switch (static_cast<Builtin>(heap[found.asRef()].cls)) {
    case Builtin::StaticMethod:
        return plain(descriptor->function);
    case Builtin::ClassMethod:
        return {Attribute::Kind::Bound, descriptor->function, Value::ref(cls)};
    case Builtin::Property:
        return {Attribute::Kind::Getter, descriptor->function, self};
    default:
        return plain(found);
    }
}

bool isDataDescriptor(const Heap& heap, Value value)
{
    if (!value.isRef())
        return false;
    const Handle cls = heap[value.asRef()].cls;
    if (heap.get<Descriptor>(value) != nullptr)
        return isSubclass(heap, cls, static_cast<Handle>(Builtin::Property));
    return !pythonMethod(heap, value, Name::set).isNull();
}

Value orNone(Value value)
{
    return value.isNull() ? Value::none() : value;
}

Value moduleOf(const Heap& heap, const Class& cls)
{
    (void)heap;
    return orNone(cls.module);
}

/// A function's __annotations__, made from the compiler's tuple when it is first asked for.
Value annotationsOf(Context& context, Value owner)
{
    Heap& heap = context.heap;
    Function& function = *heap.get<Function>(owner);
    if (heap.get<Dict>(function.annotations) != nullptr)
        return function.annotations;
    const Value dict = heap.dict();
    if (const auto* pairs = heap.get<Tuple>(function.annotations))
        for (std::size_t i = 0; i + 1 < pairs->items.size(); i += 2)
            setItem(heap, heap.get<Dict>(dict)->table, pairs->items[i], pairs->items[i + 1]);
    function.annotations = dict;
    return dict;
}

/// int.real and the like: numbers are their own real part.
Attribute onNumber(const Heap& heap, Value owner, Value name)
{
    const std::string& text = heap.as<Str>(name.asRef()).text;
    if (text == "real" || (text == "numerator" && owner.isIntegral()))
        return plain(owner.isBool() ? Value::of(owner.bits) : owner);
    if (text == "imag")
        return plain(owner.isFloat() ? Value::of(0.0) : Value::of(std::int64_t{0}));
    if (text == "denominator" && owner.isIntegral())
        return plain(Value::of(std::int64_t{1}));
    return {};
}

/// Attributes that exist natively on functions, classes, exceptions, ...
Attribute special(Context& context, Value owner, Value name)
{
    Heap& heap = context.heap;
    if (name == nameValue(Name::class_))
        return plain(Value::ref(classOf(heap, owner)));
    if (owner.isNative()) {
        const Native& native = context.image.native(owner.asNative());
        if (name == nameValue(Name::name) || name == nameValue(Name::qualname))
            return plain(heap.str(native.name));
        return name == nameValue(Name::doc) ? plain(Value::none()) : Attribute{};
    }
    if (owner.isNumber())
        return onNumber(heap, owner, name);
    if (!owner.isRef())
        return {};
    Object& object = heap[owner.asRef()];
    if (name == nameValue(Name::dict) && (object.attributes != 0 || !isBuiltinClass(object.cls))) {
        if (object.attributes == 0)
            object.attributes = heap.allocate(Builtin::Dict, Dict{});
        return plain(Value::ref(object.attributes));
    }
    if (const auto* function = std::get_if<Function>(&object.body)) {
        if (name == nameValue(Name::name))
            return plain(function->name);
        if (name == nameValue(Name::qualname))
            return plain(function->qualname);
        if (name == nameValue(Name::doc))
            return plain(orNone(function->doc));
        if (name == nameValue(Name::module))
            return plain(orNone(function->module));
        if (name == nameValue(Name::defaults))
            return plain(orNone(function->defaults));
        if (name == nameValue(Name::kwdefaults))
            return plain(orNone(function->keywordDefaults));
        if (name == nameValue(Name::annotations))
            return plain(annotationsOf(context, owner));
        if (name == nameValue(Name::dict)) {
            if (object.attributes == 0)
                object.attributes = heap.allocate(Builtin::Dict, Dict{});
            return plain(Value::ref(object.attributes));
        }
    }
    if (const auto* method = std::get_if<Method>(&object.body)) {
        if (name == nameValue(Name::func))
            return plain(method->function);
        if (name == nameValue(Name::self))
            return plain(method->self);
        return findAttribute(context, method->function, name);
    }
    if (const auto* module = std::get_if<Module>(&object.body);
        module != nullptr && name == nameValue(Name::dict))
        return plain(Value::ref(module->dict));
    if (const auto* exception = std::get_if<Exception>(&object.body)) {
        if (name == nameValue(Name::args))
            return plain(exception->args);
        if (name == nameValue(Name::cause))
            return plain(orNone(exception->cause));
        if (name == nameValue(Name::context))
            return plain(orNone(exception->context));
        if (name == nameValue(Name::suppressContext))
            return plain(Value::of(exception->suppressContext));
        if (name == nameValue(Name::traceback))
            return plain(Value::none());
        const auto& args = heap.get<Tuple>(exception->args)->items;
        const auto argument = [&](std::size_t i) { return i < args.size() ? args[i] : Value::none(); };
        if (name == nameValue(Name::value) && isInstance(heap, owner, Builtin::StopIteration))
            return plain(argument(0));
        if (name == nameValue(Name::code) && isInstance(heap, owner, Builtin::SystemExit))
            return plain(args.size() > 1 ? exception->args : argument(0));
        if (isInstance(heap, owner, Builtin::OSError)) {
            if (name == nameValue(Name::errno_))
                return plain(args.size() >= 2 ? argument(0) : Value::none());
            if (name == nameValue(Name::strerror))
                return plain(args.size() >= 2 ? argument(1) : Value::none());
            if (name == nameValue(Name::filename))
                return plain(argument(2));
        }
    }
    if (const auto* descriptor = std::get_if<Descriptor>(&object.body)) {
        if (name == nameValue(Name::func) || name == nameValue(Name::wrapped) ||
            name == nameValue(Name::fget))
            return plain(orNone(descriptor->function));
        if (name == nameValue(Name::fset))
            return plain(orNone(descriptor->setter));
        if (name == nameValue(Name::doc))
            return plain(orNone(descriptor->doc));
    }
    if (const auto* range = std::get_if<Range>(&object.body)) {
        if (name == nameValue(Name::start))
            return plain(Value::of(range->start));
        if (name == nameValue(Name::stop))
            return plain(Value::of(range->stop));
        if (name == nameValue(Name::step))
            return plain(Value::of(range->step));
    }
    if (const auto* slice = std::get_if<Slice>(&object.body)) {
        if (name == nameValue(Name::start))
            return plain(slice->start);
        if (name == nameValue(Name::stop))
            return plain(slice->stop);
        if (name == nameValue(Name::step))
            return plain(slice->step);
    }
    if (const auto* generator = std::get_if<Generator>(&object.body);
        generator != nullptr && (name == nameValue(Name::name) || name == nameValue(Name::qualname)))
        return plain(generator->name);
    if (name == nameValue(Name::doc))
        return plain(Value::none());
    return {};
}

Attribute onClass(Context& context, Value owner, Value name)
{
    Heap& heap = context.heap;
    const Handle handle = owner.asRef();
    const Class& cls = heap.as<Class>(handle);
    if (name == nameValue(Name::name))
        return plain(heap.str(cls.name));
    if (name == nameValue(Name::qualname))
        return plain(orNone(cls.qualname));
    if (name == nameValue(Name::module))
        return plain(moduleOf(heap, cls));
    if (name == nameValue(Name::dict))
        return plain(Value::ref(cls.dict));
    if (name == nameValue(Name::mro) || name == nameValue(Name::bases)) {
        std::vector<Value> classes;
        for (const Handle base : name == nameValue(Name::mro) ? cls.mro : cls.bases)
            classes.push_back(Value::ref(base));
        return plain(heap.tuple(std::move(classes)));
    }
    const Value found = lookup(heap, handle, name);
    if (!found.isNull()) {
        if (found.isNative() || heap.get<Function>(found) != nullptr)
            return plain(found);
        if (const auto* descriptor = heap.get<Descriptor>(found);
            descriptor != nullptr && heap[found.asRef()].cls == static_cast<Handle>(Builtin::Property))
            return plain(found);
        if (heap.get<Descriptor>(found) == nullptr && !pythonMethod(heap, found, Name::get).isNull())
            return {Attribute::Kind::Getter, found, Value::none()};
        return bind(heap, found, Value::none(), handle);
    }
    const Handle meta = heap[handle].cls;
    const Value inherited = lookup(heap, meta, name);
    if (!inherited.isNull())
        return bind(heap, inherited, owner, meta);
    return special(context, owner, name);
}

Attribute onSuper(Context& context, const Descriptor& super, Value name)
{
    Heap& heap = context.heap;
    const bool selfIsClass = heap.get<Class>(super.self) != nullptr &&
                             isSubclass(heap, super.self.asRef(), super.function.asRef());
    const Handle cls = selfIsClass ? super.self.asRef() : classOf(heap, super.self);
    const auto& mro = heap.as<Class>(cls).mro;
    auto it = std::find(mro.begin(), mro.end(), super.function.asRef());
    for (it = it == mro.end() ? it : it + 1; it != mro.end(); ++it) {
        const Value found = getItem(heap, heap.as<Dict>(heap.as<Class>(*it).dict).table, name);
        if (found.isNull())
            continue;
        if (selfIsClass && (found.isNative() || heap.get<Function>(found) != nullptr))
            return name == nameValue(Name::initSubclass)
                       ? Attribute{Attribute::Kind::Bound, found, super.self}
                       : plain(found);
        if (name == nameValue(Name::new_))
            return bind(heap, found, Value{}, cls).kind == Attribute::Kind::Bound
                       ? plain(found)
                       : bind(heap, found, super.self, cls);
        return bind(heap, found, super.self, cls);
    }
    return {};
}

bool hasAttributes(const Heap& heap, Value owner)
{
    if (!owner.isRef())
        return false;
    const Object& object = heap[owner.asRef()];
    return !isBuiltinClass(object.cls) || std::holds_alternative<Function>(object.body) ||
           std::holds_alternative<Exception>(object.body);
}

/// CPython tells a missing attribute from one that can't be set.
NativeResult cannotStore(Context& context, Value owner, Value name)
{
    const std::string& type = typeName(context.heap, owner);
    const std::string& text = context.heap.as<Str>(name.asRef()).text;
    const bool known = !lookup(context.heap, classOf(context.heap, owner), name).isNull();
    return raise(context, Builtin::AttributeError,
                 known ? "'" + type + "' object attribute '" + text + "' is read-only"
                       : "'" + type + "' object has no attribute '" + text + "'");
}

NativeResult storeSpecial(Context& context, Value owner, Value name, Value value, bool& done)
{
    Heap& heap = context.heap;
    done = true;
    const Value given = value.isNull() ? Value::none() : value;
    if (auto* function = heap.get<Function>(owner)) {
        if (name == nameValue(Name::name))
            function->name = given;
        else if (name == nameValue(Name::qualname))
            function->qualname = given;
        else if (name == nameValue(Name::doc))
            function->doc = given;
        else if (name == nameValue(Name::module))
            function->module = given;
        else
            done = false;
        return Value::none();
    }
    if (auto* exception = heap.get<Exception>(owner)) {
        if (name == nameValue(Name::cause)) {
            exception->cause = given.isNone() ? Value{} : given;
            exception->suppressContext = true;
        } else if (name == nameValue(Name::context))
            exception->context = given.isNone() ? Value{} : given;
        else if (name == nameValue(Name::suppressContext))
            exception->suppressContext = given.isBool() && given.asBool();
        else if (name == nameValue(Name::args)) {
            if (heap.get<Tuple>(given) != nullptr)
                exception->args = given;
        } else if (name != nameValue(Name::traceback))
            done = false;
        return Value::none();
    }
    done = false;
    return Value::none();
}

/// `slots`: a name or several.
bool namesSlot(const Heap& heap, Value slots, const std::string& name)
{
    const auto is = [&](Value slot) {
        return heap.get<Str>(slot) != nullptr && heap.get<Str>(slot)->text == name;
    };
    if (const auto* list = heap.get<List>(slots))
        return std::any_of(list->items.begin(), list->items.end(), is);
    if (const auto* tuple = heap.get<Tuple>(slots))
        return std::any_of(tuple->items.begin(), tuple->items.end(), is);
    return heap.get<Str>(slots) == nullptr || is(slots);
}

/// For instances of a slotted class. Names that a class body writes with __ in front are left alone.
bool hasSlot(const Heap& heap, const Class& cls, Value name)
{
    const std::string& text = heap.as<Str>(name.asRef()).text;
    if (text.starts_with('_'))
        return true;
    return std::any_of(cls.mro.begin(), cls.mro.end(), [&](Handle base) {
        const Value slots =
            getItem(heap, heap.as<Dict>(heap.as<Class>(base).dict).table, nameValue(Name::slots));
        return !slots.isNull() && namesSlot(heap, slots, text);
    });
}

NativeResult storeIn(Context& context, Table& table, Value owner, Value name, Value value)
{
    if (!value.isNull()) {
        setItem(context.heap, table, name, value);
        return Value::none();
    }
    const Found found = find(context.heap, table, name);
    if (found.position == Table::npos)
        return missingAttribute(context, owner, name);
    table.erase(found.position);
    return Value::none();
}

/// C3 linearization; empty when there is none.
std::vector<Handle> linearize(const Heap& heap, Handle cls, const std::vector<Handle>& bases)
{
    std::vector<std::vector<Handle>> sequences;
    for (const Handle base : bases)
        sequences.push_back(heap.as<Class>(base).mro);
    sequences.push_back(bases);
    std::vector<Handle> result = {cls};
    while (true) {
        std::erase_if(sequences, [](const auto& sequence) { return sequence.empty(); });
        if (sequences.empty())
            return result;
        Handle next = 0;
        for (const auto& candidate : sequences) {
            const bool inTail = std::any_of(sequences.begin(), sequences.end(), [&](const auto& other) {
                return std::find(other.begin() + 1, other.end(), candidate.front()) != other.end();
            });
            if (!inTail) {
                next = candidate.front();
                break;
            }
        }
        if (next == 0)
            return {};
        result.push_back(next);
        for (auto& sequence : sequences)
            if (sequence.front() == next)
                sequence.erase(sequence.begin());
    }
}

} // namespace

Attribute findAttribute(Context& context, Value owner, Value name)
{
    Heap& heap = context.heap;
    if (!owner.isRef()) {
        const Value found = lookup(heap, classOf(heap, owner), name);
        return found.isNull() ? special(context, owner, name)
                              : bind(heap, found, owner, classOf(heap, owner));
    }
    const Object& object = heap[owner.asRef()];
    if (std::holds_alternative<Class>(object.body))
        return onClass(context, owner, name);
    if (const auto* module = std::get_if<Module>(&object.body)) {
        const Value value = getItem(heap, heap.as<Dict>(module->dict).table, name);
        return value.isNull() ? special(context, owner, name) : plain(value);
    }
    if (object.cls == static_cast<Handle>(Builtin::Super)) {
        const Attribute found = onSuper(context, std::get<Descriptor>(object.body), name);
        return found.kind == Attribute::Kind::Missing ? special(context, owner, name) : found;
    }
    const Class& cls = heap.as<Class>(object.cls);
    Value onType;
    if (cls.dataDescriptors) {
        onType = lookup(heap, object.cls, name);
        if (isDataDescriptor(heap, onType))
            return bind(heap, onType, owner, object.cls);
    }
    if (object.attributes != 0) {
        const Value own = getItem(heap, heap.as<Dict>(object.attributes).table, name);
        if (!own.isNull())
            return plain(own);
    }
    if (!cls.dataDescriptors)
        onType = lookup(heap, object.cls, name);
    if (!onType.isNull())
        return bind(heap, onType, owner, object.cls);
    return special(context, owner, name);
}

Value asValue(Context& context, const Attribute& attribute)
{
    if (attribute.kind != Attribute::Kind::Bound)
        return attribute.value;
    return Value::ref(context.heap.allocate(Builtin::Method, Method{attribute.value, attribute.self}));
}

NativeResult missingAttribute(Context& context, Value owner, Value name)
{
    const Heap& heap = context.heap;
    const std::string& text = heap.as<Str>(name.asRef()).text;
    if (const Class* cls = heap.get<Class>(owner))
        return raise(context, Builtin::AttributeError,
                     "type object '" + cls->name + "' has no attribute '" + text + "'");
    if (const Module* module = heap.get<Module>(owner))
        return raise(context, Builtin::AttributeError,
                     "module '" + module->name + "' has no attribute '" + text + "'");
    return raise(context, Builtin::AttributeError,
                 "'" + typeName(heap, owner) + "' object has no attribute '" + text + "'");
}

NativeResult storeAttribute(Context& context, Value owner, Value name, Value value)
{
    Heap& heap = context.heap;
    if (owner.isRef()) {
        const Class& cls = heap.as<Class>(heap[owner.asRef()].cls);
        if (cls.setattrHook) {
            const Value hook = pythonMethod(heap, owner, value.isNull() ? Name::delattr : Name::setattr);
            if (!hook.isNull())
                return value.isNull() ? NativeResult::call(hook, {owner, name})
                                      : NativeResult::call(hook, {owner, name, value});
        }
    }
    return storeAttributePlainly(context, owner, name, value);
}

NativeResult storeAttributePlainly(Context& context, Value owner, Value name, Value value)
{
    Heap& heap = context.heap;
    if (!owner.isRef())
        return cannotStore(context, owner, name);
    const Handle handle = owner.asRef();
    if (auto* cls = heap.get<Class>(owner)) {
        if (isBuiltinClass(handle))
            return raise(context, Builtin::TypeError,
                         "cannot set '" + heap.as<Str>(name.asRef()).text +
                             "' attribute of immutable type '" + cls->name + "'");
        if (name == nameValue(Name::qualname) || name == nameValue(Name::module)) {
            (name == nameValue(Name::module) ? cls->module : cls->qualname) = value;
            return Value::none();
        }
        if (name == nameValue(Name::name) && heap.get<Str>(value) != nullptr) {
            cls->name = heap.get<Str>(value)->text;
            return Value::none();
        }
        NativeResult result = storeIn(context, heap.as<Dict>(cls->dict).table, owner, name, value);
        refreshClass(heap, handle);
        ++context.memory.classVersion;
        return result;
    }
    if (auto* module = heap.get<Module>(owner))
        return storeIn(context, heap.as<Dict>(module->dict).table, owner, name, value);
    Object& object = heap[handle];
    if (name == nameValue(Name::dict) && !isBuiltinClass(object.cls) && !value.isNull()) {
        if (heap.get<Dict>(value) == nullptr)
            return raise(context, Builtin::TypeError,
                         "__dict__ must be set to a dictionary, not a '" + typeName(heap, value) + "'");
        object.attributes = value.asRef();
        return Value::none();
    }
    if (heap.as<Class>(object.cls).dataDescriptors) {
        const Value onType = lookup(heap, object.cls, name);
        if (isDataDescriptor(heap, onType)) {
            const auto* property = heap.get<Descriptor>(onType);
            if (property == nullptr) {
                const Value set = pythonMethod(heap, onType, value.isNull() ? Name::delete_ : Name::set);
                return value.isNull() ? NativeResult::call(set, {onType, owner})
                                      : NativeResult::call(set, {onType, owner, value});
            }
            const Value function = value.isNull() ? property->deleter : property->setter;
            if (function.isNull() || function.isNone())
                return raise(context, Builtin::AttributeError,
                             "property '" + heap.as<Str>(name.asRef()).text + "' of '" +
                                 typeName(heap, owner) + "' object has no " +
                                 (value.isNull() ? "deleter" : "setter"));
            return value.isNull() ? NativeResult::call(function, {owner})
                                  : NativeResult::call(function, {owner, value});
        }
    }
    bool done = false;
    NativeResult result = storeSpecial(context, owner, name, value, done);
    if (done)
        return result;
    const Class& type = heap.as<Class>(object.cls);
    if (!hasAttributes(heap, owner) || (type.slotted && !hasSlot(heap, type, name)))
        return cannotStore(context, owner, name);
    if (object.attributes == 0)
        object.attributes = heap.allocate(Builtin::Dict, Dict{});
    return storeIn(context, heap.as<Dict>(object.attributes).table, owner, name, value);
}

void refreshClass(Heap& heap, Handle handle)
{
    Class& cls = heap.as<Class>(handle);
    cls.dataDescriptors = cls.getattrHook = cls.setattrHook = false;
    for (const Handle base : cls.mro) {
        if (isBuiltinClass(base))
            continue;
        for (const Table::Entry& entry : heap.as<Dict>(heap.as<Class>(base).dict).table.entries()) {
            if (entry.key.isNull())
                continue;
            cls.dataDescriptors |= isDataDescriptor(heap, entry.value);
            cls.getattrHook |= entry.key == nameValue(Name::getattr);
            cls.setattrHook |= entry.key == nameValue(Name::setattr) || entry.key == nameValue(Name::delattr);
        }
    }
}

NativeResult makeClass(Context& context, const std::string& name, std::vector<Handle> bases,
                       Handle attributes, Handle metaclass)
{
    Heap& heap = context.heap;
    if (bases.empty())
        bases = {static_cast<Handle>(Builtin::Object)};
    Class cls;
    cls.name = name;
    cls.bases = bases;
    cls.dict = attributes;
    cls.layout = static_cast<Handle>(Builtin::Object);
    for (const Handle base : bases) {
        const Handle layout = heap.as<Class>(base).layout;
        if (base == static_cast<Handle>(Builtin::Bool) || base == static_cast<Handle>(Builtin::NoneType) ||
            base == static_cast<Handle>(Builtin::Function) || base == static_cast<Handle>(Builtin::Range))
            return raise(context, Builtin::TypeError,
                         "type '" + className(heap, base) + "' is not an acceptable base type");
        if (layout != static_cast<Handle>(Builtin::Object)) {
            if (cls.layout != static_cast<Handle>(Builtin::Object) && !isSubclass(heap, layout, cls.layout) &&
                !isSubclass(heap, cls.layout, layout))
                return raise(context, Builtin::TypeError, "multiple bases have instance lay-out conflict");
            if (cls.layout == static_cast<Handle>(Builtin::Object) || isSubclass(heap, layout, cls.layout))
                cls.layout = layout;
        }
        if (isSubclass(heap, heap[base].cls, metaclass))
            metaclass = heap[base].cls;
    }
    Table& table = heap.as<Dict>(attributes).table;
    cls.slotted = !getItem(heap, table, nameValue(Name::slots)).isNull() &&
                  std::all_of(bases.begin(), bases.end(), [&heap](Handle base) {
                      return base == static_cast<Handle>(Builtin::Object) || heap.as<Class>(base).slotted;
                  });
    cls.module = getItem(heap, table, nameValue(Name::module));
    cls.qualname = getItem(heap, table, nameValue(Name::qualname));
    if (cls.qualname.isNull())
        cls.qualname = heap.str(name);
    const Value classCell = getItem(heap, table, nameValue(Name::classcell));
    for (const Name hidden : {Name::qualname, Name::classcell}) {
        const Found found = find(heap, table, nameValue(hidden));
        if (found.position != Table::npos)
            table.erase(found.position);
    }
    // A class that defines __eq__ without __hash__ has unhashable instances.
    if (!getItem(heap, table, nameValue(Name::eq)).isNull() &&
        getItem(heap, table, nameValue(Name::hash)).isNull())
        setItem(heap, table, nameValue(Name::hash), Value::none());
    for (const Name special : {Name::initSubclass, Name::new_}) {
        const Value method = getItem(heap, table, nameValue(special));
        if (heap.get<Function>(method) == nullptr)
            continue;
        const Builtin kind = special == Name::new_ ? Builtin::StaticMethod : Builtin::ClassMethod;
        setItem(heap, table, nameValue(special),
                Value::ref(heap.allocate(kind, Descriptor{method, {}, {}, {}, {}})));
    }
    const Handle handle = heap.allocate(metaclass, Body(Class{}));
    cls.mro = linearize(heap, handle, bases);
    if (cls.mro.empty()) {
        std::string names;
        for (const Handle base : bases)
            names += (names.empty() ? "" : ", ") + className(heap, base);
        heap.as<Class>(handle) = std::move(cls);
        return raise(context, Builtin::TypeError,
                     "Cannot create a consistent method resolution order (MRO) for bases " + names);
    }
    heap.as<Class>(handle) = std::move(cls);
    if (Cell* cell = heap.get<Cell>(classCell))
        cell->value = Value::ref(handle);
    refreshClass(heap, handle);
    return Value::ref(handle);
}

} // namespace il::machine
