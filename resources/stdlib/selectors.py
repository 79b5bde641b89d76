"""One interface to select, poll and epoll."""
from collections import namedtuple
import select

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


def _descriptor(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


class _Registered:
    """What get_map() gives: file objects to keys, read-only."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __iter__(self):
        return iter(self._selector._keys)

    def __contains__(self, fileobj):
        return self.get(fileobj) is not None

    def get(self, fileobj, default=None):
        key = self._selector._keys.get(self._selector._find(fileobj))
        return default if key is None else key

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def keys(self):
        return self._selector._keys.keys()

    def values(self):
        return self._selector._keys.values()

    def items(self):
        return self._selector._keys.items()


class BaseSelector:
    def __init__(self):
        self._keys = {}
        self._map = _Registered(self)

    def _find(self, fileobj):
        """The descriptor that a file object has, or had when it was registered."""
        try:
            return _descriptor(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, self._find(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._keys[key.fd] = key
        try:
            self._add(key.fd, events)
        except BaseException:
            del self._keys[key.fd]
            raise
        return key

    def unregister(self, fileobj):
        fd = self._find(fileobj)
        if fd not in self._keys:
            raise KeyError(f'{fileobj!r} is not registered')
        key = self._keys.pop(fd)
        self._remove(fd)
        return key

    def modify(self, fileobj, events, data=None):
        fd = self._find(fileobj)
        if fd not in self._keys:
            raise KeyError(f'{fileobj!r} is not registered')
        key = self._keys[fd]
        if events != key.events:
            if not events or events & ~(EVENT_READ | EVENT_WRITE):
                raise ValueError(f'Invalid events: {events!r}')
            self._change(fd, events)
        key = SelectorKey(key.fileobj, fd, events, data)
        self._keys[fd] = key
        return key

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        return mapping[fileobj]

    def get_map(self):
        return self._map

    def close(self):
        self._keys.clear()
        self._map = None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def _answer(self, found):
        """From pairs of descriptor and events to pairs of key and those of the events that are wanted."""
        ready = []
        for fd, events in found:
            key = self._keys.get(fd)
            if key is not None and events & key.events:
                ready.append((key, events & key.events))
        return ready


class SelectSelector(BaseSelector):
    def __init__(self):
        super().__init__()
        self._readers = set()
        self._writers = set()

    def _add(self, fd, events):
        if events & EVENT_READ:
            self._readers.add(fd)
        if events & EVENT_WRITE:
            self._writers.add(fd)

    def _remove(self, fd):
        self._readers.discard(fd)
        self._writers.discard(fd)

    def _change(self, fd, events):
        self._remove(fd)
        self._add(fd, events)

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        readers, writers, _ = select.select(self._readers, self._writers, [], timeout)
        readers = set(readers)
        writers = set(writers)
        return self._answer([(fd, (EVENT_READ if fd in readers else 0) | (EVENT_WRITE if fd in writers else 0))
                             for fd in readers | writers])


class _MaskSelector(BaseSelector):
    """Over a poll object or an epoll, whose bits for reading and writing are the same."""

    def _add(self, fd, events):
        self._selector.register(fd, self._mask(events))

    def _remove(self, fd):
        try:
            self._selector.unregister(fd)
        except OSError:
            pass  # it was closed before

    def _change(self, fd, events):
        self._selector.modify(fd, self._mask(events))

    def _mask(self, events):
        return (select.POLLIN if events & EVENT_READ else 0) | (select.POLLOUT if events & EVENT_WRITE else 0)

    def _found(self, pairs):
        return self._answer([(fd, (EVENT_READ if mask & ~select.POLLOUT else 0)
                              | (EVENT_WRITE if mask & ~select.POLLIN else 0)) for fd, mask in pairs])


class PollSelector(_MaskSelector):
    def __init__(self):
        super().__init__()
        self._selector = select.poll()

    def select(self, timeout=None):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else -int(-timeout * 1000 // 1)
        return self._found(self._selector.poll(timeout))


class EpollSelector(_MaskSelector):
    def __init__(self):
        super().__init__()
        self._selector = select.epoll()

    def fileno(self):
        return self._selector.fileno()

    def select(self, timeout=None):
        timeout = -1 if timeout is None else max(timeout, 0)
        return self._found(self._selector.poll(timeout, max(len(self._keys), 1)))

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
