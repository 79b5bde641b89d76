"""_exit of the only process: no finally, no atexit, no buffer."""
import atexit
import os

atexit.register(print, "never")
print("flushed", flush=True)
print("lost")
try:
    os._exit(6)
finally:
    print("never either", flush=True)
