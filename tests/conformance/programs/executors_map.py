from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor
import time
def f(x, y=0): time.sleep(x / 10); return x + y
def bad(x):
    if x == 2: raise ValueError('two')
    return x
for E in (ThreadPoolExecutor, ProcessPoolExecutor):
    with E(2) as ex:
        print(list(ex.map(f, [3, 1, 2])), list(ex.map(f, [1, 2], [10, 20, 30])), list(ex.map(f, range(5), chunksize=2)))
        try: print(list(ex.map(f, [0, 9], timeout=0.2)))
        except TimeoutError as e: print('timeout', repr(e))
        it = ex.map(bad, range(4))
        try:
            for x in it: print(x)
        except ValueError as e: print(e)
        print(list(it))
        try: ex.map(f, [1], chunksize=0); print('no error')
        except ValueError as e: print(e)
