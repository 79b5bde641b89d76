class auto:
    pass


class EnumMeta(type):
    def __init__(cls, name, bases, namespace):
        members = {}
        values = {}
        if bases and any(type(base) is EnumMeta for base in bases):
            last = 0
            for key, value in list(namespace.items()):
                if key.startswith('_') or callable(value) or isinstance(value, (property, staticmethod, classmethod)):
                    continue
                if isinstance(value, auto):
                    value = last * 2 or 1 if issubclass(cls, _Flags) else last + 1
                if isinstance(value, int):
                    last = value
                if value in values:
                    members[key] = values[value]
                    setattr(cls, key, values[value])
                    continue
                member = int.__new__(cls, value) if False else object.__new__(cls)
                member._name_ = key
                member._value_ = value
                values[value] = member
                members[key] = member
                setattr(cls, key, member)
        cls._member_map_ = members
        cls._value2member_map_ = values

    def __call__(cls, value):
        if isinstance(value, cls):
            return value
        member = cls._value2member_map_.get(value)
        if member is None:
            if issubclass(cls, _Flags):
                member = object.__new__(cls)
                member._name_ = '|'.join([other._name_ for other in cls if other._value_ & value])
                member._value_ = value
                cls._value2member_map_[value] = member
                return member
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        return member

    def __iter__(cls):
        return iter(list(cls._value2member_map_.values()))

    def __len__(cls):
        return len(cls._value2member_map_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        return isinstance(member, cls)

    @property
    def __members__(cls):
        return cls._member_map_


class Enum(metaclass=EnumMeta):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class _Ordered:
    def __int__(self):
        return self._value_

    def __index__(self):
        return self._value_

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)

    def __hash__(self):
        return hash(self._value_)

    def __lt__(self, other):
        return self._value_ < (other._value_ if isinstance(other, Enum) else other)

    def __le__(self, other):
        return self._value_ <= (other._value_ if isinstance(other, Enum) else other)

    def __gt__(self, other):
        return self._value_ > (other._value_ if isinstance(other, Enum) else other)

    def __ge__(self, other):
        return self._value_ >= (other._value_ if isinstance(other, Enum) else other)

    def __add__(self, other):
        return self._value_ + (other._value_ if isinstance(other, Enum) else other)

    def __radd__(self, other):
        return other + self._value_

    def __str__(self):
        return str(self._value_)


class IntEnum(_Ordered, Enum):
    pass


class StrEnum(_Ordered, Enum):
    pass


class _Flags:
    def __or__(self, other):
        return type(self)(self._value_ | other._value_)

    def __and__(self, other):
        return type(self)(self._value_ & other._value_)

    def __bool__(self):
        return self._value_ != 0

    def __contains__(self, other):
        return self._value_ & other._value_ == other._value_


class Flag(_Flags, Enum):
    pass


def unique(cls):
    return cls
