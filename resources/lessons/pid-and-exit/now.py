# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "What os._exit does", zh = "os._exit 做了什么" }
# subtitle = { en = "The same child, but it calls os._exit", zh = "同样的子进程，但调用 os._exit" }
# group = "processes"
# order = 34
# panel = "pool"
# questions = ["S1-17"]
# cores = 2
# python = "3.11"
# ///
import os

pid = os.fork()
if pid == 0:
    print('half a line', end='')
    try:
        os._exit(3)  #: cliff
    finally:
        print('finally')

_, status = os.waitpid(pid, 0)
print('code', os.WEXITSTATUS(status))  #: gone
