name, n, x = "gil", 7, 3.14159
print(f"{name} {n} {x:.2f} {n:03d} {n:>5}| {name:<6}| {name:^7}|")
print(f"{name!r} {x!s:>10} {n:+d} {n:x} {n:b} {255:#x} {1234567:,}")
print(f"{n=} {x=:.1f} {{braces}} {'nested ' + name}")
width = 8
print(f"{x:{width}.{2}f}|{name:*^{width}}|")
print("{} {} {}".format(1, "two", 3.0), "{1} {0}".format("a", "b"), "{k:>4}".format(k=5))
print("%s %d %5.1f %r %x %%" % ("s", 4, 2.25, "q", 255))
print("%-5s|%5s|%05d" % ("ab", "cd", 42))
print("{0[1]} {1.real}".format([10, 20], 5))
print(format(3.5, ".2f"), format(42, "5d"), format("x", ">3"))
print(f"{0.5:.0%} {1e10:.3e} {12.0:g} {1e-9:g}")
