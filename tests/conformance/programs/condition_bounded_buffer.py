from threading import Thread, Condition
from collections import deque
class Bounded:
    def __init__(self, n): self.q=deque(); self.n=n; self.c=Condition()
    def put(self, x):
        with self.c:
            self.c.wait_for(lambda: len(self.q)<self.n)
            self.q.append(x); self.c.notify_all()
    def get(self):
        with self.c:
            self.c.wait_for(lambda: self.q)
            x=self.q.popleft(); self.c.notify_all(); return x
b=Bounded(2); out=[]
def p():
    for i in range(20): b.put(i)
    b.put(None)
def c():
    while (x:=b.get()) is not None: out.append(x)
ts=[Thread(target=p),Thread(target=c)]
[t.start() for t in ts]; [t.join() for t in ts]; print(out)
