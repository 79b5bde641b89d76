# Futures: callbacks, order of completion, cancellation, timeouts, exceptions with their place.
import concurrent.futures as cf
import threading
import time

names = ["slow", "quick", "middle"]
delays = {"slow": 0.09, "quick": 0.01, "middle": 0.05}


def fetch(name):
    time.sleep(delays[name])
    return name.title()


with cf.ThreadPoolExecutor(3, thread_name_prefix="fetch") as pool:
    futures = [pool.submit(fetch, n) for n in names]
    print([f.result() for f in cf.as_completed(futures)])
    print(list(pool.map(fetch, names)))
    print(pool.submit(lambda: threading.current_thread().name).result().startswith("fetch_"))

with cf.ThreadPoolExecutor(max_workers=1) as pool:
    gate = threading.Event()
    first = pool.submit(gate.wait)
    second = pool.submit(fetch, "quick")
    seen = []
    second.add_done_callback(lambda f: seen.append(f.cancelled()))
    print(first.running() or not first.done(), second.cancel(), first.cancel())
    try:
        first.result(timeout=0.01)
    except cf.TimeoutError as e:
        print("timeout", repr(e))
    gate.set()
    print(first.result(), seen)
    try:
        second.result()
    except cf.CancelledError:
        print("was cancelled", second.cancelled(), second.done())

with cf.ThreadPoolExecutor(2) as pool:
    bad = pool.submit(int, "x")
    good = pool.submit(int, "7")
    done, pending = cf.wait([bad, good])
    print(len(done), len(pending), type(bad.exception()).__name__, bad.exception(), good.exception())
    try:
        bad.result()
    except ValueError as e:
        print("again:", e)

try:
    pool.submit(print)
except RuntimeError as e:
    print(e)
done, pending = cf.wait([], return_when=cf.FIRST_COMPLETED)
print(done, pending)
