import os

r, w = os.pipe()
print(os.get_blocking(r), os.get_blocking(w))
os.set_blocking(r, False)
os.set_blocking(w, False)
try:
    os.read(r, 1)
except BlockingIOError as error:
    print(error.errno, error.strerror, error)
written = 0
while True:
    try:
        written += os.write(w, b"x" * 1000)
    except BlockingIOError:
        break
print("small writes are never split:", written)
print(len(os.read(r, 100)))
try:
    os.write(w, b"y")
    print("room")
except BlockingIOError as error:
    print("no whole page is free:", error)
print(len(os.read(r, 3996)))
print(os.write(w, b"z" * 4000))
total = 0
while True:
    try:
        total += len(os.read(r, 10000))
    except BlockingIOError:
        break
print(total)
print(os.write(w, b"b" * 100000))
print(len(os.read(r, 100000)))
