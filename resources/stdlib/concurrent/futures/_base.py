"""Futures, and what executors have in common."""
import _pool
import sys
import threading
import traceback
from collections import namedtuple
from queue import Empty, SimpleQueue
from time import monotonic

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError
DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


class CancelledError(Exception):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Exception):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class Future:
    """PENDING, then RUNNING, then FINISHED; or CANCELLED, which only a pending one can be."""

    def __init__(self):
        self._condition = threading.Condition()
        _pool.awaited(self._condition)
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        self._waiters = []  # queues that get the future when it is done, and if by cancel() when its executor has seen that

    def cancel(self):
        with self._condition:
            if self._is_cancelled():
                return True
            if self._state != "PENDING":
                return False
            self._state = "CANCELLED"
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        with self._condition:
            return self._is_cancelled()

    def running(self):
        with self._condition:
            return self._state == "RUNNING"

    def done(self):
        with self._condition:
            return self._is_done()

    def result(self, timeout=None):
        exception = self.exception(timeout)
        if exception is not None:
            raise exception
        return self._result

    def exception(self, timeout=None):
        with self._condition:
            if not self._is_done():
                self._condition.wait(timeout)
            if self._is_cancelled():
                raise CancelledError()
            if self._state != "FINISHED":
                raise TimeoutError()
            return self._exception

    def add_done_callback(self, fn):
        with self._condition:
            if not self._is_done():
                self._callbacks.append(fn)
                return
        self._try(fn)

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == "CANCELLED":
                self._settle("CANCELLED_AND_NOTIFIED")
                return False
            if self._state != "PENDING":
                sys.stderr.write(f"Future {id(self)} in unexpected state: {self._state}\n")
                raise RuntimeError("Future in unexpected state")
            self._state = "RUNNING"
            return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _is_cancelled(self):
        return self._state == "CANCELLED" or self._state == "CANCELLED_AND_NOTIFIED"

    def _is_done(self):
        return self._state == "FINISHED" or self._is_cancelled()

    def _is_settled(self):
        return self._state == "FINISHED" or self._state == "CANCELLED_AND_NOTIFIED"

    def _settle(self, state):
        self._state = state
        for waiter in self._waiters:
            waiter.put(self)

    def _finish(self, result, exception):
        with self._condition:
            if self._is_done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._settle("FINISHED")
            self._condition.notify_all()
        self._call_back()

    def _call_back(self):
        for fn in self._callbacks:
            self._try(fn)

    def _try(self, fn):
        try:
            fn(self)
        except Exception as error:
            sys.stderr.write(f"exception calling callback for {self!r}\n")
            traceback.print_exception(error)

    def __repr__(self):
        state = "cancelled" if self._is_cancelled() else self._state.lower()
        if state == "finished" and self._exception is not None:
            state += f" raised {type(self._exception).__name__}"
        elif state == "finished":
            state += f" returned {type(self._result).__name__}"
        return f"<Future at {hex(id(self))} state={state}>"


def _announced(futures):
    """A queue that gets each of the futures when it is done. One that shutdown() has cancelled never gets there: its
    executor forgets it."""
    done = SimpleQueue()
    for future in futures:
        with future._condition:
            if future._is_settled():
                done.put(future)
            else:
                future._waiters.append(done)
    return done


def _next_of(done, end):
    return done.get() if end is None else done.get(timeout=max(end - monotonic(), 0))


def as_completed(fs, timeout=None):
    end = None if timeout is None else monotonic() + timeout
    futures = list(dict.fromkeys(fs))
    done = _announced(futures)
    for yielded in range(len(futures)):
        try:
            future = _next_of(done, end)
        except Empty:
            left = len(futures) - yielded
            raise TimeoutError(f"{left} (of {len(futures)}) futures unfinished") from None
        yield future


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    end = None if timeout is None else monotonic() + timeout
    futures = set(fs)
    finished = _announced(futures)
    done = {future for future in futures if future._is_settled()}
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED) and len(done) < len(futures):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    announced = 0
    while announced < len(futures) and not _enough(done, return_when):
        try:
            done.add(_next_of(finished, end))
        except Empty:
            break
        announced += 1
    return DoneAndNotDoneFutures(done, futures - done)


def _enough(done, return_when):
    if return_when == FIRST_COMPLETED:
        return len(done) > 0
    if return_when == FIRST_EXCEPTION:
        return any(not future.cancelled() and future.exception() is not None for future in done)
    return False


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else monotonic() + timeout
        return _in_order([self.submit(fn, *args) for args in zip(*iterables)], end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=True)
        return False


def _in_order(futures, end):
    try:
        for future in futures:
            yield future.result() if end is None else future.result(end - monotonic())
    finally:
        for future in futures:
            future.cancel()
