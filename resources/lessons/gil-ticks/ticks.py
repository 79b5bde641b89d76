# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Python 2: a check every 100 ticks", zh = "Python 2：每 100 个 tick 检查一次" }
# subtitle = { en = "Two CPU-bound threads, CPython 2.7, 2 cores", zh = "两个 CPU 密集型线程，CPython 2.7，2 核" }
# group = "gil"
# order = 4
# panel = "gil"
# questions = ["S1-01", "S2-02"]
# cores = 2
# python = "2.7"
# axis = "time"
# ///
from threading import Thread
from sim import cpu


def crunch():
    cpu(ms=0.5)  #: count


t1 = Thread(target=crunch, name="T1")
t2 = Thread(target=crunch, name="T2")
t1.start()
t2.start()
t1.join()  #: storm
t2.join()
print("both done")  #: done
