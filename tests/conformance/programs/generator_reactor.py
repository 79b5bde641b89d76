import socket, select
from collections import deque
class Reactor:
    def __init__(self): self.read, self.write, self.ready = {}, {}, deque()
    def run(self, task):
        self.ready.append(task); self.n = 1
        while self.n:
            while self.ready:
                t = self.ready.popleft()
                try:
                    why, what = next(t)
                    getattr(self, why)[what] = t
                except StopIteration: self.n -= 1
            if not self.read and not self.write: break
            r, w, _ = select.select(self.read, self.write, [])
            for s in r: self.ready.append(self.read.pop(s))
            for s in w: self.ready.append(self.write.pop(s))
    def spawn(self, t): self.ready.append(t); self.n += 1
R = Reactor()
log = []
def server(s, k):
    for _ in range(k):
        yield "read", s
        c, a = s.accept()
        R.spawn(handle(c))
def handle(c):
    while True:
        yield "read", c
        d = c.recv(100)
        if not d: break
        yield "write", c
        c.send(d[::-1])
    c.close()
def client(addr, msg):
    c = socket.create_connection(addr)
    c.setblocking(False)
    yield "write", c
    c.send(msg)
    yield "read", c
    log.append(c.recv(100)); c.close()
s = socket.create_server(("localhost", 0))
R.n = 0
for m in (b"abc", b"xyz"): R.ready.append(client(s.getsockname(), m))
R.ready.append(iter([])) 
def main():
    R.spawn(client(s.getsockname(), b"123")); R.spawn(client(s.getsockname(), b"987")); R.spawn(server(s, 2))
    return
    yield
R.ready.clear()
R.run(main())
print(sorted(log))
