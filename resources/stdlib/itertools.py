# Iterators in C in CPython; generators here.


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


class chain:
    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        result = cls()
        result._items = _chained(iterables)
        return result

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def islice(iterable, *bounds):
    limits = slice(*bounds)
    start = limits.start or 0
    step = limits.step or 1
    stop = limits.stop
    position = 0
    wanted = start
    if stop is not None and wanted >= stop:
        return
    for item in iterable:
        if position == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                return
        position += 1


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (predicate(item) if predicate is not None else item):
            yield item


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


def pairwise(iterable):
    iterator = iter(iterable)
    previous = next(iterator, None)
    for item in iterator:
        yield previous, item
        previous = item


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    finished = [False] * active
    while active:
        items = []
        for position, iterator in enumerate(iterators):
            if finished[position]:
                items.append(fillvalue)
                continue
            try:
                items.append(next(iterator))
            except StopIteration:
                finished[position] = True
                active -= 1
                if not active:
                    return
                items.append(fillvalue)
        yield tuple(items)


def groupby(iterable, key=None):
    group = []
    current = None
    for item in iterable:
        value = item if key is None else key(item)
        if group and value != current:
            yield current, iter(group)
            group = []
        current = value
        group.append(item)
    if group:
        yield current, iter(group)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple([iter(items) for _ in range(n)])


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    results = [()]
    for pool in pools:
        results = [head + (item,) for head in results for item in pool]
    for result in results:
        yield result


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    for indices in product(range(n), repeat=r):
        if len(set(indices)) == r:
            yield tuple([pool[i] for i in indices])


def _choose(n, r, first):
    if r == 0:
        yield ()
        return
    for head in range(first, n - r + 1):
        for tail in _choose(n, r - 1, head + 1):
            yield (head,) + tail


def combinations(iterable, r):
    pool = tuple(iterable)
    for indices in _choose(len(pool), r, 0):
        yield tuple([pool[i] for i in indices])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    for indices in product(range(len(pool)), repeat=r):
        if list(indices) == sorted(indices):
            yield tuple([pool[i] for i in indices])
