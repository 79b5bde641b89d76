from multiprocessing import Pool, Lock, Manager
def f(args): lock, x = args; return x
def g(x):
    with lock: return x
def init(l):
    global lock
    lock = l
if __name__ == '__main__':
    l = Lock()
    with Pool(2) as p:
        try: p.map(f, [(l, 1)])
        except RuntimeError as e: print(e)
    with Pool(2, init, (l,)) as p: print(p.map(g, range(3)))
    with Manager() as m:
        l = m.Lock()
        with Pool(2) as p: print(p.map(f, [(l, 1), (l, 2)]))
