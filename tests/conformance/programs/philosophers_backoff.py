# Try-lock and a random step back: nobody can be stuck, and sooner or later everybody eats.
from random import uniform
from threading import Lock, Thread
from time import sleep

N = 5
forks = [Lock() for _ in range(N)]
meals = [0] * N


def philosopher(i):
    first, second = forks[i], forks[(i + 1) % N]
    while meals[i] < 3:
        with first:
            sleep(0.001)
            if second.acquire(timeout=0.001):
                try:
                    meals[i] += 1
                finally:
                    second.release()
        sleep(uniform(0, 0.004))


threads = [Thread(target=philosopher, args=(i,)) for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals, [fork.locked() for fork in forks])
