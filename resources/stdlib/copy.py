def copy(value):
    if isinstance(value, (int, float, str, bytes, tuple, frozenset, type(None))):
        return value
    if isinstance(value, (list, dict, set)) and hasattr(type(value), 'copy'):
        return value.copy()
    method = getattr(value, '__copy__', None)
    if method is not None:
        return method()
    result = object.__new__(type(value))
    result.__dict__.update(value.__dict__)
    return result


def deepcopy(value, memo=None):
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    if isinstance(value, (int, float, str, bytes, type(None), type)) or callable(value):
        return value
    if isinstance(value, list):
        result = memo[id(value)] = []
        for item in value:
            result.append(deepcopy(item, memo))
        return result
    if isinstance(value, tuple):
        return tuple([deepcopy(item, memo) for item in value])
    if isinstance(value, dict):
        result = memo[id(value)] = {}
        for key, item in value.items():
            result[deepcopy(key, memo)] = deepcopy(item, memo)
        return result
    if isinstance(value, (set, frozenset)):
        return type(value)([deepcopy(item, memo) for item in value])
    result = memo[id(value)] = object.__new__(type(value))
    for key, item in value.__dict__.items():
        setattr(result, key, deepcopy(item, memo))
    return result
