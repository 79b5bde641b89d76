# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The process executor and its processes", zh = "进程执行器与它的进程" }
# subtitle = { en = "ProcessPoolExecutor(4), start method fork", zh = "ProcessPoolExecutor(4)，启动方式 fork" }
# group = "pool"
# order = 31
# panel = "pool"
# questions = ["S1-12"]
# cores = 4
# python = "3.11"
# axis = "time"
# ///
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children
from sim import disk



def task(n):
    disk(ms=20)
    return n * n  #: alone


if __name__ == "__main__":
    with ProcessPoolExecutor(4) as pool:
        print(len(active_children()), "workers")  #: nobody
        a = pool.submit(task, 3)  #: first
        print(len(active_children()), "workers")
        print(a.result())
