# A Lock may be released by anybody: two threads take turns with two of them.
from threading import Lock, RLock, Thread

ping, pong = Lock(), Lock()
pong.acquire()
log = []


def turns(mine, other, word):
    for n in range(3):
        mine.acquire()
        log.append(f"{word} {n}")
        other.release()


t1 = Thread(target=turns, args=(ping, pong, "ping"))
t2 = Thread(target=turns, args=(pong, ping, "pong"))
t2.start()
t1.start()
t1.join()
t2.join()
print(log)
print(ping.locked(), pong.locked())

owned = RLock()
owned.acquire()


def foreign():
    try:
        owned.release()
    except RuntimeError as error:
        print(error)


t = Thread(target=foreign)
t.start()
t.join()
owned.release()
print("done")
