from multiprocessing import Pool
def add(a, b=1): return a + b
if __name__ == '__main__':
    with Pool(2) as p:
        print(p.starmap(add, zip([1, 2], [3, 4])), p.starmap(add, [(1,), (2,)]), p.map_async(add, [1]).get(5))
        r = p.starmap_async(add, [(1, 2)], callback=print); r.wait()
        print(p.apply_async(add, (1,), {'b': 5}).get())
        print([r.get() for r in [p.apply_async(add, [i]) for i in range(3)]])
        for bad in (lambda: p.map(5, [1]), lambda: p.map(add), lambda: p.starmap(add, [1, 2])):
            try: bad()
            except TypeError as e: print(str(e).replace('Pool.', ''))
