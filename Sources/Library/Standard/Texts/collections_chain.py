# collections: several dicts seen as one.
from collections.abc import MutableMapping


class ChainMap(MutableMapping):
    """Several dicts seen as one; writes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return iter(merged)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def update(self, other=(), /, **keywords):
        self.maps[0].update(other, **keywords)

    def pop(self, key, *args):
        return self.maps[0].pop(key, *args)

    def new_child(self, m=None, **keywords):
        m = {} if m is None else m
        m.update(keywords)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items() if isinstance(other, ChainMap) else other)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"
