def heappush(heap, item):
    heap.append(item)
    position = len(heap) - 1
    while position > 0:
        parent = (position - 1) >> 1
        if not heap[position] < heap[parent]:
            break
        heap[position], heap[parent] = heap[parent], heap[position]
        position = parent


def _sink(heap, position):
    while True:
        child = 2 * position + 1
        if child >= len(heap):
            return
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        if not heap[child] < heap[position]:
            return
        heap[position], heap[child] = heap[child], heap[position]
        position = child


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapify(heap):
    for position in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, position)


def heappushpop(heap, item):
    heappush(heap, item)
    return heappop(heap)


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]
