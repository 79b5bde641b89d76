"""Who ignores SIGCHLD has no zombies: children vanish as they end, and wait() finds none."""
import os
import signal
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(signal.getsignal(signal.SIGCHLD) == signal.SIG_IGN)


def child(seconds, status):
    pid = os.fork()
    if pid == 0:
        time.sleep(seconds)
        os._exit(status)
    return pid


gone = child(0, 1)
time.sleep(0.2)
try:
    os.kill(gone, 0)
except ProcessLookupError as e:
    print("no zombie:", e.errno)
try:
    os.waitpid(gone, os.WNOHANG)
except ChildProcessError as e:
    print("waitpid:", e.errno, e.strerror)

# wait() waits until the last one has ended, and then has nothing to report.
start = time.monotonic()
child(0.1, 0)
child(0.4, 0)
try:
    os.wait()
except ChildProcessError as e:
    print("wait:", e.errno, time.monotonic() - start >= 0.4)
try:
    os.waitpid(child(0.2, 5), 0)
except ChildProcessError as e:
    print("one:", e.errno)

# A child inherits that.
pid = os.fork()
if pid == 0:
    print("inherited:", signal.getsignal(signal.SIGCHLD) == signal.SIG_IGN, flush=True)
    child(0, 3)
    time.sleep(0.2)
    try:
        os.wait()
    except ChildProcessError as e:
        print("in the child:", e.errno, flush=True)
    os._exit(0)
try:
    os.wait()
except ChildProcessError:
    pass

# By default they stay.
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
pid = child(0, 7)
time.sleep(0.2)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # too late for this one
got, status = os.wait()
print(got == pid, os.waitstatus_to_exitcode(status))
