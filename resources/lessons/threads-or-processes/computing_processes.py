# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Computing in processes", zh = "用进程计算" }
# subtitle = { en = "Eight tasks, four processes, four cores", zh = "八个任务，四个进程，四个核" }
# group = "processes"
# order = 39
# panel = "pool"
# questions = ["S1-02", "S1-08", "S1-18", "S2-03"]
# cores = 4
# python = "3.11"
# ///
from concurrent.futures import ProcessPoolExecutor
from sim import cpu


def work(n):
    cpu(ms=20)  #: at-once
    return n  #: beside


if __name__ == '__main__':
    with ProcessPoolExecutor(4) as pool:
        out = list(pool.map(work, range(8)))
    print(sum(out))  #: fast
