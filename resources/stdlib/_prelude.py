# What stands for C code of CPython but has to call back into Python: the machine's natives send a call here when an
# argument's class is written in Python. Nothing here shows up in tracebacks or traces, and no thread switch
# happens inside (only in what it calls). Names that start with _ are known to the machine alone.


def _start(function, arguments, keywords):
    return function(*arguments, **keywords)


def _call(function, arguments, names):
    count = len(arguments) - len(names)
    return function(*arguments[:count], **dict(zip(names, arguments[count:])))


def _initialize(init, instance, arguments, names):
    count = len(arguments) - len(names)
    init(instance, *arguments[:count], **dict(zip(names, arguments[count:])))
    return instance


def _call_expanded(function, arguments, keywords):
    arguments = tuple(arguments)
    if keywords is None:
        return function(*arguments)
    return function(*arguments, **keywords)


def _type_call(cls, /, *arguments, **keywords):
    instance = cls.__new__(cls, *arguments, **keywords)
    if isinstance(instance, cls):
        instance.__init__(*arguments, **keywords)
    return instance


def _finish_class(cls, name, bases, namespace, options):
    metaclass = options.pop('metaclass', None)
    for key, value in list(namespace.items()):
        if hasattr(type(value), '__set_name__'):
            value.__set_name__(cls, key)
    super(cls, cls).__init_subclass__(**options)
    init = getattr(type(cls), '__init__', None)
    if type(cls) is not type:
        init(cls, name, bases, namespace)
    return cls


def _make_class(metaclass, name, bases, namespace, options):
    options.pop('metaclass', None)
    cls = metaclass(name, bases, namespace, **options)
    for key, value in list(namespace.items()):
        if hasattr(type(value), '__set_name__'):
            value.__set_name__(cls, key)
    super(cls, cls).__init_subclass__()
    return cls


def _raise(exception):
    raise exception()


def _raise_from(exception, cause):
    if isinstance(exception, type):
        exception = exception()
    if isinstance(cause, type):
        cause = cause()
    raise exception from cause


def _report(exception):
    try:
        text = str(exception)
    except Exception:
        text = '<exception str() failed>'
    _set_text(exception, text)
    raise exception


def _format_exception(exception):
    # The texts of the whole chain: classes of the program may have their own __str__.
    seen = []
    links = [exception]
    while links:
        one = links.pop()
        if one is None or one in seen:
            continue
        seen.append(one)
        try:
            text = str(one)
        except Exception:
            text = '<exception str() failed>'
        _set_text(one, text)
        links.append(one.__cause__)
        links.append(one.__context__)
    return _formatted(exception)


# Iteration.

def _collect(iterable):
    items = []
    for item in iterable:
        _append(items, item)
    return items


def _sequence_iterator(sequence):
    index = 0
    while True:
        try:
            item = sequence[index]
        except IndexError:
            return
        yield item
        index += 1


def _iter_until(function, end):
    while True:
        item = function()
        if item == end:
            return
        yield item


def _next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


def _enumerate(iterable, start):
    for item in iterable:
        yield start, item
        start += 1


def _zip(iterables, strict):
    iterators = [iter(iterable) for iterable in iterables]
    while iterators:
        items = []
        for iterator in iterators:
            try:
                items.append(next(iterator))
            except StopIteration:
                if strict and items:
                    raise ValueError('zip() argument ' + str(len(items) + 1) + ' is shorter than argument'
                                     + ('s 1-' + str(len(items)) if len(items) > 1 else ' 1')) from None
                if strict:
                    for position in range(1, len(iterators)):
                        try:
                            next(iterators[position])
                        except StopIteration:
                            continue
                        raise ValueError('zip() argument ' + str(position + 1) + ' is longer than argument'
                                         + ('s 1-' + str(position) if position > 1 else ' 1')) from None
                return
        yield tuple(items)


def _map(function, *iterables):
    if not iterables:
        raise TypeError('map() must have at least two arguments.')
    if len(iterables) == 1:
        return _map_one(function, iter(iterables[0]))
    return _map_many(function, [iter(iterable) for iterable in iterables])


def _map_one(function, iterator):
    for item in iterator:
        yield function(item)


