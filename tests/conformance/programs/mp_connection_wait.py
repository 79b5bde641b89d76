from multiprocessing import Pipe, Process
from multiprocessing.connection import wait
import select
def f(c, n): c.send(n); c.close()
if __name__ == "__main__":
    rs = []
    for i in range(3):
        r, w = Pipe(duplex=False); p = Process(target=f, args=(w, i)); p.start(); w.close(); rs.append((r, p))
    got = []; left = [r for r, _ in rs]
    while left:
        for c in wait(left):
            try: got.append(c.recv())
            except EOFError: left.remove(c)
    print(sorted(got))
    for _, p in rs: p.join()
