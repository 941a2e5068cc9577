# numpy: arrays from and to text.
import numpy as np
from warnings import warn as _warn


def fromiter(iter, dtype, count=-1, *, like=None):
    """An array of what an iterable yields."""
    items = []
    for item in iter:
        if len(items) == count:
            break
        items.append(item)
    if len(items) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(items)} items.")
    result = np.array(items, dtype=dtype)
    if result.ndim > 1:
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'list'")
    return result


def fromstring(string, dtype=float, count=-1, *, sep, like=None):
    """An array of the numbers in a text."""
    parts = string.split() if not sep.strip() else string.split(sep)
    if parts and not parts[-1].strip():
        parts.pop()
    parts = parts if count < 0 else parts[:count]
    try:
        return np.array([float(part) for part in parts]).astype(dtype)
    except ValueError:
        raise ValueError("string or file could not be read to its end due to unmatched data") from None


def _lines(source):
    if isinstance(source, str) or hasattr(source, '__fspath__'):
        try:
            with open(str(source)) as file:
                return file.read().splitlines()
        except FileNotFoundError:
            raise FileNotFoundError(f"{source} not found.") from None
    return [(line.decode() if isinstance(line, bytes) else line).rstrip('\r\n') for line in source]


def _fields(line, delimiter, quote):
    """The fields of a line; a delimiter between quotes does not count."""
    if quote is None or quote not in line:
        return line.split(delimiter)
    fields, field, quoted = [], '', False
    for letter in line:
        if letter == quote:
            quoted = not quoted
        elif not quoted and (letter == delimiter if delimiter is not None else letter.isspace()):
            fields.append(field)
            field = ''
        else:
            field += letter
    return fields + [field]


def _element(text, kind, row, column):
    try:
        if kind.kind in 'iu':
            return int(text)
        if kind.kind == 'b':
            return bool(int(text))
        return complex(text) if kind.kind == 'c' else float(text)
    except ValueError:
        raise ValueError(f"could not convert string {text!r} to {kind} at row {row}, column {column}.") from None


def _converter(converters, column, usecols):
    if converters is None or callable(converters):
        return converters
    for key in (column, column - len(usecols)) if usecols is not None else (column,):
        if key in converters:
            return converters[key]
    return None


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0,
            encoding=None, max_rows=None, *, quotechar=None, like=None):
    """An array of the numbers in a file of text, a row a line."""
    kind = np.dtype(dtype)
    marks = () if comments is None else (comments,) if isinstance(comments, str) else tuple(comments)
    wanted = None if usecols is None else list(usecols) if hasattr(usecols, '__iter__') else [usecols]
    rows, width = [], None
    for line in _lines(fname)[skiprows:]:
        for mark in marks:
            line = line.split(mark)[0]
        if not line.strip():
            continue
        if max_rows is not None and len(rows) == max_rows:
            break
        fields = _fields(line, delimiter, quotechar)
        columns = range(len(fields)) if wanted is None else wanted
        for column in columns:
            if not -len(fields) <= column < len(fields):
                raise ValueError(f"invalid column index {column} at row {len(rows) + 1} with {len(fields)} columns")
        if width is not None and width != len(fields) and wanted is None:
            raise ValueError(f"the number of columns changed from {width} to {len(fields)} at row {len(rows) + 1}; "
                             "use `usecols` to select a subset and avoid this error")
        width = len(fields)
        row = []
        for column in columns:
            convert = _converter(converters, column, wanted)
            text = fields[column]
            if convert is not None:
                row.append(convert(text))
            else:
                own = kind if kind.names is None else kind[kind.names[len(row)]]
                row.append(text.strip() if own.kind in 'UO' else _element(text.strip(), own, len(rows), column % len(fields) + 1))
        rows.append(row if kind.names is None else tuple(row))
    if not rows:
        _warn(f'loadtxt: input contained no data: "{fname}"', UserWarning)
        return np.zeros((0,) * max(ndmin, 1), dtype=dtype)
    table = _squeezed(np.array(rows, dtype=dtype), ndmin)
    return table.T if unpack else table


def _squeezed(table, ndmin):
    """A table without its dimensions of size 1, but with so many dimensions at least."""
    if ndmin >= 2:
        return table
    table = table.squeeze()
    return np.atleast_1d(table) if ndmin == 1 else table


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    """Writes an array as text, a row a line."""
    X = np.asarray(X)
    if X.ndim not in (1, 2):
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    names = X.dtype.names
    table = X.reshape(-1, 1) if X.ndim == 1 and names is None else X
    form = _row_form(fmt, table.shape[1] if names is None else len(names), delimiter, X.dtype.kind == 'c')
    text = comments + header.replace('\n', '\n' + comments) + newline if header else ''
    for row in table:
        values = tuple(row.tolist())
        if X.dtype.kind == 'c':
            values = tuple(part for value in values for part in (value.real, value.imag))
        try:
            text += form % values + newline
        except TypeError:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{form}')") from None
    if footer:
        text += comments + footer.replace('\n', '\n' + comments) + newline
    if hasattr(fname, 'write'):
        fname.write(text)
    else:
        with open(str(fname), 'w') as file:
            file.write(text)


def _row_form(fmt, width, delimiter, is_complex):
    """The format of a whole row."""
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != width:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        return delimiter.join(fmt)
    count = fmt.count('%')
    if count == 1:
        return delimiter.join([f' ({fmt}+{fmt}j)' if is_complex else fmt] * width)
    if count != width:
        raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
    return fmt
