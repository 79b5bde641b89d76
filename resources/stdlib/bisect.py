def bisect_left(items, value, low=0, high=None):
    high = len(items) if high is None else high
    while low < high:
        middle = (low + high) // 2
        if items[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


def bisect_right(items, value, low=0, high=None):
    high = len(items) if high is None else high
    while low < high:
        middle = (low + high) // 2
        if value < items[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def insort(items, value):
    items.insert(bisect_right(items, value), value)


bisect = bisect_right
insort_right = insort
