# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "fork: one call, two returns", zh = "fork：调用一次，返回两次" }
# subtitle = { en = "The child is a copy; what it writes is its own", zh = "子进程是副本，写的是自己那一份" }
# group = "processes"
# order = 33
# panel = "pool"
# questions = ["S1-19b"]
# cores = 2
# python = "3.11"
# ///
import os

count = 0

pid = os.fork()  #: twice
if pid == 0:
    count += 10  #: child
    print('child', count, flush=True)
    os._exit(0)

os.waitpid(pid, 0)  #: wait
print('parent', count)  #: apart
