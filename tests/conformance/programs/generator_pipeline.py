# Generators that feed one another; send, throw, close, yield from and their results.
def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("numbers closed")


def squares(source):
    for x in source:
        yield x * x


def running_mean():
    total, count, mean = 0.0, 0, None
    while True:
        try:
            value = yield mean
        except ValueError as e:
            print("told off:", e)
            continue
        total += value
        count += 1
        mean = total / count


print(sum(squares(numbers(5))))
inner = numbers(1000)
source = squares(inner)
print(next(source), next(source), next(source))
source.close()
inner.close()
mean = running_mean()
next(mean)
print([mean.send(v) for v in (10, 20, 60)])
print(mean.throw(ValueError("not a number")))
mean.close()
try:
    mean.send(1)
except StopIteration as e:
    print("over", e.value)


def child():
    got = yield 1
    got += yield 2
    return got


def parent():
    result = yield from child()
    print("child returned", result)
    yield from "ab"
    return "all"


g = parent()
print(next(g), g.send(3), g.send(4), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def flatten(tree):
    for node in tree:
        if isinstance(node, (list, tuple)):
            yield from flatten(node)
        else:
            yield node


print(list(flatten([1, [2, (3, [4, []]), 5], ((6,),)])))
first, *rest = (n for n in range(6) if n % 2)
print(first, rest, next(iter([]), "empty"))


def broken():
    yield 1
    raise StopIteration("inside")


try:
    list(broken())
except RuntimeError as e:
    print(e, repr(e.__cause__))
