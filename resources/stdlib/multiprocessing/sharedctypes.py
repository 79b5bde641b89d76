"""Numbers in memory that several processes share: Value and Array."""
import _multiprocessing
from multiprocessing import context


_names = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort", "i": "int", "I": "uint", "l": "long", "L": "ulong",
          "q": "long", "Q": "ulong", "f": "float", "d": "double", "c": "char", "?": "bool"}


def _typecode(of):
    # A truth value's code is known to ctypes only.
    code = of if isinstance(of, str) and of != "?" else getattr(of, "_type_", None)
    if code is None:
        raise TypeError("this type has no storage info")
    return code


class _RawValue:
    def __init__(self, typecode, memory=None):
        self._memory = _multiprocessing.SharedMemory(typecode, 1) if memory is None else memory

    @property
    def value(self):
        return self._memory[0]

    @value.setter
    def value(self, value):
        self._memory[0] = value

    def __repr__(self):
        return f"c_{_names[self._memory._typecode()]}({self.value!r})"

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild_value, (self._memory._handle(),)


class _RawArray:
    def __init__(self, typecode, length, memory=None):
        self._memory = _multiprocessing.SharedMemory(typecode, length) if memory is None else memory

    def __len__(self):
        return len(self._memory)

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self._memory[i] for i in range(*index.indices(len(self._memory)))]
            return b"".join(items) if self._memory._typecode() == "c" else items
        return self._memory[index]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(len(self._memory)))
            values = [bytes([byte]) for byte in value] if isinstance(value, bytes) else list(value)
            if len(values) != len(places):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, values):
                self._memory[place] = item
        else:
            self._memory[index] = value

    def __iter__(self):
        for i in range(len(self._memory)):
            yield self._memory[i]

    @property
    def raw(self):
        return self[:]

    @property
    def value(self):
        return self[:].split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        if len(value) > len(self):
            raise ValueError("byte string too long")
        self[:len(value)] = value
        if len(value) < len(self):
            self[len(value)] = b"\0"

    def __repr__(self):
        name = f"c_{_names[self._memory._typecode()]}_Array_{len(self)}"
        return f"<multiprocessing.sharedctypes.{name} object at {id(self):#x}>"

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild_array, (self._memory._handle(),)


def _rebuild_value(handle):
    return _RawValue(None, _multiprocessing.SharedMemory._rebuild(handle))


def _rebuild_array(handle):
    return _RawArray(None, 0, _multiprocessing.SharedMemory._rebuild(handle))


def RawValue(typecode_or_type, *args):
    obj = _RawValue(_typecode(typecode_or_type))
    if len(args) > 1:
        raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
    if args:
        obj.value = args[0]
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    code = _typecode(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError(f"Array length must be >= 0, not {size_or_initializer}")
        return _RawArray(code, size_or_initializer)
    obj = _RawArray(code, len(size_or_initializer))
    obj[:] = size_or_initializer
    return obj


def Value(typecode_or_type, *args, lock=True, ctx=None):
    obj = RawValue(typecode_or_type, *args)
    return obj if lock is False else Synchronized(obj, _lock_from(lock, ctx))


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    obj = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return obj
    kind = SynchronizedString if obj._memory._typecode() == "c" else SynchronizedArray
    return kind(obj, _lock_from(lock, ctx))


def _lock_from(lock, ctx):
    if lock is True or lock is None:
        return (ctx or context._default_context).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return lock


class SynchronizedBase:
    """Each single access takes the lock; a += is two of them."""

    def __init__(self, obj, lock):
        self._obj = obj
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __reduce__(self):
        context.assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value

    def __iter__(self):
        for index in range(len(self._obj)):
            yield self[index]



class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw
