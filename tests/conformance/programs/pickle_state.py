import pickle
class A:
    def __init__(self): self.x = 1
    def __getstate__(self): return {'x': self.x + 1}
    def __setstate__(self, s): self.__dict__ = s
b = pickle.dumps(A()); print(pickle.loads(b).x, type(b).__name__)

for bad in (lambda: pickle.dumps(lambda: 1), lambda: pickle.loads(b''), lambda: pickle.loads(b'xx'), lambda: pickle.dumps(open), lambda: pickle.loads('x')):
    try: print(type(bad()).__name__)
    except Exception as e: print(type(e).__name__, e)
x = []; x.append(x); y = pickle.loads(pickle.dumps(x)); print(y[0] is y)
print(pickle.HIGHEST_PROTOCOL, len(pickle.dumps(1, protocol=0)) > 0)
