"""The interface of multiprocessing, with threads in the place of processes."""
import sys
import threading
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = ["Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore",
           "BoundedSemaphore", "Condition", "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue"]
dict = dict
list = list
JoinableQueue = Queue
current_process = threading.current_thread
_children = []  # of all threads; active_children() picks the caller's own


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._start_called = False
        self._parent = current_process()

    def start(self):
        if self._parent is not current_process():
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
        self._start_called = True
        _children.append(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def active_children():
    _children[:] = [child for child in _children if child.is_alive()]
    return [child for child in _children if child._parent is current_process()]


def freeze_support():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


def Manager():
    return sys.modules[__name__]


def shutdown():
    pass


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted([f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_")])
        return f"{type(self).__name__}({', '.join(items)})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self.value!r})>"


def Array(typecode, sequence, lock=True):
    return list(sequence)


class _Connection:
    def __init__(self, incoming, outgoing):
        self._incoming = incoming
        self.send = self.send_bytes = outgoing.put
        self.recv = self.recv_bytes = incoming.get

    def poll(self, timeout=0.0):
        if self._incoming.qsize() > 0:
            return True
        if timeout <= 0.0:
            return False
        with self._incoming.not_empty:
            self._incoming.not_empty.wait(timeout)
        return self._incoming.qsize() > 0

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    there, back = Queue(), Queue()
    return _Connection(there, back), _Connection(back, there)
