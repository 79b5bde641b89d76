# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Joining oneself, joining each other", zh = "join 自己，互相 join" }
# subtitle = { en = "T1 joins itself; later T1 and T2 join each other", zh = "T1 先 join 自己，之后与 T2 互相 join" }
# group = "deadlock"
# order = 24
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Thread, current_thread
from sim import disk


def one():
    try:
        current_thread().join()  #: self
    except RuntimeError as error:
        print(error)
    disk(ms=5)
    t2.join()  #: other


def two():
    disk(ms=10)
    t1.join()


t1 = Thread(target=one, name="T1")
t2 = Thread(target=two, name="T2")
t1.start()
t2.start()

#: each-other
