def count(n):
    for i in range(n):
        yield i
print(list(count(4)), sum(x * x for x in count(5)))
def echo():
    got = None
    while got != "stop":
        got = yield f"got {got}"
    return "finished"
g = echo()
print(next(g), g.send(1), g.send("two"))
try:
    g.send("stop")
except StopIteration as e:
    print("stopped", e.value)
def delegating():
    result = yield from inner()
    yield result
def inner():
    x = yield 1
    yield x
    return "inner result"
d = delegating()
print(next(d), d.send("sent"), next(d), next(d, "default"))
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
c = cleanup(); next(c); c.close()
def catching():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            yield f"caught {e}"
c = catching(); next(c)
print(c.throw(ValueError("oops")), next(c))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fib(), range(10))])
