import fcntl
import os
r, w = os.pipe()
flags = fcntl.fcntl(r, fcntl.F_GETFL)
print(bool(flags & os.O_NONBLOCK))
fcntl.fcntl(r, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(bool(fcntl.fcntl(r, fcntl.F_GETFL) & os.O_NONBLOCK), os.get_blocking(r))
try:
    os.read(r, 1)
except BlockingIOError:
    print("would block")
