for i in range(10):
    if i == 2:
        continue
    if i == 6:
        break
    print(i, end=" ")
else:
    print("never")
print()
for i in []:
    pass
else:
    print("empty loop: else")
n = 0
while n < 5:
    n += 1
    if n == 3:
        continue
    print(n, end=",")
else:
    print("done")
while True:
    n -= 1
    if not n:
        break
x = 5
print("small" if x < 3 else "medium" if x < 10 else "large", x and "yes", 0 or "no", not x)
print([i for i in range(20) if i % 2 if i % 3], list(range(10, 0, -3)))
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a + b)
if (m := x * 2) > 9:
    print("walrus", m)
