with (a):
    pass
with (a as b):
    pass
with (a as b, c):
    pass
with (a, b):
    pass
with (a, b,):
    pass
with (a, b) as c:
    pass
with (a), (b):
    pass
with ():
    pass
with (a,):
    pass
with ((a, b)):
    pass
with (a, b), c:
    pass
with (open(x)) as f, (y):
    pass
with (a).b:
    pass
with (a)(b), c: pass
