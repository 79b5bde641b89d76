import threading, time
def work(n):
    time.sleep(n * 0.03)
    print("slept", n)
ts = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
for t in ts: t.start()
for t in ts: t.join()
start = time.monotonic()
time.sleep(0.05)
elapsed = time.monotonic() - start
print(0.049 < elapsed < 1.0, time.perf_counter() >= 0, isinstance(time.time(), float))
