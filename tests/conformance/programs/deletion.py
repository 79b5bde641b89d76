x = [1, 2, 3, 4]
del x[1], x[-1]
print(x)
a = b = [1]
del a
print(b)
class C: pass
c = C(); c.v = 1; del c.v
print(hasattr(c, "v"))
try:
    a
except NameError as e:
    print(e)
