import threading
import time


def attempt(function, *args):
    try:
        print("returned", function(*args))
    except Exception as error:
        print(type(error).__name__, error)


items = []
cond = threading.Condition()


def consumer():
    for _ in range(3):
        with cond:
            while not items:
                cond.wait()
            print("got", items.pop(0))


c = threading.Thread(target=consumer)
c.start()
for n in range(3):
    time.sleep(0.005)
    with cond:
        items.append(n)
        cond.notify()
c.join()
attempt(cond.wait)
attempt(cond.notify)
with cond:
    print(cond.wait(0.01))
    print(cond.wait_for(lambda: False, timeout=0.01), cond.wait_for(lambda: 7))

lock = threading.Lock()
other = threading.Condition(lock)
order = []


def sleeper(n):
    with other:
        other.wait()
        order.append(n)


threads = []
for n in range(3):
    t = threading.Thread(target=sleeper, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.005)
with other:
    print(lock.locked())
    other.notify()
time.sleep(0.01)
print(order)
with other:
    other.notify_all()
for t in threads:
    t.join()
print(sorted(order), order[0])

deep = threading.Condition()
done = []


def deep_wait():
    with deep:
        with deep:
            deep.wait()
            done.append("woken")


t = threading.Thread(target=deep_wait)
t.start()
time.sleep(0.005)
with deep:
    deep.notify_all()
t.join()
print(done)
