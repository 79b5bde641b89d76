# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Two workers", zh = "两个线程" }
# subtitle = { en = "One after the other", zh = "一前一后" }
# group = "gil"
# order = 7
# panel = "gil"
# questions = ["S1-01"]
# cores = 2
# python = "3.11"
# ///
import threading
from sim import cpu


def work():
    cpu(ms=8)  #: work
    print("worked")


first = threading.Thread(target=work, name="T1")
second = threading.Thread(target=work, name="T2")
first.start()  #: start
second.start()
first.join()
second.join()
print("done")  #: done
