"""A child whose parent ends gets another parent; its grandparent can't wait for it."""
import os
import time

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    middle = os.getpid()
    if os.fork() == 0:
        before = os.getppid()
        time.sleep(0.3)
        os.write(w, str((before == middle, os.getppid() == middle)).encode())
        os._exit(0)
    time.sleep(0.1)
    os._exit(0)
os.waitpid(pid, 0)
os.close(w)
print(os.read(r, 100))
try:
    os.wait()
except ChildProcessError:
    print("the grandchild isn't ours")
