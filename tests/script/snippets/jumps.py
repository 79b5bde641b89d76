def conditions(a, b, c):
    if a and b or not c:
        return 1
    elif a < b < c:
        return -1
    elif a is None or b is not None:
        pass
    while not (a and (b or c)):
        a = b if c else a
    return a and b or c
def swaps(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    (a, b), c = (c, a), b
    return [a, *b], {**c, 'k': a}, a if not b in c else (1, 2, (3, 4))
def calls(f, *args, **kw):
    f(*args); f(1, *args, k=2, **kw); f.g(1, k=2); f(a=1, b=2)
    f.a.b[c:1, ...] += f[::2]
    f.x.y -= 1
    del f.x, f[0], f
    return f"{args!r:>{kw}} {f}" + "a" * 3
def cross(a):
    for x in [1, a]:
        for y in (z for z in a if z if x):
            try:
                with a as b, x:
                    if y: continue
                    if b: break
                    return x
            except (A, B) as e:
                raise C from e
            except D:
                return
            finally:
                y()
        else:
            assert a in (1, 2), x
