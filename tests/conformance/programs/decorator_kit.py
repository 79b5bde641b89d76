# Decorators that everybody writes once: timed, retried, cached, counted, synchronised, with and without arguments.
import functools
import threading
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            wrapper.times.append(time.perf_counter() - start)
    wrapper.times = []
    return wrapper


def retry(times=3, catching=Exception, delay=0):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except catching as e:
                    print(f"attempt {attempt} of {function.__name__}: {e}")
                    if attempt == times:
                        raise
                    time.sleep(delay)
        return wrapper
    return decorate


def synchronised(lock=None):
    lock = lock or threading.RLock()

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with lock:
                return function(*args, **kwargs)
        return wrapper
    return decorate


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@timed
@CountCalls
def add(a, b=1, *more, scale=1, **options):
    """Adds."""
    return (a + b + sum(more)) * scale + len(options)


print(add(1), add(1, 2, 3, scale=2, x=0), add.__name__, add.__doc__, len(add.times), all(t >= 0 for t in add.times))
print(add.__wrapped__.calls, add.__wrapped__.__wrapped__(5))
failures = iter([ValueError("first"), OSError("second"), None])


@retry(delay=0.001)
def flaky():
    problem = next(failures)
    if problem:
        raise problem
    return "done"


@retry(times=2, catching=KeyError)
def hopeless():
    raise KeyError("always")


print(flaky())
try:
    hopeless()
except KeyError as e:
    print("gave up", e)
total = 0


@synchronised()
def bump(n):
    global total
    for _ in range(n):
        value = total
        time.sleep(0)
        total = value + 1


threads = [threading.Thread(target=bump, args=(20,)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)


@functools.lru_cache(maxsize=2)
def slow_square(n):
    print("computing", n)
    return n * n


print([slow_square(n) for n in (2, 3, 2, 4, 2, 3)], slow_square.cache_info())
slow_square.cache_clear()
print(slow_square.cache_info().currsize, functools.partial(pow, 2)(5), functools.partial(int, base=2)("101"))


class Lazy:
    @functools.cached_property
    def value(self):
        print("worked out")
        return 42


lazy = Lazy()
print(lazy.value, lazy.value, "value" in lazy.__dict__)


@functools.singledispatch
def describe(x):
    return f"thing {x}"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
def _(x):
    return f"list of {len(x)}"


print(describe("a"), describe(3), describe([1]), describe(True))
