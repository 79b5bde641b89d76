x = "module"
def f():
    return x
class C:
    x = "class"
    y = x
    def g(self): return x, self.x
def h(x):
    def inner(): return x
    x += "!"
    return inner()
print(f(), C().g(), C.y, h("param"))
def unbound():
    print(x)
    x = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e)
try:
    del x
    f()
except NameError as e:
    print(e)
def free():
    def inner(): return v
    try:
        inner()
    except NameError as e:
        print(e)
    v = 1
    return inner()
print(free())
