"""What simulated programs may import from the machine, for running the same file under real CPython.

cpu(ms)   computes for about that much CPU time, in Python, holding the GIL like any Python code.
disk(ms)  waits for that long outside the GIL, as a blocking read does.
"""
import time

__all__ = ["cpu", "disk"]


def cpu(ms):
    """Burns about `ms` milliseconds of this thread's CPU time."""
    end = time.thread_time() + ms / 1000
    while time.thread_time() < end:
        for _ in range(200):
            pass


def disk(ms):
    """Blocks for `ms` milliseconds without the GIL."""
    time.sleep(ms / 1000)
