import threading
import time

begin = time.perf_counter()
cpu = time.process_time()
time.sleep(0.05)
spent = time.perf_counter() - begin
print(0.05 <= spent < 0.09, time.process_time() - cpu < 0.04)
print(time.monotonic() <= time.monotonic(), time.time() > 1.6e9, isinstance(time.time_ns(), int))
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
begin = time.monotonic()
threads = [threading.Thread(target=time.sleep, args=(0.05,)) for _ in range(20)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(time.monotonic() - begin < 0.5)
t = threading.Timer(10, print, args=("never",))
t.start()
t.cancel()
t.join()
print(len(time.strftime("%Y-%m-%d %H:%M:%S")))
