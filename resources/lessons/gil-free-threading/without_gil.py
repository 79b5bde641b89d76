# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Without the GIL", zh = "无 GIL" }
# subtitle = { en = "The same program, free-threaded CPython 3.13t, 4 cores", zh = "同一个程序，自由线程版 CPython 3.13t，4 核" }
# group = "gil"
# order = 5
# panel = "gil"
# questions = ["S1-01", "S1-02", "S1-08", "S1-18"]
# cores = 4
# python = "3.13t"
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
