import threading
import time

cond = threading.Condition()
items = []

with cond:
    begin = time.monotonic()
    print(cond.wait(timeout=0.02), 0.015 < time.monotonic() - begin < 0.08)
    print(cond.wait_for(lambda: items, timeout=0.02))
    print(cond.wait_for(lambda: 7))


def put():
    time.sleep(0.02)
    with cond:
        items.append("nut")
        cond.notify()
    time.sleep(0.02)
    with cond:
        items.append("bolt")
        cond.notify_all()


t = threading.Thread(target=put)
t.start()
with cond:
    print(cond.wait(5), items)
    print(cond.wait_for(lambda: len(items) == 2, timeout=5), items)
t.join()
print(cond.acquire(blocking=False))
cond.release()
