# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "join at the wrong place", zh = "join 放错了地方" }
# subtitle = { en = "Joining a thread while holding the lock that it needs", zh = "拿着锁去 join 一个需要这把锁的线程" }
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
    with lock:  #: needs
        results.append(42)


t1 = Thread(target=worker, name="T1")
with lock:  #: holds
    t1.start()
    results.append(0)
    t1.join()  #: join
print(results)  #: lost
