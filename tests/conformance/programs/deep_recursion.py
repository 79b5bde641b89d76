def down(n):
    return down(n + 1)
try:
    down(0)
except RecursionError as e:
    print("RecursionError", str(e).startswith("maximum recursion depth exceeded"))
print("alive")
