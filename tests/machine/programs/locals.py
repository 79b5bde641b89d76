import threading

data = threading.local()
data.x = "main"
seen = []


def worker(n):
    seen.append(hasattr(data, "x"))
    data.x = n
    seen.append(data.x)


for n in range(2):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
print(seen, data.x)


class Counter(threading.local):
    unit = "pieces"

    def __init__(self, start):
        self.value = start

    def up(self):
        self.value += 1
        return self.value


c = Counter(10)
c.up()
result = []
t = threading.Thread(target=lambda: result.append((c.up(), c.unit)))
t.start()
t.join()
print(c.value, result)
del data.x
print(hasattr(data, "x"))
