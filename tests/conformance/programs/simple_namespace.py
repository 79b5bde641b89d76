import types
n = types.SimpleNamespace(a=1, b="x"); n.c = [1]; print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]))
def g(): yield
print(isinstance(g(), types.GeneratorType), isinstance(g, types.FunctionType), isinstance(len, types.BuiltinFunctionType))
