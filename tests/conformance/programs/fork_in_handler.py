"""A signal's handler that forks returns twice to what it interrupted."""
import os
import signal
import sys
import threading
import time

children = []
inside = False


def split(number, frame):
    global inside
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        inside = True
        children.clear()
    else:
        children.append(pid)


def status_of(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def leave(*what):
    """The child says what it has seen and ends; the parent waits for that and says its own."""
    if inside:
        print("child:", *what, flush=True)
        os._exit(len(what))
    print("child's status:", status_of(children.pop()))
    print("parent:", *what)


def soon():
    def send():
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGUSR1)

    threading.Thread(target=send).start()


signal.signal(signal.SIGUSR1, split)

# Between two instructions.
os.kill(os.getpid(), signal.SIGUSR1)
leave("here")

# In a sleep: both sleep on.
soon()
start = time.monotonic()
time.sleep(0.5)
leave("slept", time.monotonic() - start >= 0.5)

# In a read: whoever reads first gets the bytes.
r, w = os.pipe()
soon()
writer = threading.Thread(target=lambda: (time.sleep(0.5), os.write(w, b"ab")))
writer.start()
leave("read", len(os.read(r, 1)))
writer.join()

# In a lock that a thread which only the parent has will release.
lock = threading.Lock()
lock.acquire()
opener = threading.Thread(target=lambda: (time.sleep(0.5), lock.release()))
opener.start()
soon()
leave("lock", lock.acquire(timeout=1))
opener.join()

# In waitpid: the child has no such child.
pid = os.fork()
if pid == 0:
    time.sleep(0.5)
    os._exit(9)
soon()
try:
    print("waited:", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
except ChildProcessError as e:
    leave("no child", e.errno)
if not inside:
    print(status_of(children.pop()))
