# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Waiting in threads", zh = "用线程等待 I/O" }
# subtitle = { en = "Eight tasks that wait for the disk, four threads", zh = "八个等待磁盘的任务，四个线程" }
# group = "processes"
# order = 39
# panel = "pool"
# questions = ["S1-02", "S1-08", "S1-18", "S2-03"]
# cores = 4
# python = "3.11"
# ///
from concurrent.futures import ThreadPoolExecutor
from sim import disk


def work(n):
    disk(ms=20)  #: outside
    return n  #: asleep


if __name__ == '__main__':
    with ThreadPoolExecutor(4) as pool:
        out = list(pool.map(work, range(8)))
    print(sum(out))  #: cheap
