# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "An unsafe state", zh = "不安全的状态" }
# subtitle = { en = "The greedy banker again; T2 doesn't ask for its whole claim", zh = "还是贪心的银行家；T2 没有把额度要满" }
# group = "deadlock"
# order = 25
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from threading import Condition, Thread
from sim import disk

cash = 10
claim = {"T1": 8, "T2": 7, "T3": 3}
loan = {"T1": 0, "T2": 0, "T3": 0}
bank = Condition()


def borrow(who, n):
    global cash
    with bank:
        while n > cash:
            bank.wait()
        cash -= n
        loan[who] += n


def repay(who):
    global cash
    with bank:
        cash += loan[who]
        loan[who] = 0
        bank.notify_all()


def customer(who):
    borrow(who, 4 if who != "T3" else 2)
    disk(ms=5)
    if who != "T2":
        borrow(who, claim[who] - loan[who])
        disk(ms=5)
    repay(who)  #: modest


threads = []
for who in claim:
    t = Thread(target=customer, args=(who,))
    t.name = who
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("cash:", cash)  #: survived
