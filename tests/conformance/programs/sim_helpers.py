import threading
from sim import cpu, disk
order = []
def work(name, ms):
    disk(ms)
    cpu(1)
    order.append(name)
ts = [threading.Thread(target=work, args=(n, ms)) for n, ms in (("slow", 60), ("fast", 5))]
for t in ts: t.start()
for t in ts: t.join()
print(order)
