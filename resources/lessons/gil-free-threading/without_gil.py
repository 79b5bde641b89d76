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
import threading
from sim import cpu


def crunch():
    cpu(ms=10)  #: crunch


threads = [threading.Thread(target=crunch, name=f"T{n}") for n in (1, 2, 3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all done")  #: done
