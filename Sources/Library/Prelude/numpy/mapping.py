# numpy: files behind arrays.
import numpy as np

# The arrays that are written to files, by name: who reads a file finds what they hold.
_mapped = {}


def _read_mapped(name):
    if name in _mapped:
        _mapped[name].flush()
    with open(name, 'rb') as file:
        return file.read()


def _write_mapped(name, offset, data):
    before = b''
    if offset:
        with open(name, 'rb') as file:
            before = file.read()[:offset]
    with open(name, 'wb') as file:
        file.write(before.ljust(offset, b'\0') + data)


def _keep_mapped(name, array):
    if array.mode in ('w+', 'r+'):
        _mapped[name] = array


def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
    """An array of the numbers in a file, packed or as text."""
    if sep:
        text = file.read() if hasattr(file, 'read') else open(str(file)).read()
        return np.fromstring(text, dtype, count, sep=sep)
    data = file.read() if hasattr(file, 'read') else _read_mapped(str(file))
    data = data[offset:]
    size = np.dtype(dtype).itemsize
    count = len(data) // size if count < 0 else min(count, len(data) // size)
    return np.frombuffer(data, dtype, count).copy()


def _to_file(array, fid, sep='', format='%s'):
    data = sep.join(format % value for value in array.ravel().tolist()) if sep else array.tobytes()
    if hasattr(fid, 'write'):
        fid.write(data)
        return
    with open(str(fid), 'w' if sep else 'wb') as file:
        file.write(data)
