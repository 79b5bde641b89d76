import threading
e, log = threading.Event(), []
def waiter(n):
    e.wait()
    log.append(n)
ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start()
print(e.is_set(), log, e.wait(0.01))
e.set()
for t in ts: t.join()
print(e.is_set(), sorted(log), e.wait(), e.wait(1))
e.clear(); print(e.is_set())
