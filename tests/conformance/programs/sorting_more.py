# Sorting: stability, keys, several keys, heaps, bisect, and the hand-written classics.
import bisect
import heapq
import itertools
import random
from functools import cmp_to_key, reduce
from operator import attrgetter, itemgetter

people = [("Tom", 30), ("ann", 25), ("Bob", 30), ("Zoe", 25)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=lambda p: (-p[1], p[0].lower())))
print(sorted("bAc", key=str.lower), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}))
print(sorted([10, 9, 100], key=cmp_to_key(lambda a, b: -1 if str(a) + str(b) < str(b) + str(a) else 1)))
try:
    sorted([1, "a", None])
except TypeError as e:
    print(e)


def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right, out = merge(items[:middle]), merge(items[middle:]), []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def bubble(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


random.seed(7)
numbers = [random.randint(0, 99) for _ in range(40)]
print(quick(numbers) == merge(numbers) == bubble(numbers) == sorted(numbers), numbers[:8])
heap = []
for n in numbers[:9]:
    heapq.heappush(heap, n)
print([heapq.heappop(heap) for _ in range(3)], heapq.nlargest(2, numbers), heapq.nsmallest(2, numbers))
scores = [33, 60, 77, 90, 100]
print([("F", "D", "C", "B", "A", "A+")[bisect.bisect(scores, s)] for s in (20, 60, 89, 100)])
bisect.insort(scores, 65)
print(scores, reduce(lambda a, b: a * b, range(1, 6)))
print([(k, len(list(g))) for k, g in itertools.groupby("aaabbc")], list(itertools.accumulate([1, 2, 3])))
print(list(itertools.permutations("abc", 2))[:3], list(itertools.combinations(range(4), 3)), list(itertools.product("ab", [0, 1])))
print(list(itertools.islice(itertools.count(5, 5), 3)), list(itertools.chain.from_iterable(["ab", "c"])), list(itertools.zip_longest("ab", "c", fillvalue="-")))


class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def __repr__(self):
        return f"{self.rank}{self.suit}"


deck = [Card(r, s) for s in "SH" for r in (3, 1, 2)]
deck.sort(key=attrgetter("rank", "suit"))
print(deck, min(deck, key=attrgetter("suit")))
