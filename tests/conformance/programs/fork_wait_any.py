"""wait() takes whichever child has ended; without children it raises."""
import os
import time

pids = {}
for i in range(3):
    pid = os.fork()
    if pid == 0:
        time.sleep(0.1 * (3 - i))
        os._exit(i)
    pids[pid] = i
while pids:
    pid, status = os.wait()
    print("child", pids.pop(pid), "ended with", os.WEXITSTATUS(status))
try:
    os.wait()
except ChildProcessError as e:
    print(type(e).__name__, e, e.errno)
try:
    os.waitpid(1, 0)
except ChildProcessError as e:
    print(e)
