# Messages end with a newline; the pipe knows nothing of messages.
import os
import threading
import time

r, w = os.pipe()


def lines(fd):
    buffer = b""
    while True:
        chunk = os.read(fd, 3)
        if not chunk:
            if buffer:
                yield buffer
            return
        buffer += chunk
        while b"\n" in buffer:
            line, buffer = buffer.split(b"\n", 1)
            yield line


def write():
    for part in [b"al", b"pha\nbe", b"ta\n\ngam", b"ma"]:
        os.write(w, part)
        time.sleep(0.002)
    os.close(w)


threading.Thread(target=write).start()
for line in lines(r):
    print(line.decode())
