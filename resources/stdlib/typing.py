# Annotations mean nothing to the machine: every name is something that can be subscripted and called.
TYPE_CHECKING = False


class _Anything:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, key):
        return self

    def __call__(self, *args, **keywords):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return 'typing.' + self._name


class Generic:
    def __class_getitem__(cls, key):
        return cls


class Protocol:
    def __class_getitem__(cls, key):
        return cls


def TypeVar(name, *args, **keywords):
    return _Anything(name)


def cast(kind, value):
    return value


def NewType(name, kind):
    return lambda value: value


def overload(function):
    return function


def final(function):
    return function


def runtime_checkable(cls):
    return cls


def NamedTuple(name, fields):
    from collections import namedtuple
    return namedtuple(name, [field[0] for field in fields])


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    return _Anything(name)
