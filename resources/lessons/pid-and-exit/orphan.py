# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "An orphan gets another parent", zh = "孤儿进程换了父进程" }
# subtitle = { en = "getppid changes when the parent has ended", zh = "父进程结束后，getppid 的值会变" }
# group = "processes"
# order = 34
# panel = "pool"
# questions = ["S1-17"]
# cores = 2
# python = "3.11"
# ///
import os
import time

parent = os.getpid()

if os.fork() == 0:
    time.sleep(0.3)
    same = os.getppid() == parent  #: adopted
    print('same parent:', same)
else:
    print('parent ends')  #: leaves
