# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, with a short critical section", zh = "同一程序，缩短临界区" }
# subtitle = { en = "low computes first and takes the lock only to store", zh = "low 先算好，只在存放结果时加锁" }
# group = "deadlock"
# order = 26
# panel = "gil"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "time"
# [[tool.interleave.parameters]]
# name = "MEDIUMS"
# label = { en = "medium threads", zh = "中等线程数" }
# min = 0
# max = 8
# ///
from threading import Lock, Thread
from sim import cpu, disk

MEDIUMS = 3
lock = Lock()


def high():
    disk(ms=3)
    with lock:  #: free
        cpu(ms=1)
    print("high is done")  #: soon


def medium():
    disk(ms=6)
    cpu(ms=30)


def low():
    cpu(ms=15)  #: short
    with lock:
        pass  # only the result is stored


Thread(target=high, name="high").start()
for i in range(MEDIUMS):
    t = Thread(target=medium)
    t.name = f"m{i + 1}"
    t.start()
Thread(target=low, name="low").start()
