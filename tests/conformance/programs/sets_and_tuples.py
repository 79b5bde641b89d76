s = {1, 2, 3}
s.add(2); s.add(4); s.discard(9); s.remove(1)
print(sorted(s), len(s), 3 in s, sorted(s | {7}), sorted(s & {2, 3}), sorted(s - {2}), sorted(s ^ {2, 9}))
print(s == {2, 3, 4}, s <= {2, 3, 4, 5}, s.isdisjoint({8}), set(), sorted(set("hello")))
t = (1, "two", 3.0)
a, b, c = t
print(t, t[1], len(t), t + (4,), t * 2, t.index("two"), (1,), (), a, b, c)
first, *middle, last = range(6)
print(first, middle, last)
(x, y), z = (1, 2), 3
x, y = y, x
print(x, y, z, (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)))
*init, end = "abc"
print(init, end, frozenset([1, 2]) == {1, 2})
