# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Computing in threads", zh = "用线程计算" }
# subtitle = { en = "Eight tasks, four threads, four cores", zh = "八个任务，四个线程，四个核" }
# group = "processes"
# order = 39
# panel = "pool"
# questions = ["S1-02", "S1-08", "S1-18", "S2-03"]
# cores = 4
# python = "3.11"
# ///
from concurrent.futures import ThreadPoolExecutor
from sim import cpu


def work(n):
    cpu(ms=20)  #: taking-turns
    return n  #: turns


if __name__ == '__main__':
    with ThreadPoolExecutor(4) as pool:
        out = list(pool.map(work, range(8)))
    print(sum(out))  #: slow
