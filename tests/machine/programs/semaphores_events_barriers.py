import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print("returned", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release()
s.release(2)
with s:
    print("inside")
b = threading.BoundedSemaphore(1)
attempt(b.release)
attempt(threading.Semaphore, -1)
attempt(s.release, 0)

inside = 0
most = 0
guard = threading.Lock()
three = threading.Semaphore(3)


def visit():
    global inside, most
    with three:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.005)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("most", most)

e = threading.Event()
print(e.is_set(), e.wait(0.01))
threading.Timer(0.01, e.set).start()
print(e.wait(), e.is_set(), e.wait(0))
e.clear()
print(e.is_set())

bar = threading.Barrier(3, action=lambda: print("all here"))
print(bar.parties, bar.n_waiting, bar.broken)
numbers = []


def meet():
    numbers.append(bar.wait())
    numbers.append(bar.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(numbers), bar.broken)

lonely = threading.Barrier(2)
attempt(lonely.wait, 0.01)
print(lonely.broken)
attempt(lonely.wait)
lonely.reset()
print(lonely.broken)


def stay():
    attempt(lonely.wait)


t = threading.Thread(target=stay)
t.start()
time.sleep(0.005)
print(lonely.n_waiting)
lonely.reset()
t.join()
t = threading.Thread(target=stay)
t.start()
time.sleep(0.005)
lonely.abort()
t.join()
print(lonely.broken)
