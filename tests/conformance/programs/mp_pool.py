import multiprocessing
import multiprocessing.pool
import os
import time


def square(x):
    return x * x


def add(a, b=0):
    return a + b


def slow(x):
    time.sleep(0.01 * (3 - x))
    return x


def fail(x):
    if x == 3:
        raise ValueError("three")
    return x


def init(value):
    global start
    start = value


def from_start(x):
    return start + x


def pid(x):
    time.sleep(0.01)
    return os.getpid()


def run(pool):
    print(pool.map(square, range(10)))
    print(pool.apply(add, (1,), {"b": 2}))
    print(pool.apply_async(add, (3, 4)).get())
    print(list(pool.imap(square, range(5))), list(pool.imap(square, range(7), chunksize=3)))
    print(sorted(pool.imap_unordered(square, range(5))))
    print(pool.starmap(add, [(1, 2), (3, 4)]))
    result = pool.map_async(square, [1, 2, 3])
    result.wait()
    print(result.ready(), result.successful(), result.get(timeout=1))
    print(pool.map(square, []), pool.map(len, ["a", "bb"]), pool.map(str.upper, ["x"]))
    for attempt in [lambda: pool.map(fail, range(5)), lambda: pool.apply(fail, (3,)),
                    lambda: list(pool.imap(fail, [1, 3])), lambda: pool.apply_async(time.sleep, (5,)).get(timeout=0.01),
                    lambda: pool.map(square, [1], chunksize=1).foo]:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)
    it = pool.imap(fail, [1, 2, 3, 4])
    out = []
    while True:
        try:
            out.append(next(it))
        except ValueError as error:
            out.append(str(error))
        except StopIteration:
            break
    print(out)
    got = []
    failed = []
    pool.map_async(square, [5, 6], callback=got.append).wait()
    pool.apply_async(fail, (3,), error_callback=failed.append).wait()
    pool.apply_async(add, (1, 1), callback=got.append).wait()
    print(got, failed)


if __name__ == "__main__":
    with multiprocessing.Pool(3) as pool:
        run(pool)
        try:
            pool.map(lambda x: x, [1])
        except Exception as error:
            print(type(error).__name__)
        print(len(set(pool.map(pid, range(6), chunksize=1))) <= 3)
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
    pool = multiprocessing.Pool(2, initializer=init, initargs=(100,))
    print(pool.map(from_start, range(4)))
    try:
        pool.join()
    except ValueError as error:
        print(error)
    pool.close()
    try:
        pool.apply(square, (1,))
    except ValueError as error:
        print(error)
    pool.join()
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        pids = [pool.apply(pid, (i,)) for i in range(5)]
    print(len(set(pids)), [len(set(pids[i:i + 2])) for i in (0, 2)])
    with multiprocessing.pool.ThreadPool(2) as pool:
        run(pool)
        print(pool.map(lambda x: x + 1, [1, 2]))
    for attempt in [lambda: multiprocessing.Pool(0), lambda: multiprocessing.Pool(1, initializer=3)]:
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
