print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 2 ** 10, 7 / 2, 1e3)
print(1 << 10, 1023 >> 3, 6 & 3, 6 | 3, 6 ^ 3, ~6, -5, +5)
print(divmod(17, 5), abs(-3), round(2.5), round(3.14159, 2), pow(2, 5), pow(3, 4, 5))
print(0.1 + 0.2, 1 / 3, 10.0, 1e16, 1e-7, 2.5e20)
print(int("42"), float("2.5"), int(3.9), int("ff", 16), bool(0), bool("x"))
print(min(3, 1, 2), max([4, 9, 2]), sum(range(10)), sum([0.5, 0.25]))
x = 10
x += 5; x -= 3; x *= 2; x //= 5; x **= 3; x %= 50
print(x, 3 < 4 <= 4, 3 < 4 > 5, 1 == 1.0, True + True)
