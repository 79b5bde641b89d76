"""The flags of a descriptor: whether its calls wait."""
import os

F_DUPFD = 0
F_GETFD = 1
F_SETFD = 2
F_GETFL = 3
F_SETFL = 4
FD_CLOEXEC = 1


def fcntl(fd, cmd, arg=0):
    if not isinstance(fd, int):
        fd = fd.fileno()
    blocking = os.get_blocking(fd)  # raises when it isn't open
    if cmd == F_GETFL:
        return 0 if blocking else os.O_NONBLOCK
    if cmd == F_SETFL:
        os.set_blocking(fd, not arg & os.O_NONBLOCK)
        return 0
    if cmd == F_DUPFD:
        return os.dup(fd)
    if cmd in (F_GETFD, F_SETFD):
        return FD_CLOEXEC if cmd == F_GETFD else 0
    raise OSError(22, 'Invalid argument')
