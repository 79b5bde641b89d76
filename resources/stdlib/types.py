"""Names of builtin types, and SimpleNamespace."""


class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        return 'namespace(' + ', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()]) + ')'

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__


def _function():
    yield


FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
MethodType = type(SimpleNamespace().__init__)
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
