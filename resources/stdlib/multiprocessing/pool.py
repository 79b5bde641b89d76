"""Pools of processes, or of threads, that all work on one queue of tasks. In the parent three threads look after them: one
replaces workers that have ended, one writes tasks to the pipe that the workers read, one reads the results."""
import _pool
import itertools
import os
import queue
import threading
import time
import traceback
from multiprocessing import TimeoutError, get_context, util
from multiprocessing.connection import wait
from multiprocessing.queues import SimpleQueue

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"
_job_counter = itertools.count()


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class RemoteTraceback(Exception):
    pass


class ExceptionWithTraceback:
    """An exception on its way to the parent, with the text of its traceback."""

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, tb))

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result that can't be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self)


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False, pool=0):
    _pool.join(pool)
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, i, func, args, kwds = task
        try:
            result = True, _call(pool, job, i, func, args, kwds)
        except Exception as error:
            if wrap_exception and func is not _helper_reraises_exception:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = False, error
        try:
            outqueue.put((job, i, result))
        except Exception as error:
            outqueue.put((job, i, (False, MaybeEncodingError(error, result[1]))))
        task = job = result = func = args = kwds = None
        completed += 1
    _pool.leave(pool)


def _call(pool, job, i, func, args, kwds):
    """func(*args, **kwds), item by item if it is a chunk, so that each task can be seen."""
    if func is mapstar:
        function, items = args[0]
        return [_observed(pool, job, i, k, function, (item,), {}) for k, item in enumerate(items)]
    if func is starmapstar:
        function, items = args[0]
        return [_observed(pool, job, i, k, function, item, {}) for k, item in enumerate(items)]
    return _observed(pool, job, i, 0, func, args, kwds)


def _observed(pool, job, i, k, func, args, kwds):
    _pool.started(pool, job, i, k)
    try:
        result = func(*args, **kwds)
    except BaseException as error:
        _pool.finished(pool, job, i, k, True, error)
        raise
    _pool.finished(pool, job, i, k, False, result)
    return result


def _helper_reraises_exception(ex):
    raise ex


class _PoolCache(dict):
    """The results that are still awaited; tells the worker handler when there are none left."""

    def __init__(self, notifier):
        self.notifier = notifier
        dict.__init__(self)

    def __delitem__(self, item):
        dict.pop(self, item)
        if not self:
            self.notifier.put(None)


