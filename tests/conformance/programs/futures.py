import atexit, threading, time
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed, wait
import concurrent.futures
atexit.register(print, "atexit after the pool's last task")
def after(seconds, value):
    time.sleep(seconds)
    return value
pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="w")
first = pool.submit(after, 0.3, "first")
second = pool.submit(after, 0.3, "second")
third = pool.submit(after, 0.3, "third")
third.add_done_callback(lambda f: print("third", f.cancelled(), f.done()))
time.sleep(0.05)
print(first.running(), first.cancel(), second.running(), third.cancel(), third.cancel())
try:
    third.result()
except CancelledError as e:
    print("cancelled", type(e).__name__, e.args)
try:
    second.result(timeout=0.01)
except TimeoutError as e:
    print("timeout", e.args)
first.add_done_callback(lambda f: print("callback", f.result(), threading.current_thread().name))
print(second.result(), second.done())
first.add_done_callback(lambda f: print("at once", f.result(), threading.current_thread().name))
second.add_done_callback(lambda f: 1 / 0)
pool.shutdown()
try:
    pool.submit(print)
except RuntimeError as e:
    print(e)
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(after, s, s) for s in (0.3, 0.1, 0.2)]
    print([f.result() for f in as_completed(futures)])
    print([f.result() for f in as_completed(futures[:1] * 2)])
with ThreadPoolExecutor(8) as pool:
    for _ in range(4):
        pool.submit(threading.current_thread).result()
        time.sleep(0.02)
    print("threads", threading.active_count() - 1)
with ThreadPoolExecutor(2) as pool:
    done, rest = wait([pool.submit(after, 0.01, 1), pool.submit(after, 0.3, 2)], return_when=concurrent.futures.FIRST_COMPLETED)
    print(len(done), len(rest), done.pop().result())
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError as e:
        print(e)
left = ThreadPoolExecutor(1)
left.submit(after, 0.05, None)
left.submit(print, "last task")
print("main ends")
