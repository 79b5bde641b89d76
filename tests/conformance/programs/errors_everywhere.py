# Exceptions: else and finally, own hierarchies, chaining, groups of types, what str and repr say.
import sys
import traceback


class AppError(Exception):
    """Base of all."""


class NotFound(AppError, KeyError):
    def __init__(self, what, *, code=404):
        super().__init__(what)
        self.what, self.code = what, code

    def __str__(self):
        return f"{self.what} not found ({self.code})"


def attempt(work):
    try:
        result = work()
    except (ZeroDivisionError, OverflowError) as e:
        return f"arithmetic: {e}"
    except LookupError as e:
        return f"lookup: {e!r} {e}"
    except AppError as e:
        return "ours"
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    else:
        return f"fine: {result}"
    finally:
        done.append(1)


done = []
works = [lambda: 1 / 0, lambda: {}["k"], lambda: [][1], lambda: NotFound("page").code, lambda: int("4x"), lambda: None.x,
         lambda: "a" + 1, lambda: 1 + "a", lambda: len(5), lambda: undefined, lambda: [1, 2].pop(9), lambda: "abc".index("z"),
         lambda: (1, 2)[5], lambda: next(iter([])), lambda: float("abc"), lambda: {1: 2}.pop(3), lambda: max([]),
         lambda: int([]), lambda: "x" * "y", lambda: object()(), lambda: sum(["a"]), lambda: [].remove(1),
         lambda: dict([1]), lambda: chr(-1), lambda: ord("ab"), lambda: 2 ** "3", lambda: -"a", lambda: "a" < 1, lambda: iter(3)]
for work in works:
    print(attempt(work))
print(len(done) == len(works))


def fail():
    raise NotFound("user", code=410)


print(attempt(fail))
try:
    try:
        fail()
    except NotFound as e:
        raise AppError("while serving") from e
except AppError as e:
    print(e, "<-", e.__cause__, e.__suppress_context__, isinstance(e.__cause__, KeyError))
try:
    try:
        1 / 0
    finally:
        [].pop()
except IndexError as e:
    print(e, "after", repr(e.__context__))


def nested():
    try:
        fail()
    except NotFound as e:
        raise RuntimeError("outer") from e


try:
    nested()
except RuntimeError as e:
    text = traceback.format_exc()
    print(text.count("Traceback"), text.splitlines()[-1], "direct cause" in text)
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(type(e), e))


def order():
    try:
        print("try")
        return "value"
    except Exception:
        print("never")
    finally:
        print("finally")


print(order())


def swallow():
    for i in range(3):
        try:
            if i == 1:
                continue
            raise ValueError(i)
        except ValueError as e:
            print("caught", e.args)
        finally:
            print("round", i)


swallow()
try:
    assert 1 > 2, "no"
except AssertionError as e:
    print(repr(e))
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "")
    e.add_note("noted") if hasattr(e, "add_note") else None
try:
    raise "text"
except TypeError as e:
    print(e)
try:
    e
except NameError as gone:
    print(gone)
