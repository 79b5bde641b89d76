"""Exceptions as CPython prints them. The text is made natively."""
import sys
from _helpers import format_exception as _format, handled as _handled


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    exception = exc if value is None else value
    return [line + "\n" for line in _format(exception).split("\n")[:-1]]


def format_exc(limit=None, chain=True):
    exception = _handled()
    return "NoneType: None\n" if exception is None else "".join(format_exception(exception))


def format_exception_only(exc, value=None):
    return format_exception(exc, value)[-1:]


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value)))


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc())
