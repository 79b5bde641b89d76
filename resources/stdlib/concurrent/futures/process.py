"""A pool of processes that fulfils futures. A thread of the parent hands out the calls, a few more than there are workers,
collects results, and notices when a worker dies."""
import _pool
import multiprocessing as mp
import os
import queue
import sys
import threading
import traceback
from concurrent.futures import _base
from functools import partial
from itertools import islice
from multiprocessing import connection, queues

EXTRA_QUEUED_CALLS = 1  # beyond the number of workers; these can't be cancelled any more
_global_shutdown = False
_threads_wakeups = {}


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class _RemoteTraceback(Exception):
    pass


class _ExceptionWithTraceback:
    """An exception on its way to the parent, with the text of its traceback."""

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, tb))

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _ThreadWakeup:
    """A pipe that wakes the manager thread out of its wait for results."""

    def __init__(self):
        self._closed = False
        self._reader, self._writer = connection.Pipe(duplex=False)

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(queues.Queue):
    """A Queue whose pickling errors end up in the future of the call."""

    def __init__(self, max_size, *, ctx, pending_work_items, shutdown_lock, thread_wakeup):
        self.pending_work_items = pending_work_items
        self.shutdown_lock = shutdown_lock
        self.thread_wakeup = thread_wakeup
        queues.Queue.__init__(self, max_size, ctx=ctx)

    def _on_queue_feeder_error(self, error, obj):
        if not isinstance(obj, _CallItem):
            queues.Queue._on_queue_feeder_error(error, obj)
            return
        error.__cause__ = _RemoteTraceback(
            '\n"""\n%s"""' % "".join(traceback.format_exception(type(error), error, error.__traceback__)))
        work_item = self.pending_work_items.pop(obj.work_id, None)
        with self.shutdown_lock:
            self.thread_wakeup.wakeup()
        if work_item is not None:
            work_item.future.set_exception(error)


def _get_chunks(*iterables, chunksize):
    iterator = zip(*iterables)
    while chunk := tuple(islice(iterator, chunksize)):
        yield chunk


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result, exception=exception, exit_pid=exit_pid))
    except BaseException as error:
        exception = _ExceptionWithTraceback(error, error.__traceback__)
        result_queue.put(_ResultItem(work_id, exception=exception, exit_pid=exit_pid))


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None, pool=0):
    _pool.join(pool)
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            # The parent sees that the process ends, and that the pool is broken.
            sys.stderr.write("Exception in initializer:\n")
            traceback.print_exception(error)
            return
    done = 0
    exit_pid = None
    while exit_pid is None:
        call_item = call_queue.get(block=True)
        if call_item is None:
            _pool.leave(pool)
            result_queue.put(os.getpid())
            return
        done += 1
        if max_tasks is not None and done >= max_tasks:
            exit_pid = os.getpid()
        try:
            result = _call(pool, call_item.work_id, call_item.fn, call_item.args, call_item.kwargs)
        except BaseException as error:
            exception = _ExceptionWithTraceback(error, error.__traceback__)
            _sendback_result(result_queue, call_item.work_id, exception=exception, exit_pid=exit_pid)
        else:
            _sendback_result(result_queue, call_item.work_id, result=result, exit_pid=exit_pid)
            del result
        del call_item
    _pool.leave(pool)


def _call(pool, work_id, fn, args, kwargs):
    """fn(*args, **kwargs), call by call if it is a chunk of map()'s, so that each task can be seen."""
    if isinstance(fn, partial) and fn.func is _process_chunk:
        function = fn.args[0]
        return [_observed(pool, work_id, k, function, item, {}) for k, item in enumerate(args[0])]
    return _observed(pool, work_id, 0, fn, args, kwargs)


def _observed(pool, work_id, k, fn, args, kwargs):
    _pool.started(pool, work_id, 0, k)
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        _pool.finished(pool, work_id, 0, k, True, error)
        raise
    _pool.finished(pool, work_id, 0, k, False, result)
    return result


