import struct
import errno
import os

print(b"abc".find(b"c"), b"abcabc".rfind(b"b"), b"abc".index(b"b"), b"aXbXc".split(b"X"), b" a b ".split(), b"a,b,c".rsplit(b",", 1))
print(b"abc".upper(), b"ABC".lower(), b" x ".strip(), b"xxaxx".strip(b"x"), b"abc".replace(b"b", b"--"), b"aaa".count(b"a"))
print(b"a\nb\r\nc".splitlines(), b"k=v".partition(b"="), b"k".partition(b"="), b"a=b=c".rpartition(b"="))
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"abc".hex(), bytes.fromhex("61 62 63"), b",".join([b"a", b"b"]))
print(b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc" * 2, b"abc" + b"d", b"b" in b"abc", 97 in b"abc", list(b"ab"))
print(b"abc".ljust(5, b"."), b"abc".rjust(5), b"abc".center(6, b"*"), b"12".isdigit(), b"ab".isalpha(), b"".isalpha())
print(b"abc" == b"abc", b"abc" < b"abd", hash(b"abc") == hash(b"abc"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
print("é".encode(), b"\xc3\xa9".decode(), "abc".encode("ascii"), b"\xe9".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"))
print(b"a\xffb".decode(errors="ignore"), str(b"abc", "utf-8"), bytes("é", "utf-8"), bytes(3), bytes([1, 2]), bytes(bytearray(b"x")))
array = bytearray(b"hello")
array[0] = 72
array.append(33)
array += b"??"
array.extend([1, 2])
print(array, len(array), array[0], array[1:3], type(array[1:3]).__name__)
del array[-2:]
array[1:3] = b"EEE"
array.insert(0, 62)
print(array, array.pop(), array.pop(0), bytes(array), array == b"HEEElo!?", array.find(b"l"))
array.clear()
print(array, bool(array), bytearray(3), bytearray("é", "utf-8"), array == bytearray())
print(bytearray(b"abc").upper(), bytearray(b"a b").split(), bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"))
buffer = bytearray(8)
view = memoryview(buffer)
view[2:4] = b"zz"
view[0] = 65
part = view[2:]
print(bytes(part), len(part), part[0], view.tobytes(), view.tolist(), bytes(view[:3]), view == buffer)
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xff", "little", signed=True), int.from_bytes([1, 0], "little"), int.from_bytes(b"", "big"))
print(struct.pack("<IhB", 1, -2, 3), struct.calcsize("<IhB"), struct.calcsize("IhB"), struct.calcsize("bI"), struct.calcsize("@bq"))
print(struct.unpack("!I", struct.pack("!I", 70000)), struct.unpack("<hhl", struct.pack("<hhl", 1, -2, 3)))
print(struct.pack("5s", b"abc"), struct.unpack("3s2x?", b"abc\0\0\1"), struct.pack(">d", 1.5), struct.unpack("<f", struct.pack("<f", 0.5)))
print(struct.pack("3B", 1, 2, 3), struct.unpack_from(">H", b"\0\1\2\3", 2), list(struct.iter_unpack("<H", b"\1\0\2\0")))
print(struct.pack("cc", b"a", b"b"), struct.pack("4p", b"ab"), struct.unpack("4p", b"\2ab\0"), struct.pack("q", -5), struct.pack("ll", 1, 2))
packer = struct.Struct(">I")
struct.pack_into(">I", buffer, 4, 99)
print(packer.size, packer.pack(7), packer.unpack(b"\0\0\0\7"), buffer, packer.unpack_from(buffer, 4))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(struct.unpack, "I", b"abc")
attempt(struct.pack, "I", 1, 2)
attempt(struct.pack, "B", 256)
attempt(struct.pack, "<h", 40000)
attempt(struct.pack, "h", 40000)
attempt(struct.pack, "H", -1)
attempt(struct.pack, "<i", 2**31)
attempt(struct.pack, "I", "x")
attempt(struct.pack, "5s", "x")
attempt(struct.pack, "y", 1)
attempt(struct.unpack_from, "I", b"ab")
attempt(struct.pack, "f", "x")
attempt(bytes, [256])
attempt(bytes, "x")
attempt(bytearray().append, 300)
attempt((300).to_bytes, 1, "big")
attempt((-1).to_bytes, 1, "big")
attempt(b"\xff".decode)
attempt(b"\xc3".decode)
attempt(b"ab\xe9".decode, "ascii")
attempt(b"abc".index, b"x")
attempt(b"abc".split, b"")
attempt(b"abc".join, ["x"])
attempt(lambda: b"abc" + "x")
attempt(lambda: b"abc"[5])
attempt(lambda: bytearray(b"abc")[5])
attempt(lambda: hash(bytearray()))
attempt(bytes.fromhex, "6z")
print(errno.EAGAIN, errno.ENOENT, errno.errorcode[32], os.strerror(2), errno.EWOULDBLOCK)
print(repr(OSError(2, "gone")), repr(OSError(11, "again")), OSError(9, "bad"), OSError("plain"), OSError(104, "x").errno)
try:
    raise OSError(111, "Connection refused")
except ConnectionError as error:
    print(type(error).__name__, error, error.errno, error.strerror)
