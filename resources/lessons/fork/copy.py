# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "fork: one call, two returns", zh = "fork：调用一次，返回两次" }
# subtitle = { en = "Which process goes on where, and whose count is it?", zh = "哪个进程从哪里继续？count 又是谁的？" }
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
    count += 10
    print('child', count, flush=True)
    os._exit(0)  #: child

os.waitpid(pid, 0)  #: wait
print('parent', count)  #: apart
