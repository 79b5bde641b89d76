from multiprocessing import Pool
def f(x): return x
def gen():
    yield 1
    yield 2
    raise OSError('source')
if __name__ == '__main__':
    with Pool(2) as p:
        it = p.imap(f, gen())
        try:
            for x in it: print(x)
        except OSError as e: print('caught', e)
        try: p.map(f, gen())
        except OSError as e: print('map', e)
        try: p.map(f, 5)
        except TypeError as e: print(e)
        try: p.starmap(f, [1])
        except TypeError as e: print(e)
