# gc: what can be asked of the collector of cycles.


def enable():
    pass


def disable():
    pass


def isenabled():
    return True


def get_count():
    return (0, 0, 0)


def get_threshold():
    return (700, 10, 10)


def set_threshold(*thresholds):
    pass


def freeze():
    pass


def is_tracked(obj):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))
