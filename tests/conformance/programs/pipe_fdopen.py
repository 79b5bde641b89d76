import os
r, w = os.pipe()
with os.fdopen(w, "w") as f:
    f.write("line one\nline two\n")
with os.fdopen(r) as f:
    for line in f:
        print(line.rstrip())
r, w = os.pipe()
with open(w, "wb", buffering=0) as f:
    f.write(b"raw\n")
with open(r, "rb") as f:
    print(f.read())