def _map_many(function, iterators):
    for items in zip(*iterators):
        yield function(*items)


def _filter(function, iterable):
    return _filtered(function, iter(iterable))


def _filtered(function, iterator):
    if function is None:
        for item in iterator:
            if item:
                yield item
    else:
        for item in iterator:
            if function(item):
                yield item


def _reversed(sequence):
    for index in range(len(sequence) - 1, -1, -1):
        yield sequence[index]


def _sum(iterable, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    total = start
    for item in iterable:
        total = total + item
    return total


_nothing = object()


def _best(name, larger, arguments, key, default):
    if len(arguments) == 1:
        iterable = arguments[0]
    else:
        iterable = arguments
    best = _nothing
    for item in iterable:
        value = item if key is None else key(item)
        if best is _nothing:
            best, best_value = item, value
        elif (value > best_value) if larger else (value < best_value):
            best, best_value = item, value
    if best is _nothing:
        if default is _nothing:
            raise ValueError(name + '() arg is an empty sequence')
        return default
    return best


def _max(*arguments, key=None, default=_nothing):
    return _best('max', True, arguments, key, default)


def _min(*arguments, key=None, default=_nothing):
    return _best('min', False, arguments, key, default)


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _contains(container, item):
    for candidate in container:
        if candidate is item or candidate == item:
            return True
    return False


def _index(sequence, item):
    position = 0
    for candidate in sequence:
        if candidate is item or candidate == item:
            return position
        position += 1
    raise ValueError(repr(item) + ' is not in list')


def _count(sequence, item):
    count = 0
    for candidate in sequence:
        if candidate is item or candidate == item:
            count += 1
    return count


# Sorting.

def _sorted(iterable, /, *, key=None, reverse=False):
    result = list(iterable)
    _list_sort(result, key=key, reverse=reverse)
    return result


def _list_sort(self, *, key=None, reverse=False):
    keys = self[:] if key is None else [key(item) for item in self]
    if _sort_by_keys(self, keys, bool(reverse)):
        return
    pairs = list(zip(keys, self))
    if reverse:
        pairs.reverse()
    pairs = _merge_sort(pairs)
    if reverse:
        pairs.reverse()
    _set_contents(self, [item for _, item in pairs])


def _merge_sort(pairs):
    if len(pairs) < 2:
        return pairs
    middle = len(pairs) // 2
    left = _merge_sort(pairs[:middle])
    right = _merge_sort(pairs[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j][0] < left[i][0]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# Comparison of containers whose items have Python's say.

def _eq(a, b):
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        if len(a) != len(b):
            return False
        for x, y in zip(a, b):
            if not (x is y or x == y):
                return False
        return True
    if isinstance(a, dict) and isinstance(b, dict):
        if len(a) != len(b):
            return False
        for key, value in a.items():
            if key not in b:
                return False
            other = b[key]
            if not (value is other or value == other):
                return False
        return True
    if _is_set(a) and _is_set(b):
        if len(a) != len(b):
            return False
        for item in a:
            if item not in b:
                return False
        return True
    return a is b


def _ne(a, b):
    return not _eq(a, b)


def _order(operator, a, b):
    for x, y in zip(a, b):
        if x is y or x == y:
            continue
        if operator == '<':
            return x < y
        if operator == '<=':
            return x <= y
        if operator == '>':
            return x > y
        return x >= y
    if operator == '<':
        return len(a) < len(b)
    if operator == '<=':
        return len(a) <= len(b)
    if operator == '>':
        return len(a) > len(b)
    return len(a) >= len(b)


# Texts.

def _str(value):
    cls = type(value)
    method = getattr(cls, '__str__', None)
    if isinstance(value, BaseException):
        if method is not BaseException.__str__:
            return _checked_text(method(value), '__str__')
        if len(value.args) == 1:
            return repr(value.args[0]) if isinstance(value, KeyError) else str(value.args[0])
        return _repr(value.args)
    if method is not object.__str__ and method is not None:
        return _checked_text(method(value), '__str__')
    return _repr(value)


def _new_str(cls, value):
    return cls(_str(value))


def _checked_text(text, name):
    if not isinstance(text, str):
        raise TypeError(name + ' returned non-string (type ' + type(text).__name__ + ')')
    return text


_shown = []


def _repr(value):
    cls = type(value)
    method = getattr(cls, '__repr__', None)
    own = method is not None and method is not object.__repr__
    if own and cls is not list and cls is not tuple and cls is not dict and not _is_set(value):
        return _checked_text(method(value), '__repr__')
    for other in _shown:
        if other is value:
            return '[...]' if isinstance(value, list) else '{...}' if isinstance(value, dict) else '(...)'
    _shown.append(value)
    try:
        if isinstance(value, list):
            return '[' + ', '.join([repr(item) for item in value]) + ']'
        if isinstance(value, tuple):
            if len(value) == 1:
                return '(' + repr(value[0]) + ',)'
            return '(' + ', '.join([repr(item) for item in value]) + ')'
        if isinstance(value, dict):
            return '{' + ', '.join([repr(key) + ': ' + repr(item) for key, item in value.items()]) + '}'
        if _is_set(value):
            inner = '{' + ', '.join([repr(item) for item in value]) + '}'
            return inner if cls is set else cls.__name__ + '(' + inner + ')'
        if isinstance(value, BaseException):
            return cls.__name__ + '(' + ', '.join([repr(item) for item in value.args]) + ')'
        if type(value) is _dict_keys_ or type(value) is _dict_values_ or type(value) is _dict_items_:
            return cls.__name__ + '([' + ', '.join([repr(item) for item in value]) + '])'
        return object.__repr__(value)
    finally:
        _shown.pop()


def _print(*values, sep=' ', end='\n', file=None, flush=False):
    if sep is None:
        sep = ' '
    if end is None:
        end = '\n'
    text = sep.join([str(value) for value in values]) + end
    if file is None:
        print(text, end='', flush=flush)
    else:
        file.write(text)
        if flush:
            file.flush()


def _open(*arguments, **keywords):
    import io
    return io.open(*arguments, **keywords)


def _format(value, spec):
    return format(value, spec)


def _format_converted(value, conversion, spec):
    return format(str(value) if conversion == 1 else repr(value) if conversion == 2 else ascii(value), spec)


def _percent_format(text, values):
    if isinstance(values, dict):
        return text % {key: _Shown(value) for key, value in values.items()}
    if not isinstance(values, tuple):
        values = (values,)
    conversions = []
    index = 0
    while index < len(text):
        if text[index] == '%':
            index += 1
            while text[index] in '-+ #0123456789.*lh':
                if text[index] == '*':
                    conversions.append('*')
                index += 1
            if text[index] != '%':
                conversions.append(text[index])
            else:
                index += 0
        index += 1
    shown = []
    for position, value in enumerate(values):
        conversion = conversions[position] if position < len(conversions) else 's'
        if conversion == 's':
            value = str(value)
        elif conversion == 'r':
            value = repr(value)
        shown.append(value)
    return text.replace('%r', '%s') % tuple(shown)


def _field_end(text, index):
    depth = 1
    while index < len(text):
        if text[index] == '{':
            depth += 1
        elif text[index] == '}':
            depth -= 1
            if depth == 0:
                return index
        index += 1
    raise ValueError("expected '}' before end of string")


def _field_value(name, arguments, keywords, counter):
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first = name[:end]
    if first == '':
        if counter[0] is None:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        position = counter[0]
        counter[0] += 1
        if position >= len(arguments):
            raise IndexError('Replacement index ' + str(position) + ' out of range for positional args tuple')
        value = arguments[position]
    elif first.isdigit():
        if counter[0]:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        counter[0] = None
        if int(first) >= len(arguments):
            raise IndexError('Replacement index ' + first + ' out of range for positional args tuple')
        value = arguments[int(first)]
    else:
        value = keywords[first]
    while end < len(name):
        if name[end] == '.':
            start = end + 1
            end = start
            while end < len(name) and name[end] not in '.[':
                end += 1
            value = getattr(value, name[start:end])
        else:
            close = name.index(']', end)
            key = name[end + 1:close]
            value = value[int(key) if key.isdigit() else key]
            end = close + 1
    return value


def _format_fields(text, arguments, keywords, counter):
    out = []
    index = 0
    while index < len(text):
        brace = index
        while brace < len(text) and text[brace] not in '{}':
            brace += 1
        out.append(text[index:brace])
        if brace == len(text):
            break
        if text[brace:brace + 2] in ('{{', '}}'):
            out.append(text[brace])
            index = brace + 2
            continue
        if text[brace] == '}':
            raise ValueError("Single '}' encountered in format string")
        if brace + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        end = _field_end(text, brace + 1)
        field = text[brace + 1:end]
        index = end + 1
        name, colon, spec = field.partition(':')
        conversion = ''
        if '!' in name:
            name, _, conversion = name.partition('!')
        value = _field_value(name, arguments, keywords, counter)
        if conversion == 'r':
            value = repr(value)
        elif conversion == 's':
            value = str(value)
        elif conversion == 'a':
            value = ascii(value)
        if '{' in spec:
            spec = _format_fields(spec, arguments, keywords, counter)
        out.append(format(value, spec))
    return ''.join(out)


def _str_format(self, /, *arguments, **keywords):
    return _format_fields(self, arguments, keywords, [0])


def _str_format_map(self, mapping):
    return _format_fields(self, (), mapping, [0])


def _join(separator, iterable):
    return separator.join(_collect(iterable))


def _ascii(value):
    text = ascii(repr(value))
    return text[1:-1]


# Numbers.

def _bool(value):
    return True if value else False


def _divmod(a, b):
    return a // b, a % b


def _pow(a, b):
    return a ** b


def _subscript_index(sequence, index):
    return sequence[index.__index__()]


# Attributes.

def _getattr_or(owner, name, default):
    try:
        return getattr(owner, name)
    except AttributeError:
        return default


def _hasattr(owner, name):
    try:
        getattr(owner, name)
    except AttributeError:
        return False
    return True


# Containers filled from iterables that are Python.

def _new_from_list(cls, iterable):
    return cls(_collect(iterable))


def _fill_list(target, iterable, result):
    _set_contents(target, _collect(iterable))
    return result


def _list_extend(self, iterable):
    for item in iterable:
        _append(self, item)


def _list_iadd(self, iterable):
    for item in iterable:
        _append(self, item)
    return self


def _list_setslice(self, index, iterable):
    self[index] = _collect(iterable)


def _list_remove(self, item):
    for position in range(len(self)):
        candidate = self[position]
        if candidate is item or candidate == item:
            del self[position]
            return
    raise ValueError('list.remove(x): x not in list')


def _fromkeys(cls, keys, value):
    result = cls()
    for key in keys:
        result[key] = value
    return result


# Dicts and sets with keys whose hash or equality is Python.

def _hash_of(key):
    number = _native_hash(key)
    if number is not None:
        return number
    if isinstance(key, tuple) and type(key).__hash__ is tuple.__hash__:
        return _hash_tuple(key)
    return type(key).__hash__(key)


def _hash_tuple(key):
    number = 3430008
    for item in key:
        number = _mix(number, _hash_of(item))
    return number


def _find_key(table, key, number):
    for candidate in _table_keys(table, number):
        if candidate is key or candidate == key:
            return candidate
    return _nothing


def _dict_getitem(self, key):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    if found is _nothing:
        missing = getattr(type(self), '__missing__', None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)
    return _table_get(self, found, number)


def _dict_get(self, key, default=None):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    return default if found is _nothing else _table_get(self, found, number)


def _dict_setitem(self, key, value):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    _table_put(self, key if found is _nothing else found, number, value)


def _dict_delitem(self, key):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    if found is _nothing:
        raise KeyError(key)
    _table_remove(self, found, number)


def _dict_pop(self, key, default=_nothing):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    if found is _nothing:
        if default is _nothing:
            raise KeyError(key)
        return default
    value = _table_get(self, found, number)
    _table_remove(self, found, number)
    return value


def _dict_setdefault(self, key, default=None):
    number = _hash_of(key)
    found = _find_key(self, key, number)
    if found is _nothing:
        _table_put(self, key, number, default)
        return default
    return _table_get(self, found, number)


def _dict_update(self, source, more, result):
    if hasattr(source, 'keys'):
        for key in source.keys():
            self[key] = source[key]
    else:
        for key, value in source:
            self[key] = value
    for key, value in more.items():
        self[key] = value
    return result


def _dict_of(values):
    result = {}
    for position in range(0, len(values), 2):
        result[values[position]] = values[position + 1]
    return result


def _maketrans(source, target=None, removed='', /):
    table = {}
    if target is None:
        for key, value in source.items():
            table[ord(key) if isinstance(key, str) else key] = value
        return table
    if len(source) != len(target):
        raise ValueError('the first two maketrans arguments must have equal length')
    for position in range(len(source)):
        table[ord(source[position])] = ord(target[position])
    for character in removed:
        table[ord(character)] = None
    return table


def _translate(text, table, /):
    parts = []
    for character in text:
        try:
            found = table[ord(character)]
        except LookupError:
            found = character
        if found is not None:
            parts.append(chr(found) if isinstance(found, int) else found)
    return ''.join(parts)


def _contains_key(self, key):
    return _find_key(self, key, _hash_of(key)) is not _nothing


def _set_add(self, item):
    number = _hash_of(item)
    if _find_key(self, item, number) is _nothing:
        _table_put(self, item, number, None)


def _set_discard(self, item):
    number = _hash_of(item)
    found = _find_key(self, item, number)
    if found is not _nothing:
        _table_remove(self, found, number)


def _set_remove(self, item):
    number = _hash_of(item)
    found = _find_key(self, item, number)
    if found is _nothing:
        raise KeyError(item)
    _table_remove(self, found, number)


def _set_of(values):
    result = set()
    for item in values:
        result.add(item)
    return result


def _fill_set(target, iterable, result):
    for item in iterable:
        _set_add(target, item)
    return result


def _set_method(self, name, iterables):
    return getattr(self, name)(*[_collect(iterable) for iterable in iterables])


# Pickling: see machine/pickle. Natives do what they can; here is what classes have a say in.

def _pickle_dumps(value, found):
    reductions = []
    while isinstance(found, list):
        for item in found:
            reductions.append(item)
            reductions.append(_pickle_reduction(item))
        found = _pickle_walk(value, reductions)
    return found


def _pickle_reduction(item):
    cls = type(item)
    if hasattr(cls, '__reduce_ex__'):
        return _pickle_parts(item.__reduce_ex__(4))
    if hasattr(cls, '__reduce__'):
        return _pickle_parts(item.__reduce__())
    arguments = ()
    if hasattr(cls, '__getnewargs__'):
        arguments = item.__getnewargs__()
    if hasattr(cls, '__getstate__'):
        state = item.__getstate__()
    else:
        state = getattr(item, '__dict__', None) or None
    return None, (cls,) + arguments, state


def _pickle_parts(reduction):
    # The items and pairs that make up a container come as iterators; here they become lists.
    if not isinstance(reduction, tuple) or len(reduction) < 4:
        return reduction
    parts = list(reduction) + [None]
    if parts[3] is not None:
        parts[3] = list(parts[3])
    if parts[4] is not None:
        parts[4] = [part for pair in parts[4] for part in pair]
    return tuple(parts[:5])


def _pickle_load(state, request):
    while request is not None:
        function, arguments = request
        _append(state[2], function(*arguments))
        request = _pickle_step(state)
    return state[2].pop()


def _pickle_find(module, name):
    found = None
    while found is None:  # the first time the module's body runs
        found = _import(module)
    try:
        for part in name.split('.'):
            found = getattr(found, part)
    except AttributeError:
        raise AttributeError("Can't get attribute " + repr(name) + ' on ' + repr(found)) from None
    return found


def _pickle_new(cls, *arguments):
    return cls.__new__(cls, *arguments)


def _pickle_set_state(instance, state):
    instance.__setstate__(state)
    return instance


def _pickle_extend(target, items):
    for item in items:
        target.append(item)
    return target


def _pickle_set_items(target, items):
    for position in range(0, len(items), 2):
        target[items[position]] = items[position + 1]
    return target
