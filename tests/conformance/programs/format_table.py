# Tables by f-strings, format and %: widths, signs, bases, nesting, conversions.
rows = [("threads", 4, 0.98765, True), ("processes", 128, 1234567.891, None), ("I/O", -7, 1e-9, "ok")]
print(f"{'what':<12}|{'n':^6}|{'value':>14}|{'x'!r:>6}")
print("-" * 12 + "+" + "=" * 6 + "+" + "-" * 14)
for what, n, value, flag in rows:
    print(f"{what:<12}|{n:^6}|{value:>14,.3f}|{flag!s:>6}")
width, precision = 12, 4
print(f"[{3.14159265:{width}.{precision}f}] [{3.14159265:<{width}.{precision}e}] [{255:#{width}x}]")
print(f"{42:b} {42:08b} {42:o} {42:#X} {42:+d} {-42:=+8d} {1234567:_} {0.256:.1%} {65:c}")
print("{0} {1} {0} {name} {items[1]} {obj.real}".format("a", "b", name="n", items=[1, 2], obj=3))
print("%s %r %d %5.2f %-6s| %06d %x %o %e %%" % ("s", "r", 42.9, 2.718, "left", 42, 255, 8, 12345.678))
print("%(who)s has %(n)03d" % {"who": "Eve", "n": 7})
x = 7
print(f"{x=} {x * 2 = } {x!r:>4} {x:{'>'}{5}}", f"{'nested ' + f'{x}'}")
print(f"{{literal}} {{{x}}}", "{{literal}}")
print(repr("tab\t newline\n quote' \"both\" \x07 \u00e9 \U0001f40d"), ascii("é"))
print(str(1e16), 1e15, 123456789.0, 0.1 + 0.2, 1 / 3, float("inf"), -0.0, 1e-5, 2.5e-7)
print(round(2.5), round(3.5), round(-1.5), round(2.675, 2), round(1234, -2), int(-3.9), -7 // 2, -7 % 3, divmod(-7, 2))
print("text".center(11, "*"), "7".zfill(3), "-7".zfill(4), "a,b,,c".split(","), " a  b ".split(), "a b c".split(" ", 1))
print("Hello World".swapcase(), "they're bill's".title(), "ab\ncd\r\nef".splitlines(), "x".join("abc"))
print("abcabc".replace("b", "-", 1), "abcabc".rfind("c"), "mississippi".count("ss"), "a-b_c".translate(str.maketrans("-_", "  ")))
print("%s" % (1, 2) if False else "%s and %s" % (1, 2), "%s" % ((1, 2),))
print("{:>10}{:^10}{:<10}|".format("r", "c", "l"), "{!r}".format("q"), "{:5}|{:<5}|".format(3, True))
print(f"{1_000_000:,} {1e6:,.0f} {12:5} {'12':5}| {True:d} {None!s:>6}")
try:
    f"{'text':d}"
except ValueError as e:
    print(e)
try:
    "%d" % "3"
except TypeError as e:
    print(e)
try:
    "{} {}".format(1)
except IndexError as e:
    print(e)
