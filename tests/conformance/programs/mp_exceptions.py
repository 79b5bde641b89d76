import multiprocessing
import sys
import time


class Odd(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.number = number

    def __str__(self):
        return f"{self.number} is odd"


def check(x):
    if x % 2:
        raise Odd(x)
    return x


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    deep(n - 1)


def chained():
    try:
        deep(2)
    except LookupError as error:
        raise RuntimeError("wrapped") from error


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        try:
            pool.map(check, [2, 4, 5])
        except Odd as error:
            print(error, error.number, type(error.__cause__).__name__)
    p = multiprocessing.Process(target=chained)
    p.start()
    p.join()
    print(p.exitcode)
    p = multiprocessing.Process(target=check, args=(3,))
    p.start()
    p.join()
    p = multiprocessing.Process(target=sys.exit, args=(300,))
    p.start()
    p.join()
    print(p.exitcode)
    p = multiprocessing.Process(target=check)
    p.start()
    p.join()
    print(p.exitcode)
