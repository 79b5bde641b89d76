# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "put() returns before the item is there", zh = "put() 返回时，数据还没到" }
# subtitle = { en = "A feeder thread carries it through the pipe", zh = "由后台线程把它送过管道" }
# group = "processes"
# order = 36
# panel = "pool"
# questions = ["S1-05", "S1-MQ", "S2-01"]
# cores = 2
# python = "3.11"
# ///
from multiprocessing import Queue

q = Queue()
q.put('tea')  #: first
print('empty:', q.empty())  #: still
print(q.get())  #: arrives
