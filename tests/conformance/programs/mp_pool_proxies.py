import multiprocessing as mp
def work(args):
    i, q, e, l, d, ns, v = args
    with l: v.value += i
    q.put(i); d[i] = i * i; e.set(); ns.last = 'x'
if __name__ == '__main__':
    with mp.Manager() as m, mp.Pool(2) as p:
        q, e, l, d, ns, v, b = m.Queue(), m.Event(), m.Lock(), m.dict(), m.Namespace(), m.Value('i', 0), m.Barrier(2)
        p.map(work, [(i, q, e, l, d, ns, v) for i in range(5)])
        print(sorted(q.get() for i in range(5)), e.is_set(), sorted(d.items()), ns.last, v.value, repr(q).split(' at')[0])
