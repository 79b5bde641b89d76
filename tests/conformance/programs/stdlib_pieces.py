import collections, itertools, math
print(collections.Counter("banana").most_common(2), math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.gcd(12, 18))
d = collections.defaultdict(list)
for w in ["apple", "avocado", "bean"]: d[w[0]].append(w)
print(dict(d), list(itertools.chain([1], [2, 3])), list(itertools.islice(itertools.count(5), 3)))
q = collections.deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(list(q), q[0])
P = collections.namedtuple("P", "x y"); p = P(1, y=2); print(p, p.x + p.y, p._replace(x=5))
print(round(math.pi, 5), math.inf > 1, list(itertools.product("ab", [1, 2])), list(itertools.accumulate([1, 2, 3])))
