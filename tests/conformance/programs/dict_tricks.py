# What interviewers ask about dictionaries and sets.
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

words = "the quick brown fox jumps over the lazy dog the end".split()
print(Counter(words).most_common(2), Counter("hello")["l"], Counter("hello")["z"])
index = defaultdict(list)
for i, word in enumerate(words):
    index[word[0]].append(i)
print(dict(index), "z" in index, index["z"], "z" in index)
print({v: k for k, v in {"a": 1, "b": 2}.items()}, dict(zip("xyz", range(3))), dict.fromkeys("ab", 0))
d = {"b": 1, "a": 2}
d["c"] = d.pop("b")
print(d, list(d), d.get("q"), d.get("q", 0), d.setdefault("q", []), d | {"a": 9}, {**d, "r": 1})
d |= {"a": 0}
print(sorted(d, key=lambda k: str(d[k])), max(d, key=len), d.popitem(), len(d))
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e)
try:
    {}[[]]
except TypeError as e:
    print(e)
try:
    d["missing"]
except KeyError as e:
    print("KeyError", e, e.args)
print({1: "int", 1.0: "float", True: "bool"}, {"a": 1} == {"a": 1.0}, {1, 2} <= {1, 2, 3}, {1, 2} ^ {2, 3})
print(sorted(d.keys() & {"a", "c"}), [k for k, v in sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1])])
lru = OrderedDict((k, None) for k in "abc")
lru.move_to_end("a")
lru.popitem(last=False)
print(list(lru), lru == OrderedDict(c=None, a=None))
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(3)
print(p, p.x + p.y, p._replace(y=4), p._asdict(), Point._fields, *p)
window = deque(maxlen=3)
for i in range(5):
    window.append(i)
window.appendleft(9)
window.rotate(1)
print(window, window[0], list(reversed(window)))
nested = {"a": {"b": [1, {"c": (2,)}]}}
print(nested["a"]["b"][1]["c"][0], nested)
s = frozenset("hello")
print(len(s), hash(s) == hash(frozenset("ohell")), {s: 1}[frozenset("helo")], sorted(set("abracadabra") - set("abc")))
a = [1, 2, 3]
b = a
c = a[:]
a += [4]
print(b is a, c, a is c, [[0] * 2] * 2, a.index(3), a[::-1], a[-2:], sum(a, 10), any([]), all([]))
grid = [[0] * 2] * 2
grid[0][0] = 5
print(grid)
