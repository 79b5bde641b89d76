import os
r, w = os.pipe()
os.set_blocking(w, False)
print(os.get_blocking(w), os.get_blocking(r))
n = 0
try:
    while True:
        n += os.write(w, b"x" * 1000)
except BlockingIOError as e:
    print(n, e, e.errno)
n=0
os.set_blocking(r, False)
try:
    while True:
        d = os.read(r, 4096); n += len(d)
except BlockingIOError as e:
    print(n, e)
print(os.write(w, b"y" * 100000))
try:
    os.write(w, b"z")
except BlockingIOError as e:
    print(e)
