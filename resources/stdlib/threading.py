"""Threads, and the things that they wait for.

Whatever has one atomic effect is native and lives in _thread; here is what CPython too composes from such parts.
"""
import _thread
from _thread import Lock, RLock, Event, get_ident, get_native_id

TIMEOUT_MAX = 9223372036.0
_counter = 0


class BrokenBarrierError(RuntimeError):
    pass


class Condition(_thread.Condition):
    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = _monotonic() + timeout
        while not result:
            left = end - _monotonic()
            if left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Semaphore(_thread.Semaphore):
    @property
    def _value(self):
        return self._count()


class BoundedSemaphore(_thread.BoundedSemaphore):
    @property
    def _value(self):
        return self._count()


class Barrier(_thread.Barrier):
    def __init__(self, parties, action=None, timeout=None):
        self._action = action
        self._timeout = timeout

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        number = self._wait(timeout)
        if number + 1 == self._parties():
            if self._action is not None:
                try:
                    self._action()
                except BaseException:
                    self.abort()
                    raise
            self._release()
        return number

    @property
    def parties(self):
        return self._parties()

    @property
    def n_waiting(self):
        return self._waiting()

    @property
    def broken(self):
        return self._broken()


class Thread:
    _initialized = False
    _service = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = _next_name(target) if name is None else str(name)
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._number = None
        self._initialized = True

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._number is not None:
            raise RuntimeError("threads can only be started once")
        self._number = _thread.create(self, self.run, self._name, self._daemonic, self._service)
        _thread.launch(self._number)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._number is None:
            raise RuntimeError("cannot join thread before it is started")
        _thread.join(self._number, timeout)

    def is_alive(self):
        return self._number is not None and _thread.is_alive(self._number)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return None if self._number is None else _thread.get_ident(self._number)

    @property
    def native_id(self):
        return None if self._number is None else _thread.get_native_id(self._number)

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._number is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = bool(daemonic)

    def __repr__(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() was not called")
        status = "initial"
        if self._number is not None:
            status = "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._number is not None:
            status += f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._args = ()
        self._kwargs = {}
        self._name = "MainThread"
        self._daemonic = False
        self._number = 0
        self._initialized = True


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class local:
    """Attributes that every thread sees its own values of; __init__ runs again in each thread that comes along."""

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_arguments", (args, kwargs))
        object.__setattr__(self, "_values", {_thread.number(): {}})
        return self

    def __getattr__(self, name):
        values = _values_of(self)
        if name in values:
            return values[name]
        kind = "_thread._local" if type(self) is local else type(self).__name__
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        _values_of(self)[name] = value

    def __delattr__(self, name):
        values = _values_of(self)
        if name not in values:
            raise AttributeError(name)
        del values[name]


def _values_of(store):
    every = store._values
    number = _thread.number()
    if number not in every:
        every[number] = {}
        args, kwargs = store._arguments
        store.__init__(*args, **kwargs)
    return every[number]


def stack_size(size=0, /):
    if size != 0:
        raise ValueError("size not valid: threads have stacks of a fixed size here")
    return 0


def _next_name(target):
    global _counter
    _counter += 1
    name = f"Thread-{_counter}"
    if target is not None and hasattr(target, "__name__"):
        name += f" ({target.__name__})"
    return name


def _monotonic():
    from time import monotonic
    return monotonic()


def current_thread():
    thread = _thread.current()
    return _main if thread is None else thread


def main_thread():
    return _main


def enumerate():
    return _thread.living()


def active_count():
    return len(_thread.living())


_exit_calls = []


def _register_atexit(function):
    """To be called at the end of the process, before the threads that are no daemons are waited for."""
    if not _exit_calls:
        _thread.register_exit(_run_exit_calls)
    _exit_calls.append(function)


def _run_exit_calls():
    while _exit_calls:
        _exit_calls.pop()()


def _shutdown():
    """The end of a process that doesn't come to the end of the main module: one of multiprocessing's."""
    _run_exit_calls()
    for thread in enumerate():
        if thread is not current_thread() and not thread.daemon:
            thread.join()


class ExceptHookArgs:
    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args, /):
    if args.exc_type is not SystemExit:
        name = get_ident() if args.thread is None else args.thread.name
        _thread.report(f"Exception in thread {name}:", args.exc_value)


def _uncaught(exception):
    """Called in a thread that an exception ends, when the program has replaced excepthook."""
    excepthook(ExceptHookArgs((type(exception), exception, exception.__traceback__, current_thread())))


__excepthook__ = excepthook
currentThread = current_thread
activeCount = active_count
_main = _MainThread()
_thread.adopt(_main)