class Pool:
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = SimpleQueue(ctx=self._ctx)
        self._cache = _PoolCache(self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._record = _pool.Pool(self._wrap_exception, processes)
        self._number = self._record.number()
        try:
            self._repopulate_pool()
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        self._worker_handler = self._handler(self._handle_workers)
        self._task_handler = self._handler(self._handle_tasks)
        self._result_handler = self._handler(self._handle_results)
        self._terminate = util.Finalize(self, self._terminate_pool, exitpriority=15)
        self._state = RUN

    def _handler(self, target):
        thread = threading.Thread(target=target)
        thread.daemon = True
        thread._service = True
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def _setup_queues(self):
        self._inqueue = SimpleQueue(ctx=self._ctx)
        self._outqueue = SimpleQueue(ctx=self._ctx)
        self._quick_put = self._inqueue._writer.send
        self._quick_get = self._outqueue._reader.recv

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # Workers.

    def _join_exited_workers(self):
        cleaned = False
        for i in reversed(range(len(self._pool))):
            process = self._pool[i]
            if process.exitcode is not None:
                process.join()
                _pool.left(self._number, process.pid)
                cleaned = True
                del self._pool[i]
        return cleaned

    def _repopulate_pool(self):
        for i in range(self._processes - len(self._pool)):
            process = self.Process(self._ctx, target=worker,
                                   args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                         self._maxtasksperchild, self._wrap_exception, self._number))
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()
            self._pool.append(process)

    def _worker_sentinels(self):
        return [process.sentinel for process in self._pool if hasattr(process, "sentinel")]

    def _wait_for_updates(self):
        wait(self._worker_sentinels() + [self._change_notifier._reader])
        while not self._change_notifier.empty():
            self._change_notifier.get()

    # What the three threads do.

    def _handle_workers(self):
        thread = threading.current_thread()
        # Workers are kept up until all results are in, unless the pool is terminated.
        while thread._state == RUN or (self._cache and thread._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            self._wait_for_updates()
        self._taskqueue.put(None)

    def _handle_tasks(self):
        thread = threading.current_thread()
        for tasks, set_length in iter(self._taskqueue.get, None):
            task = None
            stopped = False
            for task in tasks:
                if thread._state != RUN:
                    stopped = True
                    break
                try:
                    self._quick_put(task)
                except Exception as error:
                    self._settle(task[0], task[1], (False, error))
            if stopped:
                break
            if set_length:
                set_length(task[1] + 1 if task else 0)
            task = tasks = None
        try:
            self._outqueue.put(None)
            for process in self._pool:
                self._quick_put(None)
        except OSError:
            pass

    def _settle(self, job, i, result):
        awaited = self._cache.get(job)
        if awaited is not None:
            _pool.collected(self._number, job, i)
            awaited._set(i, result)

    def _handle_results(self):
        thread = threading.current_thread()
        sentinel = False
        while not sentinel or (self._cache and thread._state != TERMINATE):
            try:
                task = self._quick_get()
            except (OSError, EOFError):
                return
            if not sentinel and thread._state != RUN:
                break
            if task is None:
                sentinel = True
                continue
            self._settle(*task)
            task = None
        if hasattr(self._outqueue, "_reader"):
            # Room for the sentinel, which would have to wait in a full pipe.
            try:
                for i in range(10):
                    if not self._outqueue._reader.poll():
                        break
                    self._quick_get()
            except (OSError, EOFError):
                pass

    # What a program calls.

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        _pool.queued(self._number, result._job, 0, func, args, kwds)
        _pool.awaited(result._event, func, tuple(args))
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator(self), func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator(self), func, iterable, chunksize)

    def _imap(self, result, func, iterable, chunksize):
        self._check_running()
        _pool.awaited(result._cond, func)
        if chunksize == 1:
            self._taskqueue.put((self._guarded_tasks(result._job, func, iterable), result._set_length))
            return result
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        chunks = Pool._chunks(func, iterable, chunksize)
        self._taskqueue.put((self._guarded_tasks(result._job, mapstar, chunks), result._set_length))
        return (item for chunk in result for item in chunk)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        chunks = list(Pool._chunks(func, iterable, chunksize))
        for i, chunk in enumerate(chunks):
            _pool.queued(self._number, result._job, i, func, chunk[1], mapper is starmapstar)
        if chunks:
            first, last = chunks[0][1][0], chunks[-1][1][-1]
            _pool.awaited(result._event, func, *((first, last) if mapper is starmapstar else ((first,), (last,))))
        tasks = ((result._job, i, mapper, (chunk,), {}) for i, chunk in enumerate(chunks))
        self._taskqueue.put((tasks, None))
        return result

    @staticmethod
    def _chunks(func, iterable, size):
        iterator = iter(iterable)
        while True:
            items = tuple(itertools.islice(iterator, size))
            if not items:
                return
            yield func, items

    def _guarded_tasks(self, job, func, iterable):
        """An exception of the iterable becomes the result of the item that it stands in the place of."""
        i = -1
        try:
            for i, item in enumerate(iterable):
                if func is mapstar:
                    _pool.queued(self._number, job, i, item[0], item[1], False)
                else:
                    _pool.queued(self._number, job, i, func, (item,), {})
                yield job, i, func, (item,), {}
        except Exception as error:
            yield job, i + 1, _helper_reraises_exception, (error,), {}

    # The end.

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        self._state = TERMINATE
        self._terminate()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        elif self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()
            _pool.left(self._number, process.pid)

    def _help_stuff_finish(self):
        # The task handler may be stuck in a full pipe.
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv()
            time.sleep(0)

    def _terminate_pool(self):
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        self._help_stuff_finish()
        self._result_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._outqueue.put(None)
        # No worker is to be started again once they are being ended.
        if threading.current_thread() is not self._worker_handler:
            self._worker_handler.join()
        terminable = self._pool and hasattr(self._pool[0], "terminate")
        if terminable:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
        if threading.current_thread() is not self._task_handler:
            self._task_handler.join()
        if threading.current_thread() is not self._result_handler:
            self._result_handler.join()
        if terminable:
            for process in self._pool:
                if process.is_alive():
                    process.join()
                _pool.left(self._number, process.pid)

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._number_left = 0 if chunksize <= 0 else length // chunksize + bool(length % chunksize)
        if self._number_left == 0:
            self._event.set()
            del self._cache[self._job]

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
        elif not success and self._success:
            # The first failure counts; the other chunks are still waited for.
            self._success = False
            self._value = result
        if self._number_left == 0:
            if self._success:
                if self._callback:
                    self._callback(self._value)
            elif self._error_callback:
                self._error_callback(self._value)
            del self._cache[self._job]
            self._event.set()
            self._pool = None


class IMapIterator:
    """Results in the order of the tasks, each as soon as it and those before it are there."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_job_counter)
        self._cache = pool._cache
        self._items = []
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                self._stop_at_end()
                self._cond.wait(timeout)
                if not self._items:
                    self._stop_at_end()
                    raise TimeoutError from None
            success, value = self._items.pop(0)
        if success:
            return value
        raise value

    def __next__(self):
        return self.next()

    def _stop_at_end(self):
        if self._index == self._length:
            self._pool = None
            raise StopIteration from None

    def _set(self, i, obj):
        with self._cond:
            if self._index == i:
                self._items.append(obj)
                self._index += 1
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            else:
                self._unsorted[i] = obj
            self._forget_when_complete()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
                self._forget_when_complete()

    def _forget_when_complete(self):
        if self._index == self._length:
            del self._cache[self._job]
            self._pool = None


class IMapUnorderedIterator(IMapIterator):
    """Results in the order of their completion."""

    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()
            self._forget_when_complete()


class ThreadPool(Pool):
    """The same with threads: nothing is pickled, and queues take the place of pipes."""

    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        return _DummyProcess(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _worker_sentinels(self):
        return []

    def _help_stuff_finish(self):
        # Workers stop at the next item, whatever was in the queue before.
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for i in range(len(self._pool)):
            self._inqueue.put(None)


class _DummyProcess(threading.Thread):
    pid = None

    @property
    def exitcode(self):
        return 0 if self._number is not None and not self.is_alive() else None
