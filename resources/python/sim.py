"""What simulated programs may import from the machine, for running the same file under real CPython.

cpu(ms)   computes for about that much CPU time, in Python, holding the GIL like any Python code.
disk(ms)  waits for that long outside the GIL, as a blocking read does.

feed(end, arrivals)
    Bytes that come from outside of the program. `end` is the end that the outside world writes to: a socket
    or a descriptor, which is handed over and must not be used any more, or the (host, port) of a listening
    socket, to which a client connects at the first time. `arrivals` is a list of pairs (milliseconds from
    now, bytes); None instead of bytes closes the end. What the program sends there is thrown away. On the
    machine no thread does this; here a background thread has to.

arrivals(count, mean, seed=0, data=b"x")
    Such a list with random times: `mean` milliseconds lie between two arrivals on average. The same seed
    gives the same times everywhere.
"""
import math
import os
import random
import socket
import threading
import time

__all__ = ["cpu", "disk", "feed", "arrivals"]


def cpu(ms):
    """Burns about `ms` milliseconds of this thread's CPU time."""
    end = time.thread_time() + ms / 1000
    while time.thread_time() < end:
        for _ in range(200):
            pass


def disk(ms):
    """Blocks for `ms` milliseconds without the GIL."""
    time.sleep(ms / 1000)


def feed(end, arrivals):
    """Lets bytes arrive at these times: see above."""
    start = time.monotonic()
    if isinstance(end, tuple):
        world = None
    elif isinstance(end, int):
        world = end
    else:
        world = socket.socket(fileno=end.detach())
        world.setblocking(True)
        _hold(world)  # not when the bytes are due: starting a thread takes several turns of the GIL
    threading.Thread(target=_play, args=(start, end, world, list(arrivals)), daemon=True).start()


def arrivals(count, mean, seed=0, data=b"x"):
    """Seeded random times for feed(): see above."""
    generator = random.Random(seed)
    times = []
    at = 0.0
    for _ in range(count):
        at -= math.log(1.0 - generator.random()) * mean
        times.append((round(at, 3), data))
    return times


_held = []  # ends that stay open


def _play(start, end, world, items):
    try:
        for ms, data in items:
            time.sleep(max(0.0, start + ms / 1000 - time.monotonic()))
            if world is None:
                world = socket.create_connection(end)
                _hold(world)
            if data is None:
                _close(world)
                return
            _write(world, data)
    except OSError:
        pass  # the program has gone away, and what was meant for it with it


def _hold(world):
    _held.append(world)
    threading.Thread(target=_discard, args=(world,), daemon=True).start()


def _write(world, data):
    if not isinstance(world, int):
        world.sendall(data)
        return
    while data:
        data = data[os.write(world, data):]


def _close(world):
    if isinstance(world, int):
        os.close(world)
    else:
        world.shutdown(socket.SHUT_RDWR)
        world.close()


def _discard(world):
    try:
        while world.recv(65536):
            pass
    except OSError:
        pass
