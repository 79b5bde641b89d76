from multiprocessing import Pool
import threading
def f(x):
    if x == 3: raise ValueError('three')
    return x*x
def ok(r): print('ok', r, threading.current_thread() is threading.main_thread())
def bad(e): print('bad', repr(e))
if __name__ == '__main__':
    with Pool(2) as p:
        for i in range(5):
            r = p.apply_async(f, (i,), callback=ok, error_callback=bad); r.wait(); 
        r = p.map_async(f, range(5), callback=ok, error_callback=bad); r.wait(); print(r.ready(), r.successful())
        r = p.map_async(f, range(3), callback=ok, error_callback=bad); r.wait(); print(r.ready(), r.successful())
        try: r.get()
        except Exception as e: print(e)
        p.close(); p.join()
