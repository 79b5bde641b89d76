from functools import wraps as _wraps


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return None


class _GeneratorContextManager:
    def __init__(self, function, args, keywords):
        self._made_of = function, args, keywords
        self.gen = function(*args, **keywords)

    def __call__(self, decorated):
        @_wraps(decorated)
        def inner(*args, **keywords):
            with _GeneratorContextManager(*self._made_of):
                return decorated(*args, **keywords)
        return inner

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, trace):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(value)
        except StopIteration as stopped:
            return stopped is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    @_wraps(function)
    def helper(*args, **keywords):
        return _GeneratorContextManager(function, args, keywords)
    return helper


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, self._exceptions)


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, kind, value, trace):
        return None


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, value, trace):
        self.thing.close()


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        result = type(manager).__enter__(manager)
        self._exits.append(manager.__exit__)
        return result

    def push(self, exit):
        self._exits.append(exit.__exit__ if hasattr(exit, '__exit__') else exit)
        return exit

    def callback(self, function, *args, **keywords):
        def run(kind, value, trace):
            function(*args, **keywords)
        self._exits.append(run)
        return function

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        swallowed = False
        pending = value
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(type(pending) if pending is not None else None, pending, None):
                    swallowed = True
                    pending = None
            except BaseException as error:
                pending = error
                swallowed = False
        if pending is not None and pending is not value:
            raise pending
        return swallowed and value is not None
