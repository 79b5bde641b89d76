from __future__ import annotations
def f(a: Undefined, b: list[int] = None) -> Node: pass
class Node:
    next: Node
print(f.__annotations__, Node.__annotations__)
