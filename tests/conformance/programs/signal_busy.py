"""A busy main thread is interrupted too; so is one that waits for its threads."""
import os
import signal
import threading
import time

got = []
signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
parent = os.getpid()
pid = os.fork()
if pid == 0:
    time.sleep(0.1)
    os.kill(parent, signal.SIGUSR1)
    os._exit(0)
while not got:
    pass
print(got, os.waitpid(pid, 0)[1])


def work():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGUSR1)
    time.sleep(0.1)


t = threading.Thread(target=work)
t.start()
t.join()
print(len(got), t.is_alive())
