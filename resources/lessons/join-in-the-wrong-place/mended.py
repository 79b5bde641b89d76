# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, joining outside", zh = "同一程序，在锁外 join" }
# subtitle = { en = "Let go of the lock, then join", zh = "先放锁，再 join" }
# group = "deadlock"
# order = 24
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock, Thread
from sim import disk

lock = Lock()
results = []


def worker():
    disk(ms=10)
    with lock:
        results.append(42)


t1 = Thread(target=worker, name="T1")
with lock:
    t1.start()
    results.append(0)
t1.join()  #: outside
print(results)  #: got
