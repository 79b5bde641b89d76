# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "GIL handoff", zh = "GIL 交接" }
# subtitle = { en = "Two CPU-bound threads, CPython 3.11, 2 cores", zh = "两个 CPU 密集型线程，CPython 3.11，2 核" }
# group = "gil"
# order = 1
# panel = "gil"
# questions = ["S1-01", "S2-02"]
# cores = 2
# python = "3.11"
# ///
from threading import Thread
from sim import cpu


def crunch():
    cpu(ms=8)  #: first
    cpu(ms=8)  #: second


t1 = Thread(target=crunch, name="T1")
t2 = Thread(target=crunch, name="T2")
t1.start()
t2.start()  #: request
t1.join()
t2.join()
print("both done")  #: done
