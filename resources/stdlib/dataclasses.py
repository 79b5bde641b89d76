MISSING = object()


class Field:
    def __init__(self, default=MISSING, default_factory=MISSING, init=True, repr=True, compare=True, kw_only=False):
        self.name = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=False):
    return Field(default, default_factory, init, repr, compare, kw_only)


class FrozenInstanceError(AttributeError):
    pass


def _own_fields(cls):
    result = []
    for name in cls.__dict__.get('__annotations__', {}):
        value = cls.__dict__.get(name, MISSING)
        if isinstance(value, Field):
            item = value
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
        else:
            item = Field(value)
            if isinstance(value, (list, dict, set)):
                raise ValueError(f'mutable default {type(value)} for field {name} is not allowed: use default_factory')
        item.name = name
        result.append(item)
    return result


def _make_init(cls, items):
    names = [item.name for item in items if item.init]

    def __init__(self, *args, **keywords):
        if len(args) > len(names):
            raise TypeError(f'{cls.__name__}.__init__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given')
        given = dict(zip(names, args))
        for name, value in keywords.items():
            if name not in names:
                raise TypeError(f'{cls.__name__}.__init__() got an unexpected keyword argument {name!r}')
            if name in given:
                raise TypeError(f'{cls.__name__}.__init__() got multiple values for argument {name!r}')
            given[name] = value
        missing = [repr(item.name) for item in items if item.init and item.name not in given
                   and item.default is MISSING and item.default_factory is MISSING]
        if missing:
            listed = ' and '.join(missing) if len(missing) < 3 else ', '.join(missing[:-1]) + ', and ' + missing[-1]
            raise TypeError(f"{cls.__name__}.__init__() missing {len(missing)} required positional argument{'s' if len(missing) > 1 else ''}: {listed}")
        for item in items:
            if item.name in given:
                value = given[item.name]
            elif item.default is not MISSING:
                value = item.default
            elif item.default_factory is not MISSING:
                value = item.default_factory()
            else:
                continue
            object.__setattr__(self, item.name, value)
        after = getattr(self, '__post_init__', None)
        if after is not None:
            after()
    return __init__


def _add_order(cls, values):
    def compare(operator):
        def method(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return operator(values(self), values(other))
        return method
    cls.__lt__ = compare(lambda a, b: a < b)
    cls.__le__ = compare(lambda a, b: a <= b)
    cls.__gt__ = compare(lambda a, b: a > b)
    cls.__ge__ = compare(lambda a, b: a >= b)


def _process(cls, init, repr_, eq, order, frozen):
    items = []
    for base in reversed(cls.__mro__[1:]):
        for item in base.__dict__.get('__dataclass_fields__', {}).values():
            items = [other for other in items if other.name != item.name] + [item]
    for item in _own_fields(cls):
        replaced = False
        for position, other in enumerate(items):
            if other.name == item.name:
                items[position] = item
                replaced = True
        if not replaced:
            items.append(item)
    cls.__dataclass_fields__ = {item.name: item for item in items}
    compared = [item.name for item in items if item.compare]
    shown = [item.name for item in items if item.repr]
    cls.__match_args__ = tuple([item.name for item in items if item.init])

    def values(self):
        return tuple([getattr(self, name) for name in compared])

    def __repr__(self):
        return type(self).__qualname__ + '(' + ', '.join([f'{name}={getattr(self, name)!r}' for name in shown]) + ')'

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return values(self) == values(other)

    def __hash__(self):
        return hash(values(self))

    def __setattr__(self, name, value):
        raise FrozenInstanceError(f'cannot assign to field {name!r}')

    def __delattr__(self, name):
        raise FrozenInstanceError(f'cannot delete field {name!r}')

    own = cls.__dict__
    if init and '__init__' not in own:
        cls.__init__ = _make_init(cls, items)
    if repr_ and '__repr__' not in own:
        cls.__repr__ = __repr__
    if eq and '__eq__' not in own:
        cls.__eq__ = __eq__
        if frozen:
            cls.__hash__ = __hash__
        elif '__hash__' not in own:
            cls.__hash__ = None
    if order:
        _add_order(cls, values)
    if frozen:
        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, slots=False,
              kw_only=False):
    def decorate(target):
        return _process(target, init, repr, eq, order, frozen)
    return decorate if cls is None else decorate(cls)


def fields(value):
    return tuple(value.__dataclass_fields__.values())


def is_dataclass(value):
    return hasattr(value, '__dataclass_fields__')


def asdict(value):
    if is_dataclass(value):
        return {name: asdict(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, (list, tuple)):
        return type(value)([asdict(item) for item in value])
    if isinstance(value, dict):
        return {key: asdict(item) for key, item in value.items()}
    return value


def astuple(value):
    return tuple([getattr(value, name) for name in value.__dataclass_fields__])


def replace(value, /, **changes):
    given = {name: getattr(value, name) for name in value.__dataclass_fields__}
    given.update(changes)
    return type(value)(**given)
