# Lists, trees, graphs and caches by hand.
from collections import deque


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def build(values):
    head = None
    for v in reversed(values):
        head = Node(v, head)
    return head


def walk(node):
    while node:
        yield node.value
        node = node.next


def reverse(node):
    previous = None
    while node:
        node.next, previous, node = previous, node, node.next
    return previous


def has_cycle(node):
    slow = fast = node
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            return True
    return False


head = build([1, 2, 3, 4])
print(list(walk(head)))
head = reverse(head)
print(*walk(head), has_cycle(head))
head.next.next.next.next = head
print(has_cycle(head))


class Tree:
    def __init__(self, value):
        self.value, self.left, self.right = value, None, None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def depth(self):
        return 1 + max((t.depth() for t in (self.left, self.right) if t), default=0)

    def levels(self):
        row = deque([(self, 0)])
        out = {}
        while row:
            node, level = row.popleft()
            out.setdefault(level, []).append(node.value)
            row.extend((n, level + 1) for n in (node.left, node.right) if n is not None)
        return out


tree = Tree(50)
for n in (30, 70, 20, 40, 60, 80, 10):
    tree.insert(n)
print(list(tree), tree.depth(), tree.levels(), 60 in tree, 61 in tree)
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": []}


def shortest(graph, start, goal):
    paths, seen = deque([[start]]), {start}
    while paths:
        path = paths.popleft()
        if path[-1] == goal:
            return path
        for next_ in graph[path[-1]]:
            if next_ not in seen:
                seen.add(next_)
                paths.append(path + [next_])
    return None


def topological(graph):
    order, done = [], set()

    def visit(node):
        if node in done:
            return
        done.add(node)
        for next_ in graph[node]:
            visit(next_)
        order.insert(0, node)
    for node in graph:
        visit(node)
    return order


print("->".join(shortest(graph, "a", "e")), shortest(graph, "e", "a"), topological(graph))


class LRU:
    def __init__(self, size):
        self.size, self.data = size, {}

    def get(self, key):
        if key not in self.data:
            return -1
        self.data[key] = self.data.pop(key)
        return self.data[key]

    def put(self, key, value):
        self.data.pop(key, None)
        self.data[key] = value
        if len(self.data) > self.size:
            del self.data[next(iter(self.data))]


cache = LRU(2)
cache.put("a", 1), cache.put("b", 2)
cache.get("a")
cache.put("c", 3)
print(cache.get("b"), cache.get("a"), cache.data)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [row[::-1] for row in zip(*matrix)], sum(matrix, []), [[x if x % 2 else 0 for x in r] for r in matrix])


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False] * 2
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i, is_prime in enumerate(sieve) if is_prime]


print(primes(50), "".join(c for c in "A man, a plan" if c.isalpha()).lower(), sorted("listen") == sorted("silent"))


def roman(n):
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += sign * count
    return out


print(roman(1994), roman(2026), [("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, 16)])
print("".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "xyz, abc"), bin(10)[2:], int("ff", 16), hex(255), oct(8))
print(any(a + b == 9 for i, a in enumerate([2, 7, 11]) for b in [2, 7, 11][i + 1:]), next((i for i, c in enumerate("hello") if c == "l"), -1))
