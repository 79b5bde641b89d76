# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A pool for all tasks", zh = "所有任务交给一个进程池" }
# subtitle = { en = "Pool(4): the same tasks, 4 cores", zh = "Pool(4)：同样的任务，4 核" }
# group = "pool"
# order = 30
# panel = "pool"
# questions = ["S1-12"]
# cores = 4
# python = "3.11"
# axis = "time"
# [[tool.interleave.parameters]]
# name = "TASKS"
# label = { en = "tasks", zh = "任务数" }
# min = 1
# max = 100
# ///
import os
from multiprocessing import Pool
from sim import cpu

TASKS = 100


def task(n):
    cpu(ms=4)
    return os.getpid()  #: shared


if __name__ == "__main__":
    with Pool(4) as pool:  #: hire
        pids = pool.map(task, range(TASKS))  #: map
    print(len(set(pids)), "processes")  #: few
