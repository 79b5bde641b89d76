from multiprocessing import Pool
class A:
    def __init__(self, k): self.k = k
    def go(self, x): return self.k * x
    def run(self):
        with Pool(2) as p: return p.map(self.go, range(4))
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def c(cls, x): return cls.__name__, x
    def __call__(self, x): return -x
if __name__ == '__main__':
    print(A(3).run())
    with Pool(2) as p:
        print(p.map(A.s, [1]), p.map(A.c, [1]), p.map(A(1), [1, 2]))
        print(p.map(str.upper, ['a', 'b']), p.map(len, ['a', 'bb']))
        from functools import partial
        print(p.map(partial(pow, 2), [1, 2, 3]))
