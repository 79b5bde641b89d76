# /// script
# [tool.interleave]
# title = { en = "Two threads and a lock", zh = "两个线程和一把锁" }
# panel = "mutex"
# order = 1
# ///
from threading import Lock, Thread
from sim import cpu

lock = Lock()
total = 0


def work(amount):
    global total
    for _ in range(3):
        cpu(ms=2)
        with lock:
            total += amount


a = Thread(target=work, args=(1,), name="A")
b = Thread(target=work, args=(10,), name="B")
a.start()
b.start()
a.join()
b.join()
print("total", total)
