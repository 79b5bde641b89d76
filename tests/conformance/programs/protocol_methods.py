# Objects that act like the built-in ones: containers, numbers, callables, context managers, descriptors.
class Vector:
    def __init__(self, *parts):
        self._parts = list(parts)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self._parts))})"

    def __len__(self):
        return len(self._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Vector(*self._parts[index])
        return self._parts[index]

    def __setitem__(self, index, value):
        self._parts[index] = value

    def __delitem__(self, index):
        del self._parts[index]

    def __contains__(self, value):
        return value in self._parts

    def __iter__(self):
        return iter(self._parts)

    def __reversed__(self):
        return reversed(self._parts)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self, other)))

    def __mul__(self, k):
        return Vector(*(a * k for a in self))

    __rmul__ = __mul__

    def dot(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return (self.dot(self)) ** 0.5

    def __bool__(self):
        return any(self)

    def __iadd__(self, other):
        self._parts = [a + b for a, b in zip(self, other)]
        return self

    def __call__(self, function):
        return Vector(*map(function, self))

    def __index__(self):
        return len(self)


v = Vector(3, 4)
w = v
w += Vector(1, 1)
print(v, v is w, v + Vector(1, 2), 2 * v, v * 2, -v, v.dot(v), abs(Vector(3, 4)), bool(Vector(0, 0)), not Vector())
v[0], v[1] = v[1], v[0]
print(v, v[-1], v[:1], 4 in v, 9 in v, list(reversed(v)), [*v], max(v), v(str), [10, 20, 30][Vector(1)], sorted(v))
del v[0]
print(v, len(v))
for wrong in (lambda: v + 1, lambda: 1 + v, lambda: v[5], lambda: v < v, lambda: v.missing, lambda: len(7), lambda: [1][v], lambda: {v: 1}[3]):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start <= 0:
            raise StopIteration
        self.start -= 1
        return self.start + 1


print(list(Countdown(3)), list(zip("ab", Countdown(5))), 2 in Countdown(3), dict(enumerate(Countdown(2), 1)))


class Sequence:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


print(list(Sequence()), 20 in Sequence(), [x for x in Sequence() if x])


class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with Managed("a") as a, Managed("b", True) as b:
    print(a.name, b.name)
    raise ValueError("inside")
print("after")
try:
    with Managed("c"):
        raise KeyError("out")
except KeyError as e:
    print("caught", e)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Item:
    price = Positive()
    stock = Positive()

    def __init__(self, price, stock):
        self.price, self.stock = price, stock

    def __getattr__(self, name):
        return f"<{name}>"


item = Item(5, 2)
print(item.price * item.stock, item.colour, vars(item))
try:
    item.price = -1
except ValueError as e:
    print(e)


class Base:
    registry = []

    def __init_subclass__(cls, /, kind="plain", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, kind))


class One(Base):
    pass


class Two(One, kind="special"):
    pass


print(Base.registry, Two.__mro__[-1].__name__, Two.__bases__[0].__name__)


class A:
    def hello(self):
        return ["A"]


class B(A):
    def hello(self):
        return ["B"] + super().hello()


class C(A):
    def hello(self):
        return ["C"] + super().hello()


class D(B, C):
    def hello(self):
        return ["D"] + super().hello()


print(D().hello(), [c.__name__ for c in D.mro()])
