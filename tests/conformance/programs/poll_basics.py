import os
import select

r, w = os.pipe()
r2, w2 = os.pipe()
p = select.poll()
p.register(r, select.POLLIN)
p.register(w, select.POLLOUT)
p.register(r2)
print(p.poll(0) == [(w, select.POLLOUT)])
os.write(w, b"a")
os.write(w2, b"b")
print(p.poll() == [(r, 1), (w, 4), (r2, 1)])
p.modify(w, 0)
print(p.poll(1000) == [(r, 1), (r2, 1)])
p.unregister(r)
os.close(w2)
print(p.poll() == [(r2, 17)])
os.read(r2, 10)
print(p.poll() == [(r2, 16)])
os.close(r2)
print(p.poll() == [(r2, 32)])
for call in (lambda: p.unregister(77), lambda: p.modify(78, 1)):
    try:
        call()
    except (KeyError, OSError) as error:
        print(type(error).__name__, error)
p.unregister(r2)
p.modify(w, select.POLLOUT)
os.close(r)
print(p.poll() == [(w, 12)], p.poll(0) == [(w, 12)])
p.unregister(w)
print(p.poll(5))
