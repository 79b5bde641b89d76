import os
import time
from multiprocessing import Pool, TimeoutError, cpu_count


def f(x):
    return x * x


def long_time_task(name):
    time.sleep(0.01)
    return name * 2


class Accumulator:
    def __init__(self):
        self.total = 0

    def add(self, value):
        self.total += value

    def method(self, x):
        return x + 1


if __name__ == "__main__":
    print(isinstance(cpu_count(), int), os.cpu_count() == cpu_count())
    with Pool(processes=4) as pool:
        print(pool.map(f, range(10)))
        for i in pool.imap_unordered(f, [2]):
            print(i)
        res = pool.apply_async(f, (20,))
        print(res.get(timeout=1))
        multiple = [pool.apply_async(f, (i,)) for i in range(4)]
        print([r.get(timeout=1) for r in multiple])
        res = pool.apply_async(time.sleep, (10,))
        try:
            print(res.get(timeout=0.05))
        except TimeoutError:
            print("We lacked patience and got a multiprocessing.TimeoutError")
    p = Pool(4)
    accumulator = Accumulator()
    for i in range(5):
        p.apply_async(long_time_task, args=(i,), callback=accumulator.add)
    p.close()
    p.join()
    print("All subprocesses done.", accumulator.total)
    with Pool(2) as pool:
        print(pool.map(accumulator.method, [1, 2]), pool.starmap(pow, [(2, 3), (3, 2)]))
        print(pool.map(f, (x for x in range(3))), pool.map(f, {5: 1}), pool.map(f, range(3), 2))
        print(list(pool.imap(f, iter([1, 2]))), pool.map(str, [1.5, None]), pool.map(sorted, ["ba", "dc"]))
