# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "With the GIL", zh = "有 GIL" }
# subtitle = { en = "Four CPU-bound threads, CPython 3.13, 4 cores", zh = "四个 CPU 密集型线程，CPython 3.13，4 核" }
# group = "gil"
# order = 5
# panel = "gil"
# questions = ["S1-01", "S1-02", "S1-08", "S1-18"]
# cores = 4
# python = "3.13"
# ///
from threading import Thread
from sim import cpu


def crunch():
    cpu(ms=10)  #: crunch


threads = []
for n in (1, 2, 3, 4):
    thread = Thread(target=crunch, name=f"T{n}")
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()  #: together
print("all done")  #: done
