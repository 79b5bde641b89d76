# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, with a lock", zh = "同一程序，加锁" }
# subtitle = { en = "with lock: around the whole read-modify-write", zh = "用 with lock: 包住整个“读—改—写”" }
# group = "locks"
# order = 10
# panel = "mutex"
# questions = ["S1-15", "S1-16", "S1-20"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock, Thread
from sim import cpu

counter = 0
lock = Lock()


def add_one(n):
    cpu(ms=3)
    return n + 1


def worker():
    global counter
    for _ in range(2):
        with lock:
            counter = add_one(counter)  #: inside


t1 = Thread(target=worker, name="T1")
t2 = Thread(target=worker, name="T2")
t1.start()
t2.start()  #: wait
t1.join()
t2.join()
print(counter)  #: total
