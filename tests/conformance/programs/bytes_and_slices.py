b = b"abc\x00\xff"
print(b, len(b), b[0], b[1:3], b"a" in b, bytes([65, 66]), b"x" + b"y", "é".encode(), b"caf\xc3\xa9".decode())
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1:2], s[::2], s[1, 2], s[1:2, ...], s[-1])
a = list(range(10)); a[::2] = [0] * 5; print(a, a[8:2:-2])
