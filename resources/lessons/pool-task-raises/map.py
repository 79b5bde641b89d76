# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "One error in a map", zh = "map 中有一个出错" }
# subtitle = { en = "The same tasks, asked for all at once", zh = "同样的任务，一次取全部结果" }
# group = "processes"
# order = 37
# panel = "pool"
# questions = ["S1-12", "S1-03"]
# cores = 2
# python = "3.11"
# ///
from multiprocessing import Pool


def half(n):
    if n % 2:
        raise ValueError('odd')
    return n // 2


if __name__ == '__main__':
    with Pool(2) as pool:
        try:
            out = pool.map(half, [4, 3, 8, 6], 1)  #: map
            print(out)
        except ValueError as e:
            print('error:', e)  #: nothing
