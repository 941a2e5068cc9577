# copy: shallow and deep copies.


class Error(Exception):
    """A copy that cannot be made."""


_atomic = (type(None), bool, int, float, str, bytes, type, range, type(len), type(lambda: None), type(...), type(NotImplemented), slice)


def _blank(cls, source):
    if isinstance(source, tuple):
        return tuple.__new__(cls, source)
    return cls.__new__(cls)


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if cls in _atomic:
        return x
    if cls in (list, dict, set, frozenset):
        return x if cls is frozenset else x.copy()
    if cls is tuple:
        return x
    if hasattr(cls, "__copy__"):
        return x.__copy__()
    if isinstance(x, type) or not hasattr(x, "__dict__"):
        return x.copy() if hasattr(x, "copy") else x
    result = _blank(cls, x)
    _fill(result, x, lambda value: value)
    return result


def _fill(result, x, convert):
    if isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(result, convert(key), convert(value))
    elif isinstance(x, list):
        list.extend(result, [convert(value) for value in list.__iter__(x)])
    elif isinstance(x, set):
        set.update(result, [convert(value) for value in x])
    elif isinstance(x, BaseException):
        result.args = convert(x.args)
    if hasattr(type(x), "__getstate__") and "__getstate__" in _user_methods(type(x)):
        state = convert(x.__getstate__())
        if hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            result.__dict__.update(state)
        return
    for name, value in x.__dict__.items():
        result.__dict__[name] = convert(value)


def _user_methods(cls):
    names = set()
    for base in cls.__mro__:
        if base is not object:
            names.update(base.__dict__)
    return names


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of its parts."""
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        result = []
        memo[key] = result
        for value in x:
            result.append(deepcopy(value, memo))
    elif cls is tuple:
        result = tuple([deepcopy(value, memo) for value in x])
        if key in memo:
            return memo[key]
        if all(a is b for a, b in zip(x, result)):
            result = x
    elif cls is dict:
        result = {}
        memo[key] = result
        for name, value in x.items():
            result[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is set or cls is frozenset:
        result = cls([deepcopy(value, memo) for value in x])
    elif hasattr(cls, "__deepcopy__"):
        result = x.__deepcopy__(memo)
    elif not hasattr(x, "__dict__"):
        result = _deepcopy_native(x, memo)
    elif isinstance(x, tuple):
        result = tuple.__new__(cls, [deepcopy(value, memo) for value in x])
    else:
        result = _blank(cls, x)
        memo[key] = result
        if hasattr(cls, "__slots__"):
            for name in cls.__slots__:
                if hasattr(x, name):
                    setattr(result, name, deepcopy(getattr(x, name), memo))
        _fill(result, x, lambda value: deepcopy(value, memo))
    memo[key] = result
    memo.setdefault(id(memo), []).append(x)
    return result


def _deepcopy_native(x, memo):
    if hasattr(x, "default_factory"):
        result = type(x)(x.default_factory)
        for name, value in x.items():
            result[deepcopy(name, memo)] = deepcopy(value, memo)
        return result
    if hasattr(x, "appendleft"):
        return type(x)([deepcopy(value, memo) for value in x], x.maxlen)
    if hasattr(x, "getstate"):
        result = type(x)()
        result.setstate(x.getstate())
        return result
    if hasattr(x, "gi_frame") or hasattr(x, "send"):
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    return x
