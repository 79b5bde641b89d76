import multiprocessing as mp
def f(q): q.put(7)
if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    with ctx.Manager() as m:
        q = m.Queue(); p = ctx.Process(target=f, args=(q,)); p.start(); p.join(); print(q.get())
