x: int = 5
y: str
class C:
    a: int = 1
    b: "list"
def f(p: int, *q: str, r: float = 1.0) -> bool: return True
print(__annotations__, C.__annotations__)
print(f.__annotations__, x, hasattr(C, "b"))
def local():
    z: undefined_type = 3
    return z
print(local(), __name__)
