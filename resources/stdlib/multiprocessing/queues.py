"""Queues between processes. A Queue's put() only hands the object to a feeder thread, which pickles it and writes it to
the pipe: so it is there some time later."""
import os
import pickle
import threading
import traceback
import _channel
from _pickle import forking_dumps as dumps, loads
from multiprocessing import connection, context, util
from queue import Empty, Full
from time import monotonic

SEM_VALUE_MAX = 2147483647
_sentinel = object()


class Queue:
    _ignore_epipe = False
    _number = None

    def __init__(self, maxsize=0, *, ctx):
        self._maxsize = SEM_VALUE_MAX if maxsize <= 0 else maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()
        self._opid = os.getpid()
        self._sem = ctx.BoundedSemaphore(self._maxsize)
        self._reset()
        util.register_after_fork(self, Queue._reset)

    def _tell(self):
        """Pictures show this queue and what is in it."""
        limit = 0 if self._maxsize == SEM_VALUE_MAX else self._maxsize
        self._record = _channel.Channel(True, limit)
        self._number = self._reader._in = self._record.number()
        return self

    def __getstate__(self):
        context.assert_spawning(self)
        return self._shared_state()

    def _shared_state(self):
        return (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
                self._opid, self._number)

    def __setstate__(self, state):
        (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
         self._opid, self._number) = state[:9]
        self._reset()

    def _reset(self):
        """What is this process's own: the buffer and its feeder."""
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = []
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            self._append(obj)

    def _append(self, obj):
        if self._thread is None:
            self._start_thread()
        self._buffer.append((obj, None if self._number is None else _channel.put(self._number, obj)))
        self._notempty.notify()

    def get(self, block=True, timeout=None):
        self._check_open()
        if block and timeout is None:
            with self._rlock:
                data = self._reader.recv_bytes()
            self._sem.release()
            return loads(data)
        if block:
            end = monotonic() + timeout
        if not self._rlock.acquire(block, timeout):
            raise Empty
        try:
            if not self._reader.poll(max(end - monotonic(), 0) if block else 0.0):
                raise Empty
            data = self._reader.recv_bytes()
            self._sem.release()
        finally:
            self._rlock.release()
        return loads(data)

    def qsize(self):
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        self._joincancelled = True
        if self._jointhread is not None:
            self._jointhread.cancel()

    def _start_thread(self):
        self._buffer.clear()
        thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        thread._service = True
        self._thread = thread
        thread.start()
        if not self._joincancelled:
            self._jointhread = util.Finalize(thread, Queue._finalize_join, [thread], exitpriority=-5)
        self._close = util.Finalize(self, Queue._finalize_close, [self._buffer, self._notempty], exitpriority=10)

    @staticmethod
    def _finalize_join(thread):
        thread.join()

    @staticmethod
    def _finalize_close(buffer, notempty):
        with notempty:
            buffer.append((_sentinel, None))
            notempty.notify()

    def _feed(self):
        buffer, notempty = self._buffer, self._notempty
        while True:
            with notempty:
                if not buffer:
                    notempty.wait()
            while buffer:
                obj, message = buffer.pop(0)
                if obj is _sentinel:
                    self._reader.close()
                    self._writer.close()
                    return
                try:
                    data = dumps(obj)
                    with self._wlock:
                        if message is not None:
                            _channel.sending(self._number, message, self._writer.fileno())
                        self._writer.send_bytes(data)
                except Exception as error:
                    if self._ignore_epipe and isinstance(error, BrokenPipeError):
                        return
                    if util.is_exiting():
                        return
                    # The object is lost; its place in the queue is not.
                    _channel.failed(self._number, message)
                    self._sem.release()
                    self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(error, obj):
        traceback.print_exception(error)


class JoinableQueue(Queue):
    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._shared_state() + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state)
        self._cond, self._unfinished_tasks = state[9:]

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty, self._cond:
            self._append(obj)
            self._unfinished_tasks.release()

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end: put() writes at once, and waits while the pipe is full."""

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()

    def _tell(self):
        self._record = connection.tell(self._writer, self._reader)
        return self

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def get(self):
        with self._rlock:
            data = self._reader.recv_bytes()
        return loads(data)

    def put(self, obj):
        data = dumps(obj)
        with self._wlock:
            self._writer._check_writable()
            self._writer._send_message(data, obj)
