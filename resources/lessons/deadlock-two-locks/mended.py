# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, in one order", zh = "同一程序，统一加锁顺序" }
# subtitle = { en = "Both threads take a before b", zh = "两个线程都先 a 后 b" }
# group = "deadlock"
# order = 20
# panel = "deadlock"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock, Thread
from sim import disk

a = Lock()
b = Lock()


def one():
    with a:  #: order
        disk(ms=5)
        with b:
            disk(ms=2)


def two():
    with a:  #: queue
        disk(ms=8)
        with b:
            disk(ms=2)


t1 = Thread(target=one, name="T1")
t2 = Thread(target=two, name="T2")
t1.start()
t2.start()
t1.join()
t2.join()
print("both done")  #: ended
