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
    lines = list(_lines(fname)[skip_header:])
    if names is True:
        first = next(k for k, line in enumerate(lines) if line.strip())
        header, lines = lines[first], lines[first + 1:]
        names = _cut(header.strip().lstrip(comments or '').strip(), delimiter, True)
    lines = [line.split(comments)[0] if comments else line for line in lines]
    rows = [_cut(line, delimiter, autostrip) for line in lines if line.strip()]
    rows = rows[:len(rows) - skip_footer] if skip_footer else rows
    rows = _even(rows if max_rows is None else rows[:max_rows], invalid_raise, skip_header)
    names = names.split(',') if isinstance(names, str) else names
    if usecols is not None:
        wanted = list(usecols) if hasattr(usecols, '__iter__') else [usecols]
        rows = [[row[k] for k in wanted] for row in rows]
        names = [names[k] for k in wanted] if names is not None and len(names) > len(wanted) else names
    missing = {'', *([missing_values] if isinstance(missing_values, str) else missing_values or [])}
    kinds, names = _columns(rows, dtype, names, missing, defaultfmt)
    fillings = [_fillings[kind.kind] if filling_values is None else filling_values for kind in kinds]
    table = [[converters[k](text) if converters and k in converters else _read(text, kinds[k], missing, fillings[k])
              for k, text in enumerate(row)] for row in rows]
    if names is None:
        kind = kinds[0] if kinds else np.dtype(dtype)
        result = _squeezed(np.array(table, dtype=None if kind.kind == 'U' and rows else kind), ndmin)
        return result.T if unpack else result
    widths = [max([len(row[k]) for row in table], default=1) if kind == 'U' else 0 for k, kind in enumerate(kinds)]
    fields = [(_field_name(name, replace_space), f'U{width}' if width else kind) for name, kind, width in zip(names, kinds, widths)]
    return _squeezed(np.array([tuple(row) for row in table], dtype=fields), ndmin)


def _columns(rows, dtype, names, missing, defaultfmt):
    """The types of the columns, and their names; None where the columns make a plain array."""
    if dtype is not None:
        kind = np.dtype(dtype)
        if kind.names is not None:
            return [kind[name] for name in kind.names], names or kind.names
        return [kind] * (len(rows[0]) if rows else 1), names
    kinds = [_common_type([[row[k]] for row in rows], missing) for k in range(len(rows[0]) if rows else 0)]
    if names is None and any(kind != kinds[0] for kind in kinds):
        names = [defaultfmt % k for k in range(len(kinds))]
    return kinds, names


def _field_name(text, space):
    """A name without the marks that numpy takes out."""
    return ''.join(letter for letter in text.strip().replace(' ', space) if letter.isalnum() or letter == '_')


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
