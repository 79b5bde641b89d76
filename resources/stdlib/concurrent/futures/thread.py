"""A pool of threads that fulfils futures. A thread is added only when none is idle."""
import _pool
import _thread
import itertools
import sys
import threading
import traceback
from concurrent.futures import _base
from queue import SimpleQueue


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.Executor):
    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _thread.cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._pools}"
            ThreadPoolExecutor._pools += 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._work_ids = itertools.count()
        self._record = _pool.Pool(False, max_workers)
        self._number = self._record.number()

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            work_id = next(self._work_ids)
            _pool.queued(self._number, work_id, 0, fn, args, kwargs)
            _pool.awaited(future._condition, fn, args)
            self._work_queue.put((self._number, work_id, future, fn, args, kwargs))
            self._add_thread_if_none_idle()
            return future

    def _add_thread_if_none_idle(self):
        if self._idle_semaphore.acquire(blocking=False) or len(self._threads) >= self._max_workers:
            return
        thread = threading.Thread(target=self._work, name=f"{self._thread_name_prefix}_{len(self._threads)}")
        thread.start()
        self._threads.append(thread)
        _workers.append((thread, self._work_queue))

    def _work(self):
        _pool.join(self._number)
        if not self._initialized():
            _pool.leave(self._number)
            return
        item = self._work_queue.get()
        while item is not None:
            _fulfil(*item)
            item = None
            self._idle_semaphore.release()
            item = self._work_queue.get()
        self._work_queue.put(None)  # for the other workers
        _pool.leave(self._number)

    def _initialized(self):
        if self._initializer is None:
            return True
        try:
            self._initializer(*self._initargs)
        except BaseException as error:
            sys.stderr.write("Exception in initializer:\n")
            traceback.print_exception(error)
            self._break()
            return False
        return True

    def _break(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for future in self._unstarted():
                future.set_exception(BrokenThreadPool(self._broken))

    def _unstarted(self):
        futures = []
        while not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                futures.append(item[2])
        return futures

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for future in self._unstarted():
                    future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _fulfil(pool, work_id, future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        _pool.collected(pool, work_id, 0, 2)
        return
    _pool.started(pool, work_id, 0, 0)
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        _pool.finished(pool, work_id, 0, 0, True, error)
        _pool.collected(pool, work_id, 0)
        future.set_exception(error)
    else:
        _pool.finished(pool, work_id, 0, 0, False, result)
        _pool.collected(pool, work_id, 0)
        future.set_result(result)


_workers = []  # (thread, its queue), of all pools
_exiting = False


def _end_workers():
    global _exiting
    _exiting = True
    for thread, work in _workers:
        work.put(None)
    for thread, work in _workers:
        thread.join()


threading._register_atexit(_end_workers)
