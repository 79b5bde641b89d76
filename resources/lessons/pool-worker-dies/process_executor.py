# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A worker that dies: executor", zh = "工作进程意外死亡：执行器" }
# subtitle = { en = "The same in a ProcessPoolExecutor", zh = "同样的事发生在 ProcessPoolExecutor 里" }
# group = "processes"
# order = 38
# panel = "pool"
# questions = ["S1-12", "S1-03"]
# cores = 2
# python = "3.11"
# ///
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(n):
    if n == 1:
        os._exit(1)  #: ends
    return n


if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        bad = pool.submit(work, 1)
        try:
            print(bad.result())  #: result
        except BrokenProcessPool:
            print('broken')  #: broken
