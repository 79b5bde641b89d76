# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, with a timeout", zh = "同一程序，带超时" }
# subtitle = { en = "T2 doesn't insist: it lets go and tries again", zh = "T2 不硬等：先放手，再重试" }
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
    with a:
        disk(ms=5)
        with b:
            disk(ms=2)


def two():
    while True:
        with b:
            disk(ms=8)
            if a.acquire(timeout=0.004):  #: patience
                disk(ms=2)
                a.release()
                break
        disk(ms=5)  #: step-back


t1 = Thread(target=one, name="T1")
t2 = Thread(target=two, name="T2")
t1.start()
t2.start()
t1.join()
t2.join()
print("both done")  #: through
