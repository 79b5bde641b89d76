def risky(n):
    if n == 0:
        raise ValueError("zero")
    if n == 1:
        return 1 / 0
    if n == 2:
        return [][5]
    if n == 3:
        return {}["k"]
    if n == 4:
        return int("x")
    if n == 5:
        return None.attr
    if n == 6:
        return "a" + 1
    if n == 7:
        return undefined_name
    return "fine"
for n in range(9):
    try:
        result = risky(n)
    except (ValueError, ZeroDivisionError) as e:
        print(n, type(e).__name__, e)
    except LookupError as e:
        print(n, "lookup", repr(e))
    except Exception as e:
        print(n, "other", type(e).__name__, e)
    else:
        print(n, "else", result)
    finally:
        print(n, "finally")
class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    try:
        {}["x"]
    except KeyError as k:
        raise AppError(7) from k
except AppError as e:
    print(e, e.code, repr(e.__cause__), e.args)
try:
    raise RuntimeError
except RuntimeError as e:
    print(repr(e), str(e) == "")
try:
    assert 1 == 2, "math works"
except AssertionError as e:
    print("assert:", e)
