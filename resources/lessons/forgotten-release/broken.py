# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A forgotten release", zh = "忘记释放锁" }
# subtitle = { en = "An early return skips release()", zh = "提前返回，跳过了 release()" }
# group = "deadlock"
# order = 22
# panel = "deadlock"
# questions = ["S1-21", "S1-16"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock, Thread

balance = 100
lock = Lock()


def withdraw(amount):
    global balance
    lock.acquire()  #: take
    if amount > balance:
        return "refused"  #: skipped
    balance -= amount
    lock.release()
    return "paid"


def customer(amount):
    print(amount, withdraw(amount))


t1 = Thread(target=customer, args=(200,))
t2 = Thread(target=customer, args=(30,))
t1.name, t2.name = "T1", "T2"
t1.start()
t1.join()
t2.start()
t2.join()
print("left:", balance)  #: unreachable

#: shut
