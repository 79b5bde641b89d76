"""Every process forks on: 2, 4, 8 of them."""
import os
import sys

depth = 0
children = []
for _ in range(3):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        depth += 1
        children = []
    else:
        children.append(pid)
below = 1
for pid in children:
    below += os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
if depth > 0:
    os._exit(below)
print(below, "processes")
