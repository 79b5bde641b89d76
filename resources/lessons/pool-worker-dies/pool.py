# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A worker that dies: Pool", zh = "工作进程意外死亡：Pool" }
# subtitle = { en = "Pool replaces the worker; the task's result never comes", zh = "Pool 换上新的工作进程，但那个任务的结果永远不会来" }
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
