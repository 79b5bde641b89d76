"""Objects as bytes. The work is native: see _pickle."""
import _pickle
from _pickle import dumps, loads

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


_pickle.PickleError, _pickle.PicklingError, _pickle.UnpicklingError = PickleError, PicklingError, UnpicklingError


def dump(obj, file, protocol=None):
    file.write(dumps(obj))


def load(file):
    return loads(file.read())
