# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Waiting for yourself", zh = "自己等自己" }
# subtitle = { en = "One thread takes the same Lock twice", zh = "同一线程对同一把 Lock 加锁两次" }
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
    global total
    with lock:  #: again
        total += n


def add_all(numbers):
    with lock:  #: outer
        for n in numbers:
            add(n)


add_all([1, 2, 3])
print(total)  #: missed
