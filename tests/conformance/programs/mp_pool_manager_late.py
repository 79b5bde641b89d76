from multiprocessing import Pool, Queue, Manager
def f(q): q.put(1)
if __name__ == '__main__':
    with Pool(1) as p:
        q = Queue()
        try: p.apply(f, (q,))
        except RuntimeError as e: print(e)
        m = Manager(); q = m.Queue(); p.apply(f, (q,)); print(q.get(), q.empty(), q.qsize())
