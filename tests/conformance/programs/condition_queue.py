import threading
from collections import deque
items, cond, out = deque(), threading.Condition(), []
def consumer():
    while True:
        with cond:
            while not items:
                cond.wait()
            x = items.popleft()
        if x is None:
            return
        out.append(x * 10)
t = threading.Thread(target=consumer); t.start()
for i in range(5):
    with cond:
        items.append(i)
        cond.notify()
with cond:
    items.append(None); cond.notify_all()
t.join()
print(out)
with cond:
    print(cond.wait(timeout=0.01), cond.wait_for(lambda: True))
try:
    cond.notify()
except RuntimeError as e:
    print(e)
