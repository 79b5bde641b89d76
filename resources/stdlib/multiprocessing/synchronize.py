"""Locks and what is made of them, shared between processes. Each is a semaphore of the system at heart."""
import _multiprocessing
import threading
from multiprocessing import context, process
from time import monotonic

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = 2147483647


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx):
        self._semlock = _multiprocessing.SemLock(kind, value, maxvalue)
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.release()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._semlock._handle()

    def __setstate__(self, handle):
        self._semlock = _multiprocessing.SemLock._rebuild(handle)
        self._make_methods()

    def _owner(self):
        """Who holds it, for repr."""
        if self._semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return None
        return "SomeOtherThread" if self._semlock._count() > 0 else "SomeOtherProcess"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()}, maxvalue={self._semlock._maxvalue()})>"


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner()})>"


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = self._owner()
        count = self._semlock._count() if self._semlock._is_mine() else "nonzero" if owner else 0
        return f"<{type(self).__name__}({owner}, {count})>"


class Condition:
    """A waiter sleeps on one semaphore; two others count who sleeps and who has been woken."""

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        depth = self._lock._semlock._count()
        for i in range(depth):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for i in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Those that have timed out meanwhile don't count.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for i in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=SEM_VALUE_MAX)

    def __repr__(self):
        waiting = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        return f"<{type(self).__name__}({self._lock}, {waiting})>"

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else monotonic() + timeout
        left = None
        while not result:
            if end is not None:
                left = end - monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            return self._test()

    def _test(self):
        if self._flag.acquire(False):
            self._flag.release()
            return True
        return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self._test():
                self._cond.wait(timeout)
            return self._test()

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier:
    """As threading's: it fills, then drains; its state and the number of those inside are in shared memory."""

    FILLING, DRAINING, RESETTING, BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._cond = ctx.Condition()
        self._shared = _multiprocessing.SharedMemory("i", 2)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._parties, self._action, self._timeout, self._cond, self._shared._handle()

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, handle = state
        self._shared = _multiprocessing.SharedMemory._rebuild(handle)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._shared[1] if self._shared[0] == self.FILLING else 0

    @property
    def broken(self):
        return self._shared[0] == self.BROKEN

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._shared[1]
            self._shared[1] += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._shared[1] -= 1
                self._exit()

    def _enter(self):
        while self._shared[0] in (self.RESETTING, self.DRAINING):
            self._cond.wait()
        if self._shared[0] < 0:
            raise threading.BrokenBarrierError
        assert self._shared[0] == self.FILLING

    def _release(self):
        try:
            if self._action:
                self._action()
            self._shared[0] = self.DRAINING
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._shared[0] != self.FILLING, timeout):
            self._break()
            raise threading.BrokenBarrierError
        if self._shared[0] < 0:
            raise threading.BrokenBarrierError

    def _exit(self):
        if self._shared[1] == 0 and self._shared[0] in (self.RESETTING, self.DRAINING):
            self._shared[0] = self.FILLING
            self._cond.notify_all()

    def _break(self):
        self._shared[0] = self.BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._shared[1] > 0:
                if self._shared[0] in (self.FILLING, self.BROKEN):
                    self._shared[0] = self.RESETTING
            else:
                self._shared[0] = self.FILLING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()
