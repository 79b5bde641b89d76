# The first thing everybody tries: is it quicker with two threads? Times differ, so only the results are printed.
import threading
import time


def countdown(n):
    while n > 0:
        n -= 1


start = time.time()
countdown(20000)
one = time.time() - start

threads = []
start = time.time()
for i in range(2):
    t = threading.Thread(target=countdown, args=(10000,), name="counter-%d" % i)
    threads.append(t)
    t.start()
for t in threads:
    t.join()
two = time.time() - start

print("finished", one > 0 and two > 0)
print([t.name for t in threads], [t.is_alive() for t in threads])
