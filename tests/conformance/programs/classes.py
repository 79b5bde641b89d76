class Point:
    count = 0
    def __init__(self, x, y):
        self.x, self.y = x, y
        Point.count += 1
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __call__(self, k): return Point(self.x * k, self.y * k)
    def __bool__(self): return bool(self.x or self.y)
    def __contains__(self, v): return v in (self.x, self.y)
    def __iter__(self):
        yield self.x
        yield self.y
    def __neg__(self): return Point(-self.x, -self.y)
p, q = Point(1, 2), Point(3, 4)
print(p, p + q, p == Point(1, 2), p != q, p < q, len(p), p[0], p(3), bool(Point(0, 0)), 2 in p)
print(list(p), -p, sorted([q, p]), Point.count, [*q])
p.x += 10
print(p.x, hasattr(p, "z"), getattr(p, "z", "none"), p.__class__.__name__, type(p) is Point)
setattr(p, "z", 5); print(p.z); del p.z; print(hasattr(p, "z"))
x, y = q
print(x, y, str(p), f"{p}")
try:
    p.nothing
except AttributeError as e:
    print(e)
