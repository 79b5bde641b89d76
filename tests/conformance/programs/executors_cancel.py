from concurrent.futures import ThreadPoolExecutor, CancelledError
import threading
go, running = threading.Event(), threading.Event()
def f(x):
    running.set()
    go.wait()
    return x
with ThreadPoolExecutor(1) as ex:
    fs = [ex.submit(f, i) for i in range(6)]
    running.wait()
    print([fu.cancel() for fu in fs], [fu.cancelled() for fu in fs], [fu.running() for fu in fs])
    try: fs[-1].result()
    except CancelledError as e: print('cancelled', repr(e))
    go.set()
print(fs[0].result(), fs[-1].done(), str(fs[-1]).split('state=')[1])
