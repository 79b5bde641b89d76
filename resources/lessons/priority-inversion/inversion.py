# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Priority inversion", zh = "优先级反转" }
# subtitle = { en = "The urgent thread waits for a lock, its holder waits for the GIL", zh = "紧急的线程等锁，持锁的线程等 GIL" }
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
    with lock:  #: wanted
        cpu(ms=1)
    print("high is done")  #: at-last


def medium():
    disk(ms=6)
    cpu(ms=30)


def low():
    with lock:  #: low
        cpu(ms=15)


Thread(target=high, name="high").start()
for i in range(MEDIUMS):
    t = Thread(target=medium)
    t.name = f"m{i + 1}"
    t.start()
Thread(target=low, name="low").start()
