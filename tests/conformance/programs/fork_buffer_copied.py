"""What waits in the buffer of stdout is copied by fork, and lost by _exit."""
import os
import sys

print("before")
pid = os.fork()
if pid == 0:
    print("child")
    sys.exit(0)
os.waitpid(pid, 0)
print("parent, after a child that ended normally")
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    print("nobody will read this")
    os._exit(0)
os.waitpid(pid, 0)
print("parent, after a child that used _exit")
