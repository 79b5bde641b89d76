# /// script
# [tool.interleave]
# title = { en = "A deadlock: each waits for the other", zh = "死锁：互相等待" }
# panel = "deadlock"
# order = 3
# axis = "steps"
# ///
from threading import Lock, Thread
from sim import disk

fork = Lock()
knife = Lock()


def left():
    with fork:
        disk(ms=5)
        with knife:
            print("left eats")


def right():
    with knife:
        disk(ms=5)
        with fork:
            print("right eats")


Thread(target=left, name="left").start()
Thread(target=right, name="right").start()
