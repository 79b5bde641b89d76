"""Handlers run in the main thread between two instructions; its waits go on afterwards."""
import os
import signal
import threading
import time

seen = []


def note(number, frame):
    seen.append((number, threading.current_thread() is threading.main_thread()))


print(signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)
print(signal.signal(signal.SIGTERM, note) == signal.SIG_DFL, signal.getsignal(signal.SIGTERM) is note)
os.kill(os.getpid(), signal.SIGTERM)
print(seen)

# From another process, while this one sleeps: the sleep takes as long as it was to.
pid = os.fork()
if pid == 0:
    time.sleep(0.1)
    os.kill(os.getppid(), signal.SIGTERM)
    os._exit(0)
begin = time.monotonic()
time.sleep(0.4)
print(len(seen), time.monotonic() - begin >= 0.4)
print(os.waitpid(pid, 0)[1])

# While it waits for a lock.
lock = threading.Lock()
lock.acquire()


def helper():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(0.1)
    lock.release()


thread = threading.Thread(target=helper)
thread.start()
print(lock.acquire(timeout=5), len(seen))
thread.join()
print(seen[-1])

# A child inherits the handler; SIG_IGN makes it deaf, SIGKILL can't be ignored.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pid = os.fork()
if pid == 0:
    time.sleep(5)
    os._exit(0)
time.sleep(0.1)
os.kill(pid, signal.SIGTERM)
time.sleep(0.1)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGKILL)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for bad in (lambda: signal.signal(signal.SIGKILL, note), lambda: signal.signal(99, note),
            lambda: signal.signal(signal.SIGTERM, "x")):
    try:
        bad()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
