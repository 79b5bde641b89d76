# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "sys.exit is an exception", zh = "sys.exit 是异常" }
# subtitle = { en = "SystemExit unwinds the stack, then the process ends", zh = "SystemExit 先逐层退出，进程随后结束" }
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

_, status = os.waitpid(pid, 0)  #: wait
print('code', os.WEXITSTATUS(status))
