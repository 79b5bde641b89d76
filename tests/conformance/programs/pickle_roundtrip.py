import pickle
import math
from collections import namedtuple


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length(self):
        return self.x + self.y


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.cache = {1: 2}

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = {}


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __reduce__(self):
        return Money, (self.amount,)


class Stack(list):
    pass


class Counted(dict):
    pass


class Wrong(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1
        self.b = [2]


Pair = namedtuple("Pair", "left right")


def square(x):
    return x * x


class Outer:
    class Inner:
        pass

    def method(self):
        return "method"


def show(value):
    data = pickle.dumps(value)
    print(len(data), data)
    return pickle.loads(data)


print(show([1, -1, 255, 256, 65535, 65536, 2**31 - 1, -2**31, 2**31, 2**40, -2**40, 2**62, 1.5, -0.0]))
print(show(["a", "", "é" * 3, "x" * 300, b"", b"abc", b"\x00" * 256]) == ["a", "", "é" * 3, "x" * 300, b"", b"abc", b"\x00" * 256])
print(show({"a": 1, "b": (1, 2), (): [], "c": (1, 2, 3, 4), "d": (1,)}))
print(show({3}), show({1, 2}), show(frozenset([5])), show(set()))
print(show([None, True, False, ..., NotImplemented]))
point = Point(3, 4)
again = show(point)
print(again.x, again.y, again is point, again.length())
account = show(Account("ann"))
print(account.owner, account.cache)
print(show(Money(5)).amount)
stack = Stack([1, 2])
stack.name = "s"
got = show(stack)
print(got, type(got).__name__, got.name)
got = show(Counted(a=1))
print(got, type(got).__name__)
got = show(Wrong(3, "bad"))
print(got.code, got.args, repr(got))
print(repr(show(ValueError("x"))), repr(show(KeyError("k"))))
print(show(Pair(1, 2)))
print(show(square) is square, show(Point) is Point, show(Outer.Inner) is Outer.Inner)
print(show(len) is len, show(math.sqrt) is math.sqrt, show(str.upper)("x"), show(int), show(ValueError))
print(show(point.length)(), show([1, 2].count)(2))
print(show(range(1, 10, 2)), show(slice(1, 2)))
slotted = show(Slotted())
print(slotted.a, slotted.b)
shared = [1]
a, b = show((shared, shared))
print(a is b)
loop = []
loop.append(loop)
got = show(loop)
print(got[0] is got)
node = {"self": None}
node["self"] = node
got = show(node)
print(got["self"] is got)
tup = ([],)
tup[0].append(tup)
got = show(tup)
print(got[0][0] is got)
print(len(pickle.dumps(list(range(5000)))), len(pickle.dumps("x" * 70000)), len(pickle.dumps({i: str(i) for i in range(3000)})))
print(pickle.loads(pickle.dumps(list(range(5000)))) == list(range(5000)))
big = pickle.dumps(["y" * 30000 + str(i) for i in range(5)])
print(len(big), len(pickle.loads(big)))
from collections import deque, defaultdict, OrderedDict, Counter
import enum
import functools


class Color(enum.Enum):
    RED = 1
    BLUE = 2


print(show(Color.BLUE) is Color.BLUE, show({Color.RED: 1}))
print(show(deque([1, 2, 3])), show(deque([1], 4)), show(deque()))
print(show(defaultdict(list, a=[1])), show(OrderedDict(b=1, a=2)), show(Counter("aab")))
print(pickle.loads(pickle.dumps(functools.partial(square, 3)))())


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n


got = pickle.loads(pickle.dumps({(Key(1), 2): 3}))
print([(key[0].n, value) for key, value in got.items()])
