from contextlib import contextmanager
class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow
with Managed("a") as a, Managed("b") as b:
    print("body", a.name, b.name)
with Managed("quiet", True):
    raise ValueError("hidden")
try:
    with Managed("loud"):
        raise KeyError("seen")
except KeyError as e:
    print("caught", e)
def returning():
    with Managed("r"):
        return "value"
print(returning())
for i in range(3):
    with Managed(i):
        if i == 1:
            break
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")
with tag("b") as t:
    print(t)
