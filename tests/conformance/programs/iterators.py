class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), 2 in Countdown(5), sum(Countdown(4)))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    print("StopIteration")
it = iter(range(6))
print(list(zip(it, it)), dict(enumerate("ab")), list(reversed(range(3))))
values = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(values), 0)))
