print([x * x for x in range(5)], {x % 3 for x in range(10)} == {0, 1, 2}, {x: -x for x in range(3)})
print([(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(4)])
n = 10
print([n + i for i in range(3)], list(i for i in range(5) if i != 2), sum(i for i in range(101)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)], [y := 3, y ** 2])
print([z for w in ["ab", "cd"] for z in w], {k: len(k) for k in ["a", "bb"]})
print(max((len(w), w) for w in ["x", "yyy", "zz"]), ",".join(str(i) for i in range(4)))
class K:
    xs = [1, 2]
    ys = [x * 10 for x in xs]
print(K.ys, any(last := i for i in [0, 0, 3]), last)
