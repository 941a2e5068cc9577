# csv: tables as text.

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


def _split(line, delimiter, quote):
    fields, field, index, is_quoted = [], "", 0, False
    while index < len(line):
        letter = line[index]
        if is_quoted:
            if letter == quote and line[index + 1:index + 2] == quote:
                field += quote
                index += 1
            elif letter == quote:
                is_quoted = False
            else:
                field += letter
        elif letter == quote and not field:
            is_quoted = True
        elif letter == delimiter:
            fields.append(field)
            field = ""
        else:
            field += letter
        index += 1
    return fields + [field], is_quoted


class reader:
    """The rows of a table, as lists of texts."""

    def __init__(self, csvfile, dialect="excel", *, delimiter=",", quotechar='"', skipinitialspace=False, **options):
        self._lines = iter(csvfile)
        self._delimiter, self._quote, self._skips = delimiter, quotechar, skipinitialspace
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines)
        self.line_num += 1
        fields, is_open = _split(line.rstrip("\r\n"), self._delimiter, self._quote)
        while is_open:
            line = line.rstrip("\r\n") + "\n" + next(self._lines)
            fields, is_open = _split(line.rstrip("\r\n"), self._delimiter, self._quote)
        if fields == [""]:
            return []
        return [field.lstrip(" ") for field in fields] if self._skips else fields


class writer:
    """Writes rows."""

    def __init__(self, csvfile, dialect="excel", *, delimiter=",", quotechar='"', lineterminator="\r\n", quoting=QUOTE_MINIMAL, **options):
        self._file, self._delimiter, self._quote, self._end, self._quoting = csvfile, delimiter, quotechar, lineterminator, quoting

    def _text(self, value):
        text = "" if value is None else str(value)
        needs = any(letter in text for letter in (self._delimiter, self._quote, "\n", "\r"))
        if needs or self._quoting == QUOTE_ALL or self._quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
            return self._quote + text.replace(self._quote, self._quote * 2) + self._quote
        return text

    def writerow(self, row):
        return self._file.write(self._delimiter.join([self._text(value) for value in row]) + self._end)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader:
    """The rows of a table, as dicts by the names in its first row."""

    def __init__(self, f, fieldnames=None, **options):
        self._reader = reader(f, **options)
        self.fieldnames = fieldnames or next(self._reader)

    def __iter__(self):
        return self

    def __next__(self):
        row = next(self._reader)
        while not row:
            row = next(self._reader)
        return dict(zip(self.fieldnames, row))


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, **options):
        self.fieldnames = list(fieldnames)
        self._writer = writer(f, **options)

    def writeheader(self):
        self._writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        self._writer.writerow([rowdict.get(name, "") for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
