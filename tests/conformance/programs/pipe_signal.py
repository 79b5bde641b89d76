import os, signal
def h(n, f): print("got", n, "SIGPIPE")
signal.signal(signal.SIGPIPE, h)
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as e:
    print("err", e)
