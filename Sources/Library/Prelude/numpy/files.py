# numpy: arrays from and to text.
import numpy as np


def fromiter(iter, dtype, count=-1):
    return np.array(list(iter), dtype=dtype)


def fromstring(text, dtype=float, sep=''):
    return np.array([float(part) for part in text.split(sep if sep.strip() else None)], dtype=dtype)


def _lines(source):
    if isinstance(source, str):
        with open(source) as file:
            return file.read().splitlines()
    return [line.rstrip('\n') for line in source]


def loadtxt(fname, dtype=float, comments='#', delimiter=None, skiprows=0, usecols=None, unpack=False, ndmin=0):
    rows = []
    for line in _lines(fname)[skiprows:]:
        line = line.split(comments)[0].strip() if comments else line.strip()
        if line:
            fields = line.split(delimiter)
            if usecols is not None:
                fields = [fields[k] for k in (usecols if isinstance(usecols, (tuple, list)) else [usecols])]
            rows.append([field.strip() if dtype is str else float(field) for field in fields])
    result = np.array(rows, dtype=dtype)
    result = result.squeeze() if ndmin == 0 else result
    return result.T if unpack else result


def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, usecols=None, filling_values=np.nan):
    rows = []
    for line in _lines(fname)[skip_header:]:
        line = line.split(comments)[0].strip()
        if line:
            fields = line.split(delimiter)
            if usecols is not None:
                fields = [fields[k] for k in usecols]
            rows.append([_number(field, filling_values) for field in fields])
    return np.array(rows, dtype=dtype).squeeze()


def _number(text, missing):
    try:
        return float(text)
    except ValueError:
        return missing


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# '):
    lines = [comments + header] if header else []
    for row in np.atleast_2d(np.asarray(X).T).T if np.asarray(X).ndim == 1 else np.asarray(X):
        lines.append(delimiter.join((fmt if isinstance(fmt, str) else fmt[k]) % value for k, value in enumerate(np.atleast_1d(row))))
    if footer:
        lines.append(comments + footer)
    text = newline.join(lines) + newline
    if isinstance(fname, str):
        with open(fname, 'w') as file:
            file.write(text)
    else:
        fname.write(text)
