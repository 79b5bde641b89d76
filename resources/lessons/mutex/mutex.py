# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A mutex, step by step", zh = "互斥锁，一步一步看" }
# subtitle = { en = "Three threads, one lock, one shared balance", zh = "三个线程，一把锁，一个共享余额" }
# group = "locks"
# order = 12
# panel = "mutex"
# questions = ["S1-16", "S1-20"]
# cores = 2
# python = "3.11"
# axis = "steps"
#
# [[tool.interleave.goals]]
# id = "nobody-waits"
# en = "Let nobody wait for the lock."
# zh = "让谁也不用等锁。"
# when = "contended(lock) == 0"
# solution = "hand:1=1,2=1"
#
# [[tool.interleave.goals]]
# id = "t3-before-t2"
# en = "Make T2 wait longer than T3."
# zh = "让 T2 等得比 T3 更久。"
# when = "waited(T2) > waited(T3)"
# solution = "hand:6=1"
# ///
from threading import Lock, Thread
from sim import cpu, disk

balance = 100
lock = Lock()


def withdraw(amount):
    global balance
    disk(ms=1)
    with lock:  #: request
        before = balance  #: inside
        disk(ms=3)
        balance = before - amount  #: write
    cpu(ms=1)  #: outside


threads = []
for n in (1, 2, 3):
    thread = Thread(target=withdraw, args=(10 * n,))
    thread.name = f"T{n}"
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()
print(balance)  #: result
