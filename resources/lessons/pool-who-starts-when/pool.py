# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Pool and its processes", zh = "Pool 与它的进程" }
# subtitle = { en = "multiprocessing.Pool(4) and two tasks", zh = "multiprocessing.Pool(4) 和两个任务" }
# group = "pool"
# order = 31
# panel = "pool"
# questions = ["S1-12"]
# cores = 4
# python = "3.11"
# axis = "time"
# ///
from multiprocessing import Pool
from multiprocessing import active_children
from sim import disk



def task(n):
    disk(ms=20)
    return n * n  #: two


if __name__ == "__main__":
    with Pool(4) as pool:  #: constructor
        now = len(active_children())
        print(now, "workers, no task")  #: idle
        a = pool.apply_async(task, (3,))
        b = pool.apply_async(task, (4,))
        print(a.get(), b.get())
        now = len(active_children())
        print(now, "workers still")  #: still
