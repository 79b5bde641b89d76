import multiprocessing as mp
def f(q, l, e, v, a, c, b, conn, jq, sq):
    with l: v.value += 1; a[0] = 7
    e.set(); conn.send('pipe'); jq.get(); jq.task_done(); sq.put(1); q.put('q'); b.wait()
if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    q, l, e, v, a, c, b, jq, sq = ctx.Queue(), ctx.RLock(), ctx.Event(), ctx.Value('i', 1), ctx.Array('i', 2), ctx.Condition(), ctx.Barrier(2), ctx.JoinableQueue(), ctx.SimpleQueue()
    r, w = ctx.Pipe()
    p = ctx.Process(target=f, args=(q, l, e, v, a, c, b, w, jq, sq)); p.start(); jq.put(0); e.wait(); print(r.recv(), sq.get(), q.get(), b.wait() in (0, 1)); jq.join(); p.join(); print(v.value, a[:], p.exitcode)
