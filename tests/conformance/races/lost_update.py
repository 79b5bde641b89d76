import threading
counter = 0
def same(x):
    return x
def add():
    global counter
    for _ in range(2):
        counter = same(counter) + 1
ts = [threading.Thread(target=add) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(counter)
