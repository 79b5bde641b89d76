# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "fork and buffered output", zh = "fork 与输出缓冲" }
# subtitle = { en = "What wasn't written yet is copied too", zh = "还没写出去的内容也被复制" }
# group = "processes"
# order = 33
# panel = "pool"
# questions = ["S1-19b"]
# cores = 2
# python = "3.11"
# ///
import os

print('before', end=' ')  #: buffered
pid = os.fork()  #: both
if pid > 0:
    os.waitpid(pid, 0)  #: flush
