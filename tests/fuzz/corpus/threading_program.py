import threading
count = 0
lock = threading.Lock()
def worker(n: int) -> None:
    global count
    for _ in range(n):
        with lock:
            count += 1
threads = [threading.Thread(target=worker, args=(100,)) for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(f"total {count:>5} of {400!r}")
