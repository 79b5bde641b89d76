from multiprocessing import Pool, TimeoutError
import time
def f(x): time.sleep(x); return x
if __name__ == '__main__':
    with Pool(2) as p:
        it = p.imap(f, [0.5, 0])
        try: it.next(timeout=0.05)
        except TimeoutError as e: print('timeout', repr(e))
        print(it.next(), it.next(1))
        try: it.next()
        except StopIteration: print('stop')
        print(list(p.imap_unordered(f, [0.6, 0.3, 0])))
        it = p.imap(f, [0, 0]); print(iter(it) is it)
        try: p.imap(f, [1], chunksize=0)
        except ValueError as e: print(e)
