# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A lost update", zh = "丢失的更新" }
# subtitle = { en = "A call between reading and writing, CPython 3.11, no lock", zh = "读和写之间有一次函数调用，CPython 3.11，没有加锁" }
# group = "locks"
# order = 10
# panel = "mutex"
# questions = ["S1-15", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
#
# [[tool.interleave.goals]]
# id = "keep"
# en = "Let no update get lost: the counter ends at 4."
# zh = "一次更新也不丢：计数器最后等于 4。"
# when = "value(counter) == 4"
# solution = "hand:4=1"
#
# [[tool.interleave.goals]]
# id = "lose-two"
# en = "Lose two updates: the counter ends at 2."
# zh = "丢失两次更新：计数器最后等于 2。"
# when = "value(counter) == 2"
# solution = "hand:7=1,9=1"
# ///
from threading import Thread
from sim import cpu

counter = 0


def add_one(n):
    cpu(ms=3)
    return n + 1


def worker():
    global counter
    for _ in range(2):
        counter = add_one(counter)  #: read


t1 = Thread(target=worker, name="T1")
t2 = Thread(target=worker, name="T2")
t1.start()
t2.start()  #: overtaken
t1.join()
t2.join()
print(counter)  #: result
