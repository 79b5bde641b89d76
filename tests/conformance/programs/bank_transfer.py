import threading
class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, threading.Lock()
def transfer(a, b, amount):
    x, y = sorted((a, b), key=lambda account: account.name)
    with x.lock, y.lock:
        if a.balance < amount:
            raise ValueError(f"{a.name} has only {a.balance}")
        a.balance -= amount
        b.balance += amount
a, b = Account("a", 100), Account("b", 50)
def many(x, y, n):
    for _ in range(n):
        try:
            transfer(x, y, 1)
        except ValueError:
            pass
ts = [threading.Thread(target=many, args=(a, b, 40)), threading.Thread(target=many, args=(b, a, 40))]
for t in ts: t.start()
for t in ts: t.join()
print(a.balance + b.balance)
try:
    transfer(a, b, 1000)
except ValueError as e:
    print("refused" in str(e) or "only" in str(e))
