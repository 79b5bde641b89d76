def f(a, lo):
    if a:
        g()
    else:
        h()
    return lo

def f2(a, lo):
    if a:
        g()
    else:
        h()

def f3(a, lo):
    for x in a:
        if x:
            break
    return lo

def f4(a, lo):
    while a:
        if lo:
            break
        if q:
            return
        g()
    h()
