# numpy: arrays saved to files of the session and loaded from them.
import numpy as np
from ast import literal_eval as _literal

_magic = b'\x93NUMPY\x01\x00'
# Files of several arrays last for the session only: named blocks one after the other, each in the form of np.save.
_bundle = b'PK\x03\x04litgrad-npz'


def _encoded(arr):
    arr = np.asanyarray(arr)
    if arr.dtype.kind not in 'biuf':
        raise ValueError("Object arrays cannot be saved when allow_pickle=False")
    text = f"{{'descr': '{arr.dtype.str}', 'fortran_order': False, 'shape': {arr.shape}, }}"
    text += ' ' * (63 - (len(_magic) + 2 + len(text)) % 64) + '\n'
    return _magic + len(text).to_bytes(2, 'little') + text.encode() + arr.tobytes()


def _decoded(data):
    if data[:8] != _magic:
        raise ValueError("This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` "
                         "keyword argument or `pickle.load()`.")
    end = 10 + int.from_bytes(data[8:10], 'little')
    header = _literal(data[10:end].decode().strip())
    flat = np.frombuffer(data[end:], dtype=header['descr'])
    return flat.reshape(header['shape'][::-1]).T if header['fortran_order'] else flat.reshape(header['shape'])


def _write(file, data, ending):
    if hasattr(file, 'write'):
        file.write(data)
        return
    name = str(file)
    with open(name if name.endswith(ending) else name + ending, 'wb') as target:
        target.write(data)


def save(file, arr, allow_pickle=True):
    """Writes an array to a `.npy` file."""
    _write(file, _encoded(arr), '.npy')


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to one `.npz` archive, under their keywords or `arr_0`, `arr_1`, …"""
    arrays = dict(kwds)
    for k, value in enumerate(args):
        if f'arr_{k}' in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{k}")
        arrays[f'arr_{k}'] = value
    parts = [_bundle]
    for name, value in arrays.items():
        block = _encoded(value)
        parts += [len(name.encode()).to_bytes(4, 'little'), name.encode(), len(block).to_bytes(8, 'little'), block]
    _write(file, b''.join(parts), '.npz')


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """As `savez`, in less space."""
    np.savez(file, *args, **kwds)


class NpzFile:
    """The arrays of a file by name."""

    def __repr__(self):
        shown = ', '.join(self.files[:5]) + ('...' if len(self.files) > 5 else '')
        return f"NpzFile 'object' with keys: {shown}"

    def __init__(self, data):
        self._blocks = {}
        place = len(_bundle)
        while place < len(data):
            size = int.from_bytes(data[place:place + 4], 'little')
            name = data[place + 4:place + 4 + size].decode()
            place += 4 + size
            size = int.from_bytes(data[place:place + 8], 'little')
            self._blocks[name] = data[place + 8:place + 8 + size]
            place += 8 + size
        self.files = list(self._blocks)

    def __getitem__(self, name):
        if name not in self._blocks:
            raise KeyError(f"{name} is not a file in the archive")
        return _decoded(self._blocks[name])

    def __contains__(self, name):
        return name in self._blocks

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return self._blocks.keys()

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII'):
    """Reads what `save` or `savez` wrote."""
    if hasattr(file, 'read'):
        data = file.read()
    else:
        with open(str(file), 'rb') as source:
            data = source.read()
    if not data:
        raise EOFError("No data left in file")
    return NpzFile(data) if data.startswith(_bundle) else _decoded(data)
