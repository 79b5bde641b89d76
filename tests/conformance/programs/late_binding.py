# The loop variable that all threads and lambdas share.
import threading

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
print([f() for f in [lambda i=i: i for i in range(3)]])

out = []
threads = []
for name in ["a", "b", "c"]:
    t = threading.Thread(target=lambda: out.append(name))
    threads.append(t)
for t in threads:
    t.start()
    t.join()
print(out)


def multipliers():
    return [lambda x, n=n: n * x for n in range(4)]


print([m(2) for m in multipliers()])


def append_to(item, target=[]):
    target.append(item)
    return target


print(append_to(1), append_to(2), append_to(3, []), append_to.__defaults__)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


a, b = counter(), counter()
print(a(), a(), b(), a())
x = 10


def shadow():
    try:
        print(x)
        x = 1
    except UnboundLocalError as e:
        print(type(e).__name__, e)


shadow()
