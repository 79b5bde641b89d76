"""Waiting for many descriptors at once. The calls themselves are native: see _select."""
import _select

error = OSError

POLLIN = 1
POLLPRI = 2
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
POLLNVAL = 32
POLLRDNORM = 64
POLLRDBAND = 128
POLLWRNORM = 256
POLLWRBAND = 512
POLLMSG = 1024
POLLRDHUP = 8192
PIPE_BUF = 4096

EPOLLIN = 1
EPOLLPRI = 2
EPOLLOUT = 4
EPOLLERR = 8
EPOLLHUP = 16
EPOLLRDNORM = 64
EPOLLRDBAND = 128
EPOLLWRNORM = 256
EPOLLWRBAND = 512
EPOLLMSG = 1024
EPOLLRDHUP = 8192
EPOLLEXCLUSIVE = 1 << 28
EPOLLONESHOT = 1 << 30
EPOLLET = 1 << 31
EPOLL_CLOEXEC = 524288


def _number(fd):
    if isinstance(fd, int):
        number = fd
    elif hasattr(fd, 'fileno'):
        number = fd.fileno()
        if not isinstance(number, int):
            raise TypeError('fileno() returned a non-integer')
    else:
        raise TypeError('argument must be an int, or have a fileno() method.')
    if number < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({number})')
    return number


def _numbers(objects):
    if _select.all_plain(objects):
        return objects
    return [_number(item) for item in objects]


def select(rlist, wlist, xlist, timeout=None, /):
    try:
        lists = (list(rlist), list(wlist), list(xlist))
    except TypeError:
        raise TypeError('arguments 1-3 must be sequences') from None
    numbers = (_numbers(lists[0]), _numbers(lists[1]), _numbers(lists[2]))
    return _select.select(lists, numbers, timeout)


def _mask(mask):
    if not isinstance(mask, int):
        raise TypeError('an integer is required')
    if mask < 0:
        raise ValueError('value must be positive')
    if mask > 65535:
        raise OverflowError('Python int too large for C unsigned short')
    return mask


class poll:
    def __init__(self):
        self._masks = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._masks[_number(fd)] = _mask(eventmask)

    def modify(self, fd, eventmask, /):
        fd = _number(fd)
        if fd not in self._masks:
            raise FileNotFoundError(2, 'No such file or directory')
        self._masks[fd] = _mask(eventmask)

    def unregister(self, fd, /):
        fd = _number(fd)
        if fd not in self._masks:
            raise KeyError(fd)
        del self._masks[fd]

    def poll(self, timeout=None, /):
        return _select.poll(self._masks, timeout)


class epoll(_select.epoll):
    def __init__(self, sizehint=-1, flags=0):
        if sizehint < -1 or sizehint == 0:
            raise ValueError('negative sizehint')

    @classmethod
    def fromfd(cls, fd):
        raise RuntimeError('epoll.fromfd() is not supported by the machine: hand the epoll object itself over')

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        return super().register(_number(fd), eventmask)

    def modify(self, fd, eventmask):
        return super().modify(_number(fd), eventmask)

    def unregister(self, fd):
        return super().unregister(_number(fd))

    @property
    def closed(self):
        return self._closed()

    def __enter__(self):
        if self._closed():
            raise ValueError('I/O operation on closed epoll object')
        return self

    def __exit__(self, *details):
        self.close()
