# Two threads answer each other through two pipes.
import os
import threading

to_child = os.pipe()
to_parent = os.pipe()


def child():
    while True:
        message = os.read(to_child[0], 100)
        if message == b"stop":
            os.write(to_parent[1], b"bye")
            return
        os.write(to_parent[1], b"<" + message + b">")


thread = threading.Thread(target=child)
thread.start()
for word in [b"one", b"two", b"three", b"stop"]:
    os.write(to_child[1], word)
    print(os.read(to_parent[0], 100))
thread.join()
for fd in to_child + to_parent:
    os.close(fd)
print("done")
