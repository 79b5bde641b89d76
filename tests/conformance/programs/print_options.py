import sys
print(1, 2, 3, sep="-", end="!\n")
print(*[1, 2], sep="\n")
print()
print("a", "b", sep="", flush=True)
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
print(None, True, [1, "a", None], {"k": (1, 2.0)})
