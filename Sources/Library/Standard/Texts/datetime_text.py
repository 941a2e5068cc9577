# datetime: dates and times as text, and back.
import re

_week_names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_month_names = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_fractions = {"auto": None, "hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}


def _zone_text(offset, colon=":"):
    """An offset from universal time: `+09:00`; nothing for none."""
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    minutes, seconds = divmod(abs(offset).seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    return f"{text}{colon}{seconds:02d}" if seconds else text


def _clock_text(moment, timespec):
    text = f"{moment.hour:02d}:{moment.minute:02d}:{moment.second:02d}.{moment.microsecond:06d}"
    if timespec not in _fractions:
        raise ValueError("Unknown timespec value")
    return text[:_fractions[timespec] or (15 if moment.microsecond else 8)]


def _refused(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _parse_day(text, whole):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d)", text)
    if match is None:
        raise _refused(whole)
    return [int(part) for part in match.groups() if part is not None]


def _parse_clock(text, whole):
    """Hour, minute, second, microsecond and zone."""
    match = re.fullmatch(r"(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,6})\d*)?)?)?(Z|[-+]\d\d(?::?\d\d)?(?::?\d\d)?)?", text)
    if match is None:
        raise _refused(whole)
    hour, minute, second, fraction, zone = match.groups()
    return int(hour), int(minute or 0), int(second or 0), int((fraction or "0").ljust(6, "0")), _parse_zone(zone)


def _parse_zone(text):
    """The zone of an offset: `Z`, `+09:00`, `-0530`; None for no text."""
    from datetime import timedelta, timezone
    if not text:
        return None
    if text in ("Z", "+00:00", "-00:00", "+0000", "UTC", "GMT"):
        return timezone.utc
    digits = text[1:].replace(":", "").ljust(6, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:6]))
    return timezone(-offset if text[0] == "-" else offset)


def _formatted(moment, format):
    """The text of a date or time by the letters of C's strftime."""
    year, month, day, hour, minute, second, micro = moment._fields()
    weekday = moment.weekday()
    in_year = moment.timetuple().tm_yday - 1
    iso = moment.isocalendar()
    zone = moment.utcoffset() if hasattr(moment, "utcoffset") else None
    values = {
        "Y": f"{year}", "m": f"{month:02d}", "d": f"{day:02d}", "H": f"{hour:02d}", "M": f"{minute:02d}", "S": f"{second:02d}",
        "f": f"{micro:06d}", "y": f"{year % 100:02d}", "I": f"{(hour + 11) % 12 + 1:02d}", "p": "AM" if hour < 12 else "PM",
        "A": _week_names[weekday], "a": _week_names[weekday][:3], "B": _month_names[month], "b": _month_names[month][:3],
        "j": f"{in_year + 1:03d}", "w": str((weekday + 1) % 7), "u": str(weekday + 1), "%": "%",
        "F": f"{year}-{month:02d}-{day:02d}", "T": f"{hour:02d}:{minute:02d}:{second:02d}", "D": f"{month:02d}/{day:02d}/{year % 100:02d}",
        "e": f"{day:2d}", "z": _zone_text(zone, ""), "Z": (moment.tzname() or "") if zone is not None else "", "h": _month_names[month][:3],
        "n": "\n", "t": "\t", "R": f"{hour:02d}:{minute:02d}", "C": f"{year // 100:02d}", "k": f"{hour:2d}", "l": f"{(hour + 11) % 12 + 1:2d}",
        "U": f"{(in_year + 7 - (weekday + 1) % 7) // 7:02d}", "W": f"{(in_year + 7 - weekday) // 7:02d}",
        "G": str(iso.year), "V": f"{iso.week:02d}",
    }
    values["x"], values["X"] = values["D"], values["T"]
    values["r"] = f"{values['I']}:{minute:02d}:{second:02d} {values['p']}"
    values["c"] = f"{values['a']} {values['b']} {values['e']} {values['T']} {year}"
    if "s" in format and hasattr(moment, "timestamp"):
        values["s"] = str(int(moment.timestamp()))
    result, index = "", 0
    while index < len(format):
        if format[index] == "%" and index + 1 < len(format):
            result += values.get(format[index + 1], "%" + format[index + 1])
            index += 2
        else:
            result += format[index]
            index += 1
    return result


_any_month = "|".join(_month_names[1:])
_any_weekday = "|".join(_week_names)
_read_patterns = {
    "Y": r"(?P<Y>\d{4})", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "d": r"(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])", "H": r"(?P<H>2[0-3]|[01]\d|\d)",
    "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[01]|[0-5]\d|\d)", "f": r"(?P<f>\d{1,6})", "y": r"(?P<y>\d\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
    "p": r"(?P<p>am|pm)", "b": rf"(?P<b>{'|'.join(name[:3] for name in _month_names[1:])})", "B": rf"(?P<B>{_any_month})",
    "a": rf"(?P<a>{'|'.join(name[:3] for name in _week_names)})", "A": rf"(?P<A>{_any_weekday})", "j": r"(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0\d\d|\d\d?)",
    "z": r"(?P<z>Z|[-+]\d\d:?[0-5]\d(?::?[0-5]\d)?)", "Z": r"(?P<Z>utc|gmt)", "w": r"(?P<w>[0-6])", "%": "%",
}
_read_shortcuts = {"T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "X": "%H:%M:%S", "x": "%m/%d/%y", "c": "%a %b %d %H:%M:%S %Y"}


def _expression(format):
    result, index = "", 0
    for letter, longer in _read_shortcuts.items():
        format = format.replace("%" + letter, longer)
    while index < len(format):
        if format[index] == "%":
            if format[index + 1:index + 2] not in _read_patterns:
                raise ValueError(f"'{format[index + 1:index + 2]}' is a bad directive in format '{format}'" if index + 1 < len(format) else f"stray %% in format '{format}'")
            result += _read_patterns[format[index + 1]]
            index += 2
        elif format[index].isspace():
            result += r"\s+"
            index += 1
        else:
            result += re.escape(format[index])
            index += 1
    return result


def _read(text, format):
    """Year, month, day, hour, minute, second, microsecond and zone of a text in a form."""
    match = re.match(_expression(format), text, re.I)
    if match is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if match.end() < len(text):
        raise ValueError(f"unconverted data remains: {text[match.end():]}")
    found = match.groupdict()
    month = int(found.get("m", 1))
    for key, names in (("b", [name[:3] for name in _month_names]), ("B", _month_names)):
        if key in found:
            month = names.index(found[key].capitalize())
    short = int(found.get("y", 0))
    year = int(found["Y"]) if "Y" in found else short + (1900 if short > 68 else 2000) if "y" in found else 1900
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12 + (12 if found.get("p", "").lower() == "pm" else 0)
    day = int(found.get("d", 1))
    if "j" in found:
        from datetime import date
        first = date.fromordinal(date(year, 1, 1).toordinal() + int(found["j"]) - 1)
        month, day = first.month, first.day
    zone = _parse_zone(found.get("z") or (found.get("Z") or "").upper())
    return year, month, day, hour, int(found.get("M", 0)), int(found.get("S", 0)), int(found.get("f", "0").ljust(6, "0")), zone
