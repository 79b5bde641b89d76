"""What has to be done at the end of a process, and in a child right after a fork."""
import atexit
import itertools
import os
import sys
import traceback
from multiprocessing import process

_finalizers = {}  # (priority, number) -> Finalize
_finalizer_counter = itertools.count()
_after_forkers = []  # (object, function)
_exiting = False


def is_exiting():
    return _exiting


def register_after_fork(obj, function):
    _after_forkers.append((obj, function))


def _run_after_forkers():
    for obj, function in list(_after_forkers):
        try:
            function(obj)
        except Exception as error:
            traceback.print_exception(error)


class Finalize:
    """A call that is made once: explicitly, or at the exit of the process that has created it, high priorities
    first."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_finalizer_counter))
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self):
        if _finalizers.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        _finalizers.pop(self._key, None)

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(least=None):
    keys = [key for key in _finalizers if key[0] is not None and (least is None or key[0] >= least)]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception as error:
                traceback.print_exception(error)
    if least is None:
        _finalizers.clear()


def _exit_function():
    """Daemonic children are ended, the others waited for; in between come finalizers."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    _run_finalizers(0)
    for child in process.active_children():
        if child.daemon:
            child._popen.terminate()
    for child in process.active_children():
        child.join()
    _run_finalizers()


def _after_fork(ignored):
    global _exiting
    _exiting = False


def _flush_std_streams():
    sys.stdout.flush()
    sys.stderr.flush()


register_after_fork(None, _after_fork)
atexit.register(_exit_function)
