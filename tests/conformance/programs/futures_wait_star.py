from concurrent.futures import *
import time
def f(x):
    time.sleep(abs(x))
    if x < 0: raise ValueError(x)
    return x
for E in (ThreadPoolExecutor, ProcessPoolExecutor):
    with E(3) as ex:
        for how in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            fs = [ex.submit(f, t) for t in (0.5, -0.25, 0.02)]
            d = wait(fs, return_when=how)
            print(how, len(d.done), len(d.not_done))
            wait(fs)
        d, n = wait([ex.submit(f, 0.4)], timeout=0.05); print(len(d), len(n))
        try: wait(fs, return_when='nope')
        except ValueError as e: print(e)
print(wait([]))
