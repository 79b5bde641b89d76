import threading
data = threading.local()
data.x = "main"
out = {}
def work(n):
    out[n, "before"] = hasattr(data, "x")
    data.x = n
    out[n] = data.x
ts = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in ts: t.start(); t.join()
print(sorted(out.items(), key=str), data.x)
