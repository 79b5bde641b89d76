# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "What sys.exit does", zh = "sys.exit 做了什么" }
# subtitle = { en = "A child calls it inside try … finally", zh = "子进程在 try … finally 里调用它" }
# group = "processes"
# order = 34
# panel = "pool"
# questions = ["S1-17"]
# cores = 2
# python = "3.11"
# ///
import os
import sys

pid = os.fork()  #: born
if pid == 0:
    try:
        sys.exit(3)  #: raises
    finally:
        print('finally')  #: unwinds

_, status = os.waitpid(pid, 0)
print('code', os.WEXITSTATUS(status))  #: wait
