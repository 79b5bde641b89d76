import threading
def work(n):
    total = 0
    for i in range(n):
        total += i
    results[n] = total
results = {}
threads = [threading.Thread(target=work, args=(n,)) for n in (10, 100, 1000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()), [t.is_alive() for t in threads])
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
