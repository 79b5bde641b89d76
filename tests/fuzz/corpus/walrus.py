(a := 1)
f(a := 1)
[a := 1, b := 2]
{a := 1}
x[a := 1]
(y := f(x)) if z else 0
