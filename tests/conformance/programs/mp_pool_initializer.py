from multiprocessing import Pool, current_process
import os
def init(a, b):
    global state
    state = (a, b)
def f(x): return state, x
if __name__ == '__main__':
    with Pool(2, init, (1, 'b')) as p: print(p.map(f, range(3)))
    with Pool(initializer=init, initargs=(3, 4), processes=1) as p: print(p.map(f, range(2)))
