"""waitpid with WNOHANG looks, and doesn't wait; a zombie stays until it is asked for."""
import os
import time

pid = os.fork()
if pid == 0:
    time.sleep(0.2)
    os._exit(1)
print(os.waitpid(pid, os.WNOHANG))
time.sleep(0.5)
os.kill(pid, 0)
print("the zombie has still its pid")
got, status = os.waitpid(pid, os.WNOHANG)
print(got == pid, os.waitstatus_to_exitcode(status))
try:
    os.kill(pid, 0)
except ProcessLookupError as e:
    print(e.errno, e.strerror)
try:
    os.waitpid(pid, os.WNOHANG)
except ChildProcessError as e:
    print(e.errno)
