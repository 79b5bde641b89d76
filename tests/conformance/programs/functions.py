def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
print(f(1, c=3))
print(f(1, 20, 30, 40, c=3, d=5, e=6))
print(f(*[1, 2, 3], **{"c": 9, "z": 0}))
def g(x, /, y, *, z=0):
    return x + y + z
print(g(1, y=2), g(1, 2, z=3))
def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)
print(recursive(10), (lambda *a: len(a))(1, 2, 3))
def default(item, bag=[]):
    bag.append(item)
    return bag
print(default(1), default(2), f.__name__, g.__defaults__)
for bad in (lambda: g(1), lambda: f(), lambda: g(x=1, y=2), lambda: g(1, 2, 3)):
    try:
        bad()
    except TypeError as e:
        print("TypeError", e)
