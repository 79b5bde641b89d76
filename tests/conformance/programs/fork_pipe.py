"""Parent and child talk through a pipe: the end of the writers is the end of the data."""
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    for word in (b"one ", b"two ", b"three"):
        os.write(w, word)
    os._exit(0)
os.close(w)
text = b""
while True:
    part = os.read(r, 4)
    if not part:
        break
    text += part
print(text, os.waitpid(pid, 0)[1])
