# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "os._exit ends at once", zh = "os._exit 立即结束" }
# subtitle = { en = "No finally, no atexit", zh = "不执行 finally，也不执行 atexit" }
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
