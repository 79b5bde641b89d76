def a(x):
    return b(x) + 1
def b(x):
    values = [1, 2, 3]
    return values[x]
print(a(1))
print(a(10))
