# Workers of a class of their own, one None each to stop them; join() of the queue waits until all is reported done.
from multiprocessing import JoinableQueue, Process, Queue


class Cook(Process):
    def __init__(self, orders, plates):
        super().__init__()
        self.orders, self.plates = orders, plates

    def run(self):
        for order in iter(self.orders.get, None):
            self.plates.put(order())
            self.orders.task_done()
        self.orders.task_done()


class Square:
    def __init__(self, side):
        self.side = side

    def __call__(self):
        return f"{self} -> {self.side ** 2}"

    def __str__(self):
        return f"a square of {self.side}"


if __name__ == "__main__":
    orders, plates = JoinableQueue(), Queue()
    crew = [Cook(orders, plates) for _ in range(2)]
    for cook in crew:
        cook.start()
    for order in [Square(side) for side in range(6)] + [None] * len(crew):
        orders.put(order)
    orders.join()
    print(sorted(plates.get() for _ in range(6)))
    for cook in crew:
        cook.join()
    print([cook.exitcode for cook in crew])
