"""What a spawned process runs: the script under another name, then its Process object."""
import _process
import sys
from multiprocessing import context, process
from _pickle import loads

process._current_process._inheriting = True
import __mp_main__
sys.modules["__main__"] = sys.modules["__mp_main__"] = __mp_main__
_method, _parent_sentinel, _object = loads(_process.payload())
del process._current_process._inheriting
context._default_context.set_start_method(_method, True)
sys.exit(_object._bootstrap(_parent_sentinel))
