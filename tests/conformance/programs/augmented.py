class Box:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v += o; return self
    def __radd__(self, o): return o + self.v
b = c = Box(1)
b += 5
print(b.v, c is b, 10 + b)
l = m = [1]; l += [2]; print(m); l = l + [3]; print(m, l)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
d = {"n": 1}; d["n"] += 1; d["n"] *= 10; print(d)
i = 0
def index():
    global i
    i += 1
    return 0
a = [5]; a[index()] += 1; print(a, i)
