# contextlib: contextmanager, closing, suppress, ExitStack, redirect of nothing, nested and reused.
import threading
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def step(name):
    print("begin", name)
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("handled", e)
    finally:
        print("end", name)


with step("one") as one, step("two"):
    print(one)
with step("three"):
    1 / 0
try:
    with step("four"):
        raise KeyError("four")
except KeyError as e:
    print("through", e)
with suppress(FileNotFoundError, KeyError):
    {}["x"]
    print("never")


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with ExitStack() as stack:
    names = [stack.enter_context(step(n)) for n in "ab"]
    stack.callback(print, "called back", 1, sep="-")
    print(names)
with nullcontext(5) as five:
    print(five)
lock = threading.Lock()
with lock:
    print(lock.locked())
print(lock.locked())


@step("as a decorator")
def work(x):
    print("working", x)
    return x * 2


print(work(4), work(5))


@contextmanager
def no_yield():
    if False:
        yield


try:
    with no_yield():
        pass
except RuntimeError as e:
    print(e)


def early():
    with step("early"):
        return "value"


def loop():
    for i in range(3):
        with step(f"loop {i}"):
            if i == 0:
                continue
            break
    return i


print(early(), loop())
