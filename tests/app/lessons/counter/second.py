# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "One worker", zh = "一个线程" }
# subtitle = { en = "One worker", zh = "一个线程" }
# group = "gil"
# order = 8
# panel = "gil"
# questions = []
# cores = 2
# python = "3.11"
# ///
import threading
from sim import cpu


def work():
    cpu(ms=8)  #: work
    print("worked")


first = threading.Thread(target=work, name="T1")
first.start()  #: start
first.join()
print("done")  #: done
