# numpy: tables with holes, read from text.
import numpy as np
from numpy import _lines, _squeezed

# What stands for a missing field of each kind of type.
_fillings = {'b': False, 'i': -1, 'u': 1, 'f': np.nan, 'c': np.nan, 'U': '', 'O': None}


def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None,
               filling_values=None, usecols=None, names=None, excludelist=None, deletechars='', replace_space='_', autostrip=False,
               case_sensitive=True, defaultfmt='f%i', unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None,
               encoding=None, *, ndmin=0, like=None):
    """An array of the numbers in a file of text, in which values may be missing."""
    if names is not None:
        raise NotImplementedError("genfromtxt: columns with names make a structured array, which Litgrad does not have; use skip_header")
    lines = [line.split(comments)[0] if comments else line for line in _lines(fname)[skip_header:]]
    rows = [_cut(line, delimiter, autostrip) for line in lines if line.strip()]
    rows = rows[:len(rows) - skip_footer] if skip_footer else rows
    rows = _even(rows if max_rows is None else rows[:max_rows], invalid_raise, skip_header)
    if usecols is not None:
        wanted = list(usecols) if hasattr(usecols, '__iter__') else [usecols]
        rows = [[row[k] for k in wanted] for row in rows]
    missing = {'', *([missing_values] if isinstance(missing_values, str) else missing_values or [])}
    kind = _common_type(rows, missing) if dtype is None else np.dtype(dtype)
    filling = _fillings[kind.kind] if filling_values is None else filling_values
    table = [[converters[k](text) if converters and k in converters else _read(text, kind, missing, filling)
              for k, text in enumerate(row)] for row in rows]
    result = _squeezed(np.array(table, dtype=None if kind.kind == 'U' and rows else kind), ndmin)
    return result.T if unpack else result


def _cut(line, delimiter, autostrip):
    line = line.strip() if delimiter is None or isinstance(delimiter, str) and delimiter.strip() else line.strip('\r\n')
    if isinstance(delimiter, int):
        fields = [line[k:k + delimiter] for k in range(0, len(line), delimiter)]
    elif isinstance(delimiter, (tuple, list)):
        fields, start = [], 0
        for width in delimiter:
            fields.append(line[start:start + width])
            start += width
    else:
        fields = line.split(delimiter)
    return [field.strip() for field in fields] if autostrip else fields


def _even(rows, raises, skipped):
    """The rows as long as the first one; the others are an error or left out."""
    if not rows:
        return rows
    width = len(rows[0])
    wrong = [k for k, row in enumerate(rows) if len(row) != width]
    if wrong and raises:
        remarks = [f"    Line #{skipped + k + 1} (got {len(rows[k])} columns instead of {width})" for k in wrong]
        raise ValueError("Some errors were detected !\n" + '\n'.join(remarks))
    return [row for row in rows if len(row) == width]


def _read(text, kind, missing, filling):
    if kind.kind in 'UO':
        return text
    if text.strip() in missing:
        return filling
    try:
        if kind.kind == 'b':
            return {'true': True, 'false': False}[text.strip().lower()]
        return int(text) if kind.kind in 'iu' else complex(text) if kind.kind == 'c' else float(text)
    except (ValueError, KeyError):
        return filling


def _common_type(rows, missing):
    """The first type that all fields can be read as."""
    fields = [text.strip() for row in rows for text in row if text.strip() not in missing]
    for kind, reads in ((bool, _is_truth), (int, int), (float, float)):
        try:
            if all(reads(text) is not None for text in fields):
                return np.dtype(kind)
        except ValueError:
            pass
    return np.dtype(str)


def _is_truth(text):
    if text.lower() not in ('true', 'false'):
        raise ValueError(text)
    return True
