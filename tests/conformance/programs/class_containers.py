# Subclasses of list, dict, set, str and tuple, made from generators and keywords.
from collections import OrderedDict, UserDict, defaultdict


class Stack(list):
    def push(self, item):
        self.append(item)

    def peek(self):
        return self[-1] if self else None


class Attributes(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value

    def __missing__(self, key):
        return f"no {key}"


class Tags(set):
    pass


class Name(str):
    def shout(self):
        return self.upper() + "!"


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return self[0] + self[1]


stack = Stack(x * x for x in range(4))
stack.push(99)
print(stack, stack.peek(), len(stack), Stack().peek(), type(stack[1:]).__name__, Stack("ab"))
settings = Attributes((k, len(k)) for k in ("one", "three"))
settings.mode = "fast"
print(settings, settings.three, settings["four"], settings.get("four"), Attributes(a=1).a, Attributes([("x", 1)], y=2))
try:
    settings.nothing
except AttributeError as e:
    print("AttributeError:", e, hasattr(settings, "mode"))
print(sorted(Tags(c for c in "hello")), Tags("ab") | {"z"} == set("abz"), isinstance(Tags(), set))
print(Name("bob").shout(), Name("bob") == "bob", Name("x") + "y")
print(Pair(1, 2), Pair(3, 4).total, Pair(1, 2) == (1, 2), dict([Pair("k", "v")]))
print(OrderedDict((k, None) for k in "ba"), OrderedDict(a=1, b=2), OrderedDict([("z", 1)]))


class Default(defaultdict):
    def __init__(self):
        super().__init__(int)


counts = Default()
for word in "a b a".split():
    counts[word] += 1
print(dict(counts), type(counts).__name__)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper({"a": 1}, b=2)
u["c"] = 3
print(u, "A" in u, "a" in u, sorted(u.items()))


class Slotted:
    __slots__ = ["x", "y"]

    def __init__(self, x, y=0):
        self.x, self.y = x, y


class Loose(Slotted):
    pass


class Strict(Slotted):
    __slots__ = "z"


for made in (Slotted(1), Loose(2), Strict(3)):
    for name in ("x", "z", "q"):
        try:
            setattr(made, name, 5)
            print(type(made).__name__, name, getattr(made, name))
        except AttributeError as e:
            print(e)
