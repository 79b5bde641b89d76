import functools
def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("result", result)
        return result
    return wrapper
def times(n):
    def decorate(f):
        def run(*a):
            return [f(*a) for _ in range(n)]
        return run
    return decorate
@logged
@times(2)
def twice(x):
    return x * 2
@logged
def add(a, b=1):
    return a + b
twice(4)
add(1, b=5)
print(add.__name__)
class C:
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return "prop"
print(C.s(1), C.c(2), C().p, C().s(5), C().c(6))
