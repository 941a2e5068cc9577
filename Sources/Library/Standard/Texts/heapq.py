# heapq: priority queues in lists.


def _sift_up(heap, position):
    item = heap[position]
    while position > 0:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sift_down(heap, position):
    # Move the smaller child up to the bottom, then the item up from there: fewer comparisons.
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _checked(heap, name):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument 1 must be list, not {type(heap).__name__}")
    return heap


def heappush(heap, item):
    """Puts an item into a heap."""
    _checked(heap, "heappush")
    heap.append(item)
    _sift_up(heap, len(heap) - 1)


def heappop(heap):
    """Takes the smallest item from a heap."""
    if not _checked(heap, "heappop"):
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _sift_down(heap, 0)
    return result


def heapify(x, /):
    """Makes a list a heap."""
    if not isinstance(x, list):
        raise TypeError(f"heapify() argument must be list, not {type(x).__name__}")
    for position in reversed(range(len(x) // 2)):
        _sift_down(x, position)


def heappushpop(heap, item):
    """Puts an item in, then takes the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapreplace(heap, item):
    """Takes the smallest item, then puts one in."""
    if not _checked(heap, "heapreplace"):
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _sift_down(heap, 0)
    return result


def nsmallest(n, iterable, key=None):
    """The smallest elements, in order."""
    return sorted(iterable, key=key)[:n]


def nlargest(n, iterable, key=None):
    """The largest elements, in order."""
    return sorted(iterable, key=key, reverse=True)[:n]


def merge(*iterables, key=None, reverse=False):
    """The elements of sorted iterables, in order."""
    yield from sorted([value for iterable in iterables for value in iterable], key=key, reverse=reverse)
