# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, with an RLock", zh = "同一程序，改用 RLock" }
# subtitle = { en = "An RLock counts how often its owner took it", zh = "RLock 记录持有者加锁的次数" }
# group = "deadlock"
# order = 23
# panel = "deadlock"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import RLock

total = 0
lock = RLock()


def add(n):
    global total
    with lock:  #: deeper
        total += n


def add_all(numbers):
    with lock:
        for n in numbers:
            add(n)


add_all([1, 2, 3])
print(total)  #: counted
