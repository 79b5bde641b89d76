import multiprocessing
import time


def work(x):
    time.sleep(0.01 * x)
    return x


class Task:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        return self.n * x


def unpicklable(x):
    return lambda: x


def leave(x):
    raise SystemExit(3)


if __name__ == "__main__":
    with multiprocessing.Pool(4) as pool:
        print(pool.map(work, range(17)))
        print(list(pool.imap_unordered(work, [8, 1, 4])))
        print(pool.map(Task(3), [1, 2, 3]))
        try:
            pool.map(unpicklable, [1])
        except multiprocessing.pool.MaybeEncodingError as error:
            print(type(error).__name__, "Error sending result" in str(error))

        def numbers():
            yield 1
            raise RuntimeError("iterable")

        it = pool.imap(work, numbers())
        print(next(it))
        try:
            next(it)
        except RuntimeError as error:
            print(error)
        print(str(pool)[-24:])
        result = pool.apply_async(work, (30,))
        try:
            result.successful()
        except ValueError as error:
            print(str(error)[-9:])
    print(str(pool)[-30:])
