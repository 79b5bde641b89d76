# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The thread pool and its threads", zh = "线程池与它的线程" }
# subtitle = { en = "ThreadPoolExecutor(4) and three tasks", zh = "ThreadPoolExecutor(4) 和三个任务" }
# group = "pool"
# order = 31
# panel = "pool"
# questions = ["S1-12", "S1-03"]
# cores = 4
# python = "3.11"
# axis = "time"
# ///
from concurrent.futures import ThreadPoolExecutor
from threading import active_count
from sim import disk



def task(n):
    disk(ms=20)
    return n * n


if __name__ == "__main__":
    with ThreadPoolExecutor(4) as pool:
        print(active_count() - 1, "workers")  #: empty
        a = pool.submit(task, 3)  #: submit
        b = pool.submit(task, 4)
        print(active_count() - 1, "workers")
        print(a.result(), b.result())
        c = pool.submit(task, 5)  #: reuse
        print(active_count() - 1, "workers")
        print(c.result())  #: enough
