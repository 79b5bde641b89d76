import io
s = io.StringIO(); print("a", 1, file=s); s.write("b\nc"); print(repr(s.getvalue())); s.seek(0); print(s.readline(), list(s), s.tell())
b = io.BytesIO(b"abc\ndef"); print(b.readline(), b.read(2), b.read(), b.read(), b.getvalue()); b.seek(1); b.write(b"XX"); print(b.getvalue())
with io.StringIO("x\ny") as f:
    print([l.strip() for l in f])
