# notify wakes those who have waited longest; how many is told to it.
import threading
import time

cond = threading.Condition()
waiting = []
served = []


def customer(n):
    with cond:
        waiting.append(n)
        cond.wait()
        served.append(n)


threads = []
for n in range(6):
    t = threading.Thread(target=customer, args=(n,))
    t.start()
    threads.append(t)
    while len(waiting) <= n:
        time.sleep(0.001)
for count in (1, 2, 9):
    with cond:
        cond.notify(count)
    time.sleep(0.05)
    print(count, sorted(served))
for t in threads:
    t.join()
with cond:
    cond.notify_all()
    cond.notify(3)
print("nobody left")
