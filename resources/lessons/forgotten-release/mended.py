# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same, using with", zh = "同一程序，改用 with" }
# subtitle = { en = "with releases on every way out", zh = "with：从哪条路出去都会释放" }
# group = "deadlock"
# order = 22
# panel = "deadlock"
# questions = ["S1-21", "S1-16", "S1-20"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Lock, Thread

balance = 100
lock = Lock()


def withdraw(amount):
    global balance
    with lock:  #: guarded
        if amount > balance:
            return "refused"  #: released
        balance -= amount
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
print("left:", balance)  #: served
