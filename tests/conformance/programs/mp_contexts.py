import multiprocessing as mp
def tell(q): q.put(mp.get_start_method(allow_none=True))
if __name__ == '__main__':
    for m in ('fork', 'spawn', 'forkserver'):
        ctx = mp.get_context(m)
        q = ctx.Queue()
        p = ctx.Process(target=tell, args=(q,)); p.start()
        print(q.get()); p.join(); print(type(p).__name__, p.exitcode, ctx.get_start_method())
