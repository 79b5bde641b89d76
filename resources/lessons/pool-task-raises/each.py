# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A task that raises", zh = "抛出异常的任务" }
# subtitle = { en = "Four tasks, two workers, and a get() for each task", zh = "四个任务，两个工作进程，每个任务一次 get()" }
# group = "processes"
# order = 37
# panel = "pool"
# questions = ["S1-12", "S1-03"]
# cores = 2
# python = "3.11"
# ///
from multiprocessing import Pool


def half(n):
    if n % 2:
        raise ValueError('odd')  #: raise
    return n // 2


if __name__ == '__main__':
    with Pool(2) as pool:
        jobs = [pool.apply_async(half, [n])
                for n in [4, 3, 8, 6]]  #: submit
        for job in jobs:
            try:
                print(job.get())  #: get
            except ValueError as e:
                print('error:', e)  #: error
