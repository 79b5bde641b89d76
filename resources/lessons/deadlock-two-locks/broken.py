# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Two locks in opposite order", zh = "两把锁，相反的顺序" }
# subtitle = { en = "T1 takes a then b, T2 takes b then a", zh = "T1 先 a 后 b，T2 先 b 后 a" }
# group = "deadlock"
# order = 20
# panel = "deadlock"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
#
# [[tool.interleave.goals]]
# id = "finish"
# en = "Let both threads finish."
# zh = "让两个线程都能结束。"
# when = 'reason == "finished"'
# solution = "hand:1=1"
# ///
from threading import Lock, Thread
from sim import disk

a = Lock()
b = Lock()


def one():
    with a:  #: first
        disk(ms=5)
        with b:  #: across
            disk(ms=2)


def two():
    with b:  #: second
        disk(ms=8)
        with a:
            disk(ms=2)


t1 = Thread(target=one, name="T1")
t2 = Thread(target=two, name="T2")
t1.start()
t2.start()
t1.join()
t2.join()
print("both done")  #: done

#: closes
