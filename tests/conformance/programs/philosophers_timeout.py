# Philosophers who put the first fork down when they don't get the second, and wait for a while that is their own.
import threading
import time


class Philosopher(threading.Thread):
    meals = 3

    def __init__(self, number, left, right):
        super().__init__(name=f"P{number}")
        self.number, self.left, self.right, self.eaten = number, left, right, 0

    def run(self):
        while self.eaten < self.meals:
            if self.dine():
                self.eaten += 1
            time.sleep(0.001 * (1 + self.number))

    def dine(self):
        if not self.left.acquire(timeout=0.01):
            return False
        try:
            if not self.right.acquire(blocking=False):
                return False
            try:
                time.sleep(0.002)
                return True
            finally:
                self.right.release()
        finally:
            self.left.release()


forks = [threading.Lock() for _ in range(5)]
table = [Philosopher(i, forks[i], forks[(i + 1) % 5]) for i in range(5)]
for p in table:
    p.start()
for p in table:
    p.join()
print([(p.name, p.eaten) for p in table], any(f.locked() for f in forks))
