# weakref: references that do not keep alive; here they do.


class ref:
    def __init__(self, object, callback=None):
        self._object = object

    def __call__(self):
        return self._object


def proxy(object, callback=None):
    return object


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass
