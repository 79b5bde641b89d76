# A producer fills the pipe faster than its reader empties it.
import os
import threading

r, w = os.pipe()


def produce():
    data = bytes(range(256)) * 1024
    sent = 0
    while sent < len(data):
        sent += os.write(w, data[sent:])
    os.close(w)


thread = threading.Thread(target=produce)
thread.start()
count = 0
total = 0
while True:
    chunk = os.read(r, 5000)
    if not chunk:
        break
    count += len(chunk)
    total += sum(chunk)
thread.join()
print(count, total)
