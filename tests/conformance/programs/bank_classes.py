# Classes as students write them: properties, class methods, operators, ordering, slots, abstract bases.
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import total_ordering


class Account:
    interest = 0.02
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        self._lock = threading.RLock()
        Account.opened += 1

    @property
    def balance(self):
        return self.__balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("overdrawn by %.2f" % -value)
        self.__balance = value

    def transfer(self, other, amount):
        with self._lock:
            self.balance -= amount
            other.balance += amount

    @classmethod
    def from_text(cls, text):
        owner, _, balance = text.partition(":")
        return cls(owner.strip(), int(balance))

    @staticmethod
    def is_amount(text):
        return text.isdigit()

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"

    def __add__(self, other):
        return Account(f"{self.owner}&{other.owner}", self.balance + other.balance)

    def __eq__(self, other):
        return isinstance(other, Account) and self.balance == other.balance

    def __hash__(self):
        return hash(self.owner)


class Savings(Account):
    interest = 0.05

    def __repr__(self):
        return "<" + super().__repr__() + ">"


a, b = Account("Ann", 100), Savings.from_text("Bob : 50")
a.transfer(b, 30)
print(a, b, a + b, Account.opened, a.interest, b.interest)
try:
    b.transfer(a, 500)
except ValueError as e:
    print(e, b)
try:
    print(a.__balance)
except AttributeError as e:
    print(e)
print(a._Account__balance, Account.is_amount("12"), Account.is_amount("-1"))
print(a == Account("x", 70), a != b, len({a, Account("Ann", 70)}))


@total_ordering
class Version:
    __slots__ = ("parts",)

    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __str__(self):
        return ".".join(map(str, self.parts))


print(*sorted(map(Version, ["1.10", "1.9", "1.9.1"])), Version("2.0") >= Version("2.0"), max(Version("3.1"), Version("3.0")))
try:
    Version("1").other = 1
except AttributeError as e:
    print(e)


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    def __format__(self, spec):
        return format(self.area(), spec or ".1f")


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


try:
    Shape()
except TypeError as e:
    print(e)
print(f"{Square(1.5)} {Square(2):.3f}")


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)


jobs = [Job(2, "b"), Job(1, "a", ["x"]), Job(2, "a")]
print(sorted(jobs), jobs[0] == jobs[2], jobs[1].tags, Job(1, "z").tags)
print(Savings.__mro__[1].__name__, isinstance(b, Account), issubclass(Account, Savings), hasattr(b, "owner"), getattr(b, "pin", None))
