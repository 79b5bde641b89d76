_missing = object()


class partial:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [f'{key}={value!r}' for key, value in self.keywords.items()]
        return 'functools.partial(' + ', '.join(parts) + ')'


WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__')


def update_wrapper(wrapper, wrapped):
    for name in WRAPPER_ASSIGNMENTS:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped)
    return decorate


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return f'CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})'


def _cached(function, maxsize):
    cache = {}
    counts = [0, 0]

    def wrapper(*args, **keywords):
        key = (args, tuple(sorted(keywords.items()))) if keywords else args
        value = cache.get(key, _missing)
        if value is not _missing:
            counts[0] += 1
            if maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        counts[1] += 1
        value = function(*args, **keywords)
        if maxsize is not None and len(cache) >= maxsize and maxsize > 0:
            del cache[next(iter(cache))]
        if maxsize != 0:
            cache[key] = value
        return value

    def cache_info():
        return _CacheInfo(counts[0], counts[1], maxsize, len(cache))

    def cache_clear():
        cache.clear()
        counts[0] = counts[1] = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128)

    def decorate(function):
        return _cached(function, maxsize)
    return decorate


def cache(function):
    return _cached(function, None)


class cached_property:
    def __init__(self, func):
        self.func = func

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.name] = value
        return value


def total_ordering(cls):
    if '__lt__' in cls.__dict__:
        cls.__gt__ = lambda self, other: not (self < other) and self != other
        cls.__le__ = lambda self, other: self < other or self == other
        cls.__ge__ = lambda self, other: not (self < other)
    elif '__gt__' in cls.__dict__:
        cls.__lt__ = lambda self, other: not (self > other) and self != other
        cls.__ge__ = lambda self, other: self > other or self == other
        cls.__le__ = lambda self, other: not (self > other)
    return cls


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

        def __eq__(self, other):
            return compare(self.value, other.value) == 0
    return Key


def singledispatch(function):
    registry = {object: function}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]

    def register(cls, implementation=None):
        if implementation is None and isinstance(cls, type):
            return lambda implementation: register(cls, implementation)
        if implementation is None:
            implementation = cls
            cls = next(iter(implementation.__annotations__.values()))
        registry[cls] = implementation
        return implementation

    @wraps(function)
    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{function.__name__} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register, wrapper.dispatch, wrapper.registry = register, dispatch, registry
    return wrapper
