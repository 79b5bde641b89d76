from concurrent.futures import ThreadPoolExecutor, wait
import time
ex = ThreadPoolExecutor(1)
fs = [ex.submit(time.sleep, 0.1) for i in range(3)]
for f in fs: f.cancel()
d, n = wait(fs); print(len(d), len(n), [f.cancelled() for f in fs])
ex.shutdown()


ex = ThreadPoolExecutor(1)
fs = [ex.submit(time.sleep, 0.1) for i in range(3)]
ex.shutdown(cancel_futures=True)
d, n = wait(fs, timeout=0.2); print(len(d), len(n))
