# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A worker that dies: Pool", zh = "工作进程意外死亡：Pool" }
# subtitle = { en = "One of four tasks ends its own worker process", zh = "四个任务中有一个结束了自己的工作进程" }
# group = "processes"
# order = 38
# panel = "pool"
# questions = ["S1-12", "S1-03"]
# cores = 2
# python = "3.11"
# ///
import os
from multiprocessing import Pool, TimeoutError


def work(n):
    if n == 1:
        os._exit(1)  #: dies
    return n


if __name__ == '__main__':
    with Pool(2) as pool:
        jobs = [pool.apply_async(work, [n])
                for n in range(4)]
        for job in jobs:
            try:
                print(job.get(timeout=0.5))  #: get
            except TimeoutError:
                print('no answer')  #: silence
