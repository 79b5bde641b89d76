match x:
    case 1 | -2 | 1.5 | -1j | 1+2j | -1-2j: pass
    case "a" "b": pass
    case b"c": pass
    case None: pass
    case True | False: pass
    case a: pass
    case _: pass
    case a.b.c: pass
    case (a): pass
    case (a | b): pass
    case (1 as b): pass
    case a as b: pass
    case 1 | 2 as c: pass
    case []: pass
    case [a]: pass
    case [a, *b, _]: pass
    case [*_]: pass
    case (): pass
    case (a,): pass
    case (a, b): pass
    case (*a,): pass
    case a,: pass
    case a, b: pass
    case *a, b: pass
    case a, *_: pass
    case {}: pass
    case {1: a, "b": c, **rest}: pass
    case {a.b: 1, None: x, -1: y,}: pass
    case {**rest}: pass
    case A(): pass
    case A(1): pass
    case A(1, b=2): pass
    case a.B(c=d, e=f,): pass
    case A(1, 2,): pass
    case [A(x), {"k": [y]}] if x > y: pass
    case x if (y := x): pass