class _ExecutorManagerThread(threading.Thread):
    _service = True

    def __init__(self, executor):
        self.thread_wakeup = executor._executor_manager_thread_wakeup
        self.shutdown_lock = executor._shutdown_lock
        self.executor = executor
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids_queue = executor._work_ids
        self.pending_work_items = executor._pending_work_items
        self.pool = executor._number
        super().__init__()

    def run(self):
        while True:
            self.add_call_item_to_queue()
            result_item, is_broken, cause = self.wait_result_broken_or_wakeup()
            if is_broken:
                self.terminate_broken(cause)
                return
            if result_item is not None:
                self.process_result_item(result_item)
                process_exited = result_item.exit_pid is not None
                if process_exited:
                    self._reap(result_item.exit_pid)
                del result_item
                if process_exited:
                    with self.shutdown_lock:
                        self.executor._adjust_process_count()
                else:
                    self.executor._idle_worker_semaphore.release()
            if self.is_shutting_down():
                self.flag_executor_shutting_down()
                # Nothing new can come: once all is done, this is the end.
                if not self.pending_work_items:
                    self.join_executor_internals()
                    return

    def _reap(self, pid):
        process = self.processes.pop(pid)
        process.join()
        _pool.left(self.pool, pid)

    def add_call_item_to_queue(self):
        while not self.call_queue.full():
            try:
                work_id = self.work_ids_queue.get(block=False)
            except queue.Empty:
                return
            work_item = self.pending_work_items[work_id]
            if work_item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, work_item.fn, work_item.args, work_item.kwargs), block=True)
            else:
                _pool.collected(self.pool, work_id, 0, 2)
                del self.pending_work_items[work_id]

    def wait_result_broken_or_wakeup(self):
        result_reader = self.result_queue._reader
        wakeup_reader = self.thread_wakeup._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = connection.wait([result_reader, wakeup_reader] + sentinels)
        cause = None
        is_broken = True
        result_item = None
        if result_reader in ready:
            try:
                result_item = result_reader.recv()
                is_broken = False
            except BaseException as error:
                cause = traceback.format_exception(type(error), error, error.__traceback__)
        elif wakeup_reader in ready:
            is_broken = False
        with self.shutdown_lock:
            self.thread_wakeup.clear()
        return result_item, is_broken, cause

    def process_result_item(self, result_item):
        work_item = self.pending_work_items.pop(result_item.work_id, None)
        if work_item is not None:
            _pool.collected(self.pool, result_item.work_id, 0)
            if result_item.exception:
                work_item.future.set_exception(result_item.exception)
            else:
                work_item.future.set_result(result_item.result)

    def is_shutting_down(self):
        return _global_shutdown or self.executor._shutdown_thread

    def terminate_broken(self, cause):
        self.executor._broken = ("A child process terminated abruptly, the process pool is not usable anymore")
        self.executor._shutdown_thread = True
        broken = BrokenProcessPool("A process in the process pool was terminated abruptly while the future was "
                                   "running or pending.")
        if cause is not None:
            broken.__cause__ = _RemoteTraceback('\n"""\n%s"""' % "".join(cause))
        for work_id, work_item in self.pending_work_items.items():
            _pool.collected(self.pool, work_id, 0, 4)
            work_item.future.set_exception(broken)
        self.pending_work_items.clear()
        for process in self.processes.values():
            process.terminate()
        self.join_executor_internals()

    def flag_executor_shutting_down(self):
        executor = self.executor
        executor._shutdown_thread = True
        if executor._cancel_pending_futures:
            for work_id, work_item in list(self.pending_work_items.items()):
                if work_item.future.cancel():
                    _pool.collected(self.pool, work_id, 0, 2)
                    del self.pending_work_items[work_id]
            while True:
                try:
                    self.work_ids_queue.get_nowait()
                except queue.Empty:
                    break
            executor._cancel_pending_futures = False

    def shutdown_workers(self):
        count = self.get_n_children_alive()
        sent = 0
        while sent < count and self.get_n_children_alive() > 0:
            for i in range(count - sent):
                try:
                    self.call_queue.put_nowait(None)
                    sent += 1
                except queue.Full:
                    break

    def join_executor_internals(self):
        self.shutdown_workers()
        self.call_queue.close()
        self.call_queue.join_thread()
        with self.shutdown_lock:
            self.thread_wakeup.close()
        for process in self.processes.values():
            process.join()
            _pool.left(self.pool, process.pid)

    def get_n_children_alive(self):
        return sum(process.is_alive() for process in self.processes.values())


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:
        element.reverse()
        while element:
            yield element.pop()


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            mp_context = mp.get_context("spawn") if max_tasks_per_child is not None else mp.get_context()
        self._max_workers = max_workers
        self._mp_context = mp_context
        # With fork all workers are started at once: later the parent would have threads, and forking those is risky.
        self._safe_to_dynamically_spawn_children = mp_context.get_start_method(allow_none=False) != "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 "supply a different mp_context.")
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        self._executor_manager_thread_wakeup = _ThreadWakeup()
        self._record = _pool.Pool(True, max_workers)
        self._number = self._record.number()
        self._call_queue = _SafeQueue(max_workers + EXTRA_QUEUED_CALLS, ctx=mp_context,
                                      pending_work_items=self._pending_work_items, shutdown_lock=self._shutdown_lock,
                                      thread_wakeup=self._executor_manager_thread_wakeup)
        # Workers that have died leave nobody to read.
        self._call_queue._ignore_epipe = True
        self._result_queue = queues.SimpleQueue(ctx=mp_context)
        self._work_ids = queue.Queue()

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._safe_to_dynamically_spawn_children:
                self._launch_processes()
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _threads_wakeups[self._executor_manager_thread] = self._executor_manager_thread_wakeup

    def _adjust_process_count(self):
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _launch_processes(self):
        for i in range(len(self._processes), self._max_workers):
            self._spawn_process()

    def _spawn_process(self):
        process = self._mp_context.Process(target=_process_worker,
                                           args=(self._call_queue, self._result_queue, self._initializer,
                                                 self._initargs, self._max_tasks_per_child, self._number))
        process.start()
        self._processes[process.pid] = process

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _global_shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._pending_work_items[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            if isinstance(fn, partial) and fn.func is _process_chunk:
                _pool.queued(self._number, self._queue_count, 0, fn.args[0], args[0], True)
                _pool.awaited(future._condition, fn.args[0], args[0][0], args[0][-1])
            else:
                _pool.queued(self._number, self._queue_count, 0, fn, args, kwargs)
                _pool.awaited(future._condition, fn, args)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._executor_manager_thread_wakeup.wakeup()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(partial(_process_chunk, fn), _get_chunks(*iterables, chunksize=chunksize),
                              timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread_wakeup:
                self._executor_manager_thread_wakeup.wakeup()
        if self._executor_manager_thread and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._call_queue = None
        self._executor_manager_thread_wakeup = None


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for thread, wakeup in items:
        wakeup.wakeup()
    for thread, wakeup in items:
        thread.join()


threading._register_atexit(_python_exit)
