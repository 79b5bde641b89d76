import os

r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"anybody?")
except BrokenPipeError as error:
    print(error)
    print(isinstance(error, ConnectionError), isinstance(error, OSError))
os.close(w)
r, w = os.pipe()
os.write(w, b"last words")
os.close(w)
print(os.read(r, 4), os.read(r, 100), os.read(r, 100))
os.close(r)
os.close(r)
