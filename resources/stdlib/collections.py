from _helpers import move_to_end as _move_to_end, new_table as _new_tuple, caller_module as _caller_module


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **keywords):
        self.default_factory = default_factory
        dict.__init__(self, *args, **keywords)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        return f'defaultdict({self.default_factory!r}, {dict(self)!r})'

    def copy(self):
        return defaultdict(self.default_factory, self)

    def __reduce__(self):
        return type(self), () if self.default_factory is None else (self.default_factory,), None, None, self.items()


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        _move_to_end(self, key, last)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = list(self)[-1 if last else 0]
        return key, self.pop(key)

    def __repr__(self):
        return f'OrderedDict({list(self.items())!r})' if self else 'OrderedDict()'

    def copy(self):
        return OrderedDict(self)

    def __reduce__(self):
        return type(self), (), None, None, self.items()


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict):
                for key, amount in iterable.items():
                    self[key] = self[key] + amount
            else:
                for key in iterable:
                    self[key] = self[key] + 1
        for key, amount in keywords.items():
            self[key] = self[key] + amount

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict):
                for key, amount in iterable.items():
                    self[key] = self[key] - amount
            else:
                for key in iterable:
                    self[key] = self[key] - 1
        for key, amount in keywords.items():
            self[key] = self[key] - amount

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[:n]

    def elements(self):
        for key, amount in self.items():
            for _ in range(amount):
                yield key

    def total(self):
        return sum(self.values())

    def __add__(self, other):
        result = Counter()
        for source in (self, other):
            for key, amount in source.items():
                result[key] += amount
        return Counter({key: amount for key, amount in result.items() if amount > 0})

    def __sub__(self, other):
        result = Counter()
        for key, amount in self.items():
            if amount - other[key] > 0:
                result[key] = amount - other[key]
        return result

    def __and__(self, other):
        return Counter({key: min(amount, other[key]) for key, amount in self.items() if min(amount, other[key]) > 0})

    def __or__(self, other):
        keys = list(self) + [key for key in other if key not in self]
        return Counter({key: max(self[key], other[key]) for key in keys if max(self[key], other[key]) > 0})

    def copy(self):
        return Counter(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __repr__(self):
        if not self:
            return 'Counter()'
        return 'Counter({' + ', '.join([f'{key!r}: {amount!r}' for key, amount in self.most_common()]) + '})'


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self._items = []
        self.maxlen = maxlen
        self.extend(iterable)

    def append(self, item):
        self._items.append(item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[0]

    def appendleft(self, item):
        self._items.insert(0, item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[-1]

    def pop(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop(0)

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[-n:] + self._items[:-n] if n else self._items

    def clear(self):
        self._items.clear()

    def copy(self):
        return deque(self._items, self.maxlen)

    def count(self, item):
        return self._items.count(item)

    def index(self, item, *bounds):
        return self._items.index(item, *bounds)

    def insert(self, index, item):
        self._items.insert(index, item)

    def remove(self, item):
        if item not in self._items:
            raise ValueError('deque.remove(x): x not in deque')
        self._items.remove(item)

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        if not -len(self._items) <= index < len(self._items):
            raise IndexError('deque index out of range')
        return self._items[index]

    def __setitem__(self, index, item):
        self._items[index] = item

    def __delitem__(self, index):
        del self._items[index]

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __reduce__(self):
        return type(self), () if self.maxlen is None else ((), self.maxlen), None, iter(self)

    def __repr__(self):
        end = '' if self.maxlen is None else f', maxlen={self.maxlen}'
        return f'deque({self._items!r}{end})'


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default


def _field(position, name):
    def getter(self):
        return self[position]
    return property(getter)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = tuple(field_names)
    defaults = tuple(defaults or ())
    first_default = len(fields) - len(defaults)

    def __new__(cls, *args, **keywords):
        values = list(args)
        if len(values) > len(fields):
            raise TypeError(f'{typename}.__new__() takes {len(fields) + 1} positional arguments but {len(values) + 1} were given')
        missing = []
        for position in range(len(values), len(fields)):
            name = fields[position]
            if name in keywords:
                values.append(keywords.pop(name))
            elif position >= first_default:
                values.append(defaults[position - first_default])
            else:
                missing.append(repr(name))
        if missing:
            names = ' and '.join(missing) if len(missing) < 3 else ', '.join(missing[:-1]) + ', and ' + missing[-1]
            raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{'s' if len(missing) > 1 else ''}: {names}")
        for name in keywords:
            raise TypeError(f'{typename}.__new__() got an unexpected keyword argument {name!r}')
        return _new_tuple(cls, tuple(values))

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([f'{name}={value!r}' for name, value in zip(fields, self)]) + ')'

    def _asdict(self):
        return dict(zip(fields, self))

    def _replace(self, **keywords):
        values = self._asdict()
        values.update(keywords)
        return type(self)(**values)

    def _make(cls, iterable):
        return cls(*iterable)

    def __getnewargs__(self):
        return tuple(self)

    namespace = {'__new__': __new__, '__repr__': __repr__, '__getnewargs__': __getnewargs__, '_asdict': _asdict, '_replace': _replace,
                 '_make': classmethod(_make), '_fields': fields, '__match_args__': fields,
                 '_field_defaults': dict(zip(fields[first_default:], defaults)), '__module__': _caller_module()}
    for position, name in enumerate(fields):
        namespace[name] = _field(position, name)
    return type(typename, (tuple,), namespace)


class UserDict:
    def __init__(self, dict=None, /, **keywords):
        self.data = {}
        self.update(dict, **keywords)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), '__missing__'):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        return repr(self.data)

    def keys(self):
        return self.data.keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        item = self[key]
        del self[key]
        return item

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=None, /, **keywords):
        if other is not None:
            for key, item in dict(other).items():
                self[key] = item
        for key, item in keywords.items():
            self[key] = item

    def copy(self):
        return type(self)(self.data)
