# Dijkstra's banker, with several kinds of resources.
from threading import Condition, Thread
from time import sleep


class Banker:
    def __init__(self, available, claims):
        self.available = list(available)
        self.claims = claims
        self.loans = {name: [0] * len(available) for name in claims}
        self.changed = Condition()
        self.refused = 0

    def need(self, name):
        return [most - has for most, has in zip(self.claims[name], self.loans[name])]

    def safe_order(self):
        work = list(self.available)
        left = dict(self.claims)
        order = []
        while left:
            for name in left:
                if all(n <= w for n, w in zip(self.need(name), work)):
                    work = [w + has for w, has in zip(work, self.loans[name])]
                    order.append(name)
                    del left[name]
                    break
            else:
                return None
        return order

    def move(self, name, amount, sign):
        self.available = [a - sign * n for a, n in zip(self.available, amount)]
        self.loans[name] = [has + sign * n for has, n in zip(self.loans[name], amount)]

    def grant(self, name, amount):
        if any(n > a for n, a in zip(amount, self.available)):
            return False
        self.move(name, amount, 1)
        if self.safe_order() is None:
            self.move(name, amount, -1)
            self.refused += 1
            return False
        return True

    def borrow(self, name, amount):
        with self.changed:
            self.changed.wait_for(lambda: self.grant(name, amount))

    def repay(self, name):
        with self.changed:
            self.move(name, self.loans[name], -1)
            self.changed.notify_all()


table = Banker([3, 3, 2], {"P0": [7, 5, 3], "P1": [3, 2, 2], "P2": [9, 0, 2], "P3": [2, 2, 2], "P4": [4, 3, 3]})
table.loans = {"P0": [0, 1, 0], "P1": [2, 0, 0], "P2": [3, 0, 2], "P3": [2, 1, 1], "P4": [0, 0, 2]}
print(table.safe_order())
print(table.grant("P1", [1, 0, 2]), table.safe_order())
print(table.grant("P0", [0, 2, 0]), table.grant("P4", [3, 3, 0]), table.refused)

bank = Banker([10], {"A": [8], "B": [7], "C": [3]})


def customer(name, first):
    bank.borrow(name, [first])
    sleep(0.005)
    bank.borrow(name, bank.need(name))
    sleep(0.005)
    bank.repay(name)


threads = [Thread(target=customer, args=args) for args in (("A", 4), ("B", 4), ("C", 2))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(bank.available, bank.loans, bank.safe_order())
