from multiprocessing import Process, Value, Array, RawValue, RawArray, Lock
def change(n, a):
    n.value += 0.5
    for i in range(len(a)): a[i] *= 3
if __name__ == '__main__':
    num = Value('d', 2.25); arr = Array('i', range(6))
    p = Process(target=change, args=(num, arr)); p.start(); p.join()
    print(num.value, arr[:], num, len(arr), list(arr), arr[2:5], arr[-1])
    v = Value('i'); print(v.value, v)
    with v.get_lock(): v.value += 1
    v.acquire(); v.release(); print(v.value, v.get_obj())
    for bad in (lambda: Value('z'), lambda: Value('i', 1.5), lambda: Value('i', 'a'), lambda: Value(), lambda: Array('i', -1), lambda: arr[99], lambda: Value('i', 1, 2), lambda: Value('i', lock=5)):
        try: print(bad())
        except Exception as e: print(type(e).__name__, e)
    try: arr[99] = 1
    except IndexError as e: print(e)
    try: arr[0] = 'x'
    except TypeError as e: print(e)
    try: v.nope = 1; print('ok')
    except AttributeError as e: print(e)
    v.value = 2**31; print(v.value)
    s = Array('c', b'night'); print(s.value, s.raw, s[0], s[:2]); s.value = b'hi'; print(s.value, s.raw)
    try: s.value = b'too long'
    except ValueError as e: print(e)
    c = Value('c', b'x'); print(c.value)
    u = Value('b', 127); u.value += 1; print(u.value)
    w = Value('i', 5, lock=False); print(w.value, w); r = RawValue('i', 7); print(r, r.value); ra = RawArray('d', 3); print(ra[:], list(ra))
    l = Lock(); x = Value('i', 1, lock=l); print(x.get_lock() is l)
