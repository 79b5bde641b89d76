# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Joining oneself, joining each other", zh = "join 自己，互相 join" }
# subtitle = { en = "CPython refuses the first and doesn't see the second", zh = "前者 CPython 会拒绝，后者它看不出来" }
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
    t1.join()  #: each-other


t1 = Thread(target=one, name="T1")
t2 = Thread(target=two, name="T2")
t1.start()
t2.start()
