import threading
a=threading.Lock()
def f():
    with a:
        raise ValueError("in")
try: f()
except ValueError: print(a.locked())
def g():
    a.acquire()
    try: return 1
    finally: a.release()
print(g(), a.locked())
def gen():
    with a:
        yield 1
        yield 2
x=gen(); print(next(x), a.locked()); x.close(); print(a.locked())
for i in range(3):
    with a:
        if i==1: continue
        if i==2: break
print(a.locked())
