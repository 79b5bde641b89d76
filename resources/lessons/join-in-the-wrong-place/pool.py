# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A pool that waits for itself", zh = "等待自己的线程池" }
# subtitle = { en = "Each task hands its own pool another task and waits for it", zh = "每个任务都向同一个池再交一个任务，并等它的结果" }
# group = "deadlock"
# order = 24
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# [[tool.interleave.parameters]]
# name = "WORKERS"
# label = { en = "workers", zh = "工作线程数" }
# min = 1
# max = 4
# ///
from concurrent.futures import ThreadPoolExecutor
from sim import disk

WORKERS = 2


def inner(n):
    return n * n


def outer(n):
    disk(ms=30)
    task = pool.submit(inner, n)  #: nested
    return task.result()


with ThreadPoolExecutor(WORKERS) as pool:
    a = pool.submit(outer, 3)  #: submit
    b = pool.submit(outer, 4)
    print(a.result(), b.result())
print("done")  #: squares

#: exhausted
