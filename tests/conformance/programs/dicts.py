d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "b" in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
d.update({"a": 10, "e": 5}); print(d.pop("b"), d.pop("zz", None), d)
print(d.setdefault("f", []), d.setdefault("a", 0)); d["f"].append(1); print(d)
for key, value in sorted(d.items(), key=lambda item: item[0]):
    print(key, "->", value)
print({k: v * v for k, v in zip("xyz", range(3))}, dict(a=1, b=2), dict([("k", "v")]))
print({**d, "a": 0}, d == dict(d), d.copy() is d)
del d["a"]; print(d, d.popitem())
count = {}
for ch in "mississippi":
    count[ch] = count.get(ch, 0) + 1
print(count, max(count, key=count.get))
try:
    d["missing"]
except KeyError as e:
    print("KeyError", e)
