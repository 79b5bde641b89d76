# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, without asking twice", zh = "同一程序，不重复加锁" }
# subtitle = { en = "The inner function expects the lock to be held", zh = "内部函数约定：调用者已持有锁" }
# group = "deadlock"
# order = 23
# panel = "deadlock"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock

total = 0
lock = Lock()


def add(n):
    with lock:
        _add(n)


def _add(n):  # the caller holds lock
    global total
    total += n  #: inner


def add_all(numbers):
    with lock:
        for n in numbers:
            _add(n)


add_all([1, 2, 3])
print(total)  #: split
