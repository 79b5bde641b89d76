import os

r, w = os.pipe()
print(r, w)
print(os.write(w, b"hello pipe"))
print(os.read(r, 5))
print(os.read(r, 100))
w2 = os.dup(w)
print(w2)
os.close(w)
os.write(w2, b"through the copy")
os.close(w2)
print(os.read(r, 7), os.read(r, 100))
print(os.read(r, 100), os.read(r, 1))
os.close(r)
for call in (lambda: os.read(r, 1), lambda: os.write(w, b"x"), lambda: os.close(w2), lambda: os.dup(99)):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error.errno, error)
a, b = os.pipe()
print(a, b)
c = os.dup2(b, 7)
print(c, os.pipe())
os.write(7, b"seven")
print(os.read(a, 10))
