"""What a spawned process runs: the script under another name, then its Process object."""
import _process
import sys
from multiprocessing import context, process
from pickle import loads


def _import(name):
    if name == "multiprocessing.connection":
        import multiprocessing.connection
    elif name == "multiprocessing.queues":
        import multiprocessing.queues
    elif name == "multiprocessing.synchronize":
        import multiprocessing.synchronize
    elif name == "multiprocessing.sharedctypes":
        import multiprocessing.sharedctypes
    elif name == "multiprocessing.pool":
        import multiprocessing.pool
    elif name == "multiprocessing.managers":
        import multiprocessing.managers
    elif name == "concurrent.futures.process":
        import concurrent.futures.process


process._current_process._inheriting = True
_method, _parent_sentinel, _modules, _data = loads(_process.payload())
context._default_context.set_start_method(_method, True)
import __mp_main__
sys.modules["__main__"] = sys.modules["__mp_main__"] = __mp_main__
for _name in _modules:
    _import(_name)
_object = loads(_data)
del process._current_process._inheriting
sys.exit(_object._bootstrap(_parent_sentinel))
