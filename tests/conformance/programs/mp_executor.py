import concurrent.futures
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(x):
    return x * x


def fail(x):
    raise KeyError(x)


def slow(seconds, value):
    time.sleep(seconds)
    return value


def add(a, b=1):
    return a + b


def die():
    os._exit(3)


def init(value):
    global base
    base = value


def from_base(x):
    return base + x


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(square, 7)
        print(future.result(), future.done(), future.running(), future.cancelled())
        print(list(executor.map(square, range(6))), list(executor.map(square, range(6), chunksize=4)))
        print(list(executor.map(add, [1, 2], [10, 20])), executor.submit(add, 1, b=5).result())
        futures = [executor.submit(slow, delay, name) for delay, name in [(0.3, "late"), (0.05, "early")]]
        print([f.result() for f in as_completed(futures)])
        done, pending = wait([executor.submit(slow, 0.01, 1), executor.submit(slow, 0.01, 2)])
        print(sorted(f.result() for f in done), pending)
        bad = executor.submit(fail, "k")
        print(repr(bad.exception()), type(bad.exception().__cause__).__name__)
        try:
            bad.result()
        except KeyError as error:
            print("KeyError", error)
        try:
            executor.submit(slow, 1, 1).result(timeout=0.01)
        except TimeoutError as error:
            print("timeout", repr(error))
        called = []
        executor.submit(square, 2).add_done_callback(lambda f: called.append(f.result()))
        lost = executor.submit(lambda: 1)
        print(type(lost.exception()).__name__)
    print(called)
    try:
        executor.submit(square, 1)
    except RuntimeError as error:
        print(error)
    with ProcessPoolExecutor(2, initializer=init, initargs=(10,)) as executor:
        print(list(executor.map(from_base, range(3))))
    with ProcessPoolExecutor(1) as executor:
        blocked = [executor.submit(slow, 0.2, i) for i in range(6)]
        time.sleep(0.1)
        cancelled = [f.cancel() for f in blocked]
        print(cancelled[0], cancelled[-1], blocked[0].result(), blocked[-1].cancelled())
    executor = ProcessPoolExecutor(2)
    broken = executor.submit(die)
    try:
        broken.result()
    except concurrent.futures.process.BrokenProcessPool as error:
        print(error)
    try:
        executor.submit(square, 1)
    except concurrent.futures.BrokenExecutor as error:
        print(error)
    for attempt in [lambda: ProcessPoolExecutor(0), lambda: executor.map(square, [1], chunksize=0)]:
        try:
            attempt()
        except ValueError as error:
            print(error)
