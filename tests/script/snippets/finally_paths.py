def f():
    try:
        return "try"
    finally:
        print("finally f")
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "g"
def h():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"
def k():
    while True:
        try:
            try:
                return 1
            finally:
                print("inner")
        finally:
            print("outer")
            break
    return 2
def m():
    try:
        try:
            raise KeyError("a")
        finally:
            print("passing through")
    except KeyError as e:
        return f"caught {e}"
print(f(), g(), h(), k(), m())
def nested():
    try:
        raise ValueError(1)
    except ValueError as e:
        try:
            raise TypeError(2)
        except TypeError as e2:
            print(e2, repr(e2.__context__))
        print(e)
nested()
