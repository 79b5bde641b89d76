from multiprocessing import Process, Manager
def fill(d, l):
    d[1] = 'one'; d['two'] = 2; d[1.5] = (1, 2); l.reverse()
if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict(); l = manager.list(range(8))
        p = Process(target=fill, args=(d, l)); p.start(); p.join()
        print(d); print(l)
        print(l[2:4], l[-1], len(l), 3 in l, l.index(3), l.count(1), l + [1], list(l)[:2], repr(l).split(' at')[0])
        l.append(5); l.extend([1]); l += [7]; l.insert(0, 'x'); l.pop(); l.remove(6); l.sort(key=str); print(l); del l[0]; l[0:2] = [0]; print(l, l * 2)
        print(d.keys(), list(d.items()), d.get('no'), d.get('no', 3), d.setdefault('k', []), d.pop(1), 'k' in d, len(d), d.copy())
        d.update({'z': 1}, y=2); print(sorted(map(str, d)))
        try: d['nope']
        except KeyError as e: print('KeyError', e)
        try: l[100]
        except IndexError as e: print(e)
        d['k'].append(1); print(d['k']); x = d['k']; x.append(1); d['k'] = x; print(d['k'])
        n = manager.list([[1], manager.list([2])]); n[0].append(4); n[1].append(4); print(n[0], n[1], type(n[1]).__name__)
        ns = manager.Namespace(); ns.x = 6; ns.who = 'me'; ns._own = 1; print(ns, ns.x)
        try: ns.nope
        except AttributeError as e: print(e)
        v = manager.Value('i', 0); v.value += 1; print(v.value, v, v.get()); a = manager.Array('i', [1, 2]); a[0] = 5; print(a, a[0], len(a))
        q = manager.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.get_nowait(), q.empty())
        import queue
        try: q.get_nowait()
        except queue.Empty: print('Empty')
        lock = manager.Lock(); print(lock.acquire(), lock.release())
        with lock: print('locked')
        with manager.RLock(): pass
        e = manager.Event(); print(e.is_set(), e.set(), e.wait(), e.is_set())
        s = manager.Semaphore(1); print(s.acquire(), s.acquire(False)); s.release()
        b = manager.Barrier(1); print(b.wait(), b.parties)
        c = manager.Condition()
        with c: print(c.wait(0.05)); c.notify(); c.notify_all()
        print(manager.address is not None)
