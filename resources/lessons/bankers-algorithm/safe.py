# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The banker's algorithm", zh = "银行家算法" }
# subtitle = { en = "Lends only if everybody can still be served afterwards", zh = "放贷之后人人仍能满足，才放贷" }
# group = "deadlock"
# order = 25
# panel = "mutex"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# [[tool.interleave.parameters]]
# name = "cash"
# label = { en = "the bank's cash", zh = "银行的现金" }
# min = 8
# max = 18
# ///
from threading import Condition, Thread
from sim import disk

cash = 10
claim = {"T1": 8, "T2": 7, "T3": 3}
loan = {"T1": 0, "T2": 0, "T3": 0}
bank = Condition()


def safe(who, n):
    work = cash - n
    need = {w: claim[w] - loan[w] for w in claim}
    need[who] -= n
    for w in sorted(need, key=need.get):
        if need[w] > work:
            return False  #: unsafe
        work += claim[w] - need[w]
    return True


def borrow(who, n):
    global cash
    with bank:
        while n > cash or not safe(who, n):
            bank.wait()
        cash -= n
        loan[who] += n  #: granted


def repay(who):
    global cash
    with bank:
        cash += loan[who]
        loan[who] = 0
        bank.notify_all()


def customer(who):
    borrow(who, 4 if who != "T3" else 2)
    disk(ms=5)
    borrow(who, claim[who] - loan[who])
    disk(ms=5)
    repay(who)


threads = []
for who in claim:
    t = Thread(target=customer, args=(who,))
    t.name = who
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("cash:", cash)  #: solvent
