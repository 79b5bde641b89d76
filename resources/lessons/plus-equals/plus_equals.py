# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "counter += 1 on 3.11", zh = "3.11 上的 counter += 1" }
# subtitle = { en = "Few switch points, but a switch interval of only 0.05 ms", zh = "切换点很少，但切换间隔只有 0.05 ms" }
# group = "locks"
# order = 11
# panel = "mutex"
# questions = ["S1-15"]
# cores = 2
# python = "3.11"
# axis = "time"
# switch-interval-ms = 0.05
#
# [[tool.interleave.parameters]]
# name = "ROUNDS"
# label = { en = "Rounds per thread", zh = "每个线程的轮数" }
# min = 10
# max = 50000
# ///
from threading import Thread

ROUNDS = 10000
counter = 0


def worker():
    global counter
    for _ in range(ROUNDS):
        counter += 1  #: add


t1 = Thread(target=worker, name="T1")
t2 = Thread(target=worker, name="T2")
t1.start()
t2.start()
t1.join()  #: meanwhile
t2.join()
print(counter)  #: result
