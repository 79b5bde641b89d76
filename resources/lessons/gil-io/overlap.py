# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The GIL is released around I/O", zh = "I/O 时释放 GIL" }
# subtitle = { en = "Three threads that read from disk, CPython 3.11, 1 core", zh = "三个读磁盘的线程，CPython 3.11，1 核" }
# group = "gil"
# order = 2
# panel = "gil"
# questions = ["S1-01", "S1-02", "S1-08", "S2-02"]
# cores = 1
# python = "3.11"
# ///
from threading import Thread
from sim import cpu, disk


def fetch():
    disk(ms=20)  #: leave
    cpu(ms=1)  #: return


threads = []
for n in (1, 2, 3):
    thread = Thread(target=fetch, name=f"T{n}")
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()
print("three reads done")  #: done
