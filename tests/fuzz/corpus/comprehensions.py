[x for x in y]
[x for x in y if z if w]
[x for x, in y for z in x]
{x for x in y}
{x: y for x, y in z}
(x for x in y)
[(x, y) for x in a for y in b if x]
[x for (x, y) in z]
[x for x in a or b]
[x := 1 for y in z]
[lambda: x for x in y]
[i for i in (1, 2) if i if not i]
[x if y else z for x in w]
[x for x in a if (b if c else d)]
