# Recursion: memo, towers, permutations, queens, and what happens at the bottomless pit.
import sys
from functools import lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


print(len(hanoi(6)), *hanoi(2))


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


print(["".join(p) for p in permutations(list("abc"))])


def queens(n, placed=()):
    if len(placed) == n:
        return 1
    row = len(placed)
    return sum(queens(n, placed + (col,)) for col in range(n)
               if all(col != c and abs(col - c) != row - r for r, c in enumerate(placed)))


print([queens(n) for n in range(1, 7)])


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(sys.getrecursionlimit(), 900 < depth() <= 1000)


def forever():
    return forever() + 1


try:
    forever()
except RecursionError as e:
    print(e)
ackermann = lambda m, n: n + 1 if m == 0 else ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))
print(ackermann(2, 3), 2 ** 62, pow(3, 100, 7), -2 ** 2, (7 ** 20) // (3 ** 20))
