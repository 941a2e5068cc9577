# datetime: dates, times and what lies between them.
import time as _time
from collections import namedtuple

_days_before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_month_days = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_week_names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_month_names = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
MINYEAR = 1
MAXYEAR = 9999


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _month_days[month]


def _ordinal(year, month, day):
    before = year - 1
    leap = 1 if month > 2 and _is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _days_before[month] + leap + day


def _from_ordinal(n):
    year = n // 366 + 1
    while _ordinal(year + 1, 1, 1) <= n:
        year += 1
    month = 1
    while month < 12 and _ordinal(year, month + 1, 1) <= n:
        month += 1
    return year, month, n - _ordinal(year, month, 1) + 1


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = (("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds), ("minutes", minutes),
                 ("hours", hours), ("weeks", weeks))
        for name, value in parts:
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        total = round(((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000000 + milliseconds * 1000 + microseconds)
        self._total = total
        self.days, rest = divmod(total, 86400000000)
        self.seconds, self.microseconds = divmod(rest, 1000000)

    def total_seconds(self):
        return self._total / 1000000

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return f"{text}.{self.microseconds:06d}" if self.microseconds else text

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

    def __add__(self, other):
        return timedelta(microseconds=self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return timedelta(microseconds=self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        return timedelta(microseconds=self._total * other) if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._total / other._total if isinstance(other, timedelta) else timedelta(microseconds=self._total / other)

    def __mod__(self, other):
        return timedelta(microseconds=self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __floordiv__(self, other):
        return self._total // other._total if isinstance(other, timedelta) else timedelta(microseconds=self._total // other)

    def __neg__(self): return timedelta(microseconds=-self._total)
    def __abs__(self): return timedelta(microseconds=abs(self._total))
    def __bool__(self): return self._total != 0
    def __eq__(self, other): return isinstance(other, timedelta) and self._total == other._total
    def __lt__(self, other): return self._total < other._total
    def __le__(self, other): return self._total <= other._total
    def __gt__(self, other): return self._total > other._total
    def __ge__(self, other): return self._total >= other._total
    def __hash__(self): return hash(self._total)


class date:
    def __init__(self, year, month, day):
        if not 1 <= year <= MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= _days_in(year, month):
            raise ValueError("day is out of range for month")
        self.year, self.month, self.day = year, month, day

    @classmethod
    def today(cls):
        now = _time.localtime()
        return cls(now[0], now[1], now[2])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*map(int, text.split("-")))
        except (ValueError, TypeError):
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    def toordinal(self): return _ordinal(self.year, self.month, self.day)
    def weekday(self): return (self.toordinal() + 6) % 7
    def isoweekday(self): return self.weekday() + 1
    def isoformat(self): return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
    def ctime(self): return self.strftime("%a %b %e %H:%M:%S %Y")

    def isocalendar(self):
        # A week belongs to the year its Thursday lies in.
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return IsoCalendarDate(year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.isoweekday())

    def timetuple(self):
        year, month, day, hour, minute, second, _ = self._fields()
        return _time.gmtime((self.toordinal() - 719163) * 86400 + hour * 3600 + minute * 60 + second)

    def replace(self, year=None, month=None, day=None): return date(year or self.year, month or self.month, day or self.day)

    def _fields(self):
        return self.year, self.month, self.day, 0, 0, 0, 0

    def strftime(self, format):
        year, month, day, hour, minute, second, micro = self._fields()
        weekday = self.weekday()
        values = {
            "Y": f"{year:04d}", "m": f"{month:02d}", "d": f"{day:02d}", "H": f"{hour:02d}", "M": f"{minute:02d}", "S": f"{second:02d}",
            "f": f"{micro:06d}", "y": f"{year % 100:02d}", "I": f"{(hour + 11) % 12 + 1:02d}", "p": "AM" if hour < 12 else "PM",
            "A": _week_names[weekday], "a": _week_names[weekday][:3], "B": _month_names[month], "b": _month_names[month][:3],
            "j": f"{self.toordinal() - _ordinal(year, 1, 1) + 1:03d}", "w": str((weekday + 1) % 7), "u": str(weekday + 1), "%": "%",
            "F": f"{year:04d}-{month:02d}-{day:02d}", "T": f"{hour:02d}:{minute:02d}:{second:02d}", "D": f"{month:02d}/{day:02d}/{year % 100:02d}",
            "e": f"{day:2d}", "z": "", "Z": "", "h": _month_names[month][:3], "n": "\n", "t": "\t", "R": f"{hour:02d}:{minute:02d}",
        }
        iso = self.isocalendar()
        in_year = self.toordinal() - _ordinal(year, 1, 1)
        values["U"] = f"{(in_year + 7 - (weekday + 1) % 7) // 7:02d}"
        values["W"] = f"{(in_year + 7 - weekday) // 7:02d}"
        values["G"], values["V"] = str(iso.year), f"{iso.week:02d}"
        values["x"], values["X"] = values["D"], values["T"]
        values["c"] = f"{values['a']} {values['b']} {values['e']} {values['T']} {year:04d}"
        result, index = "", 0
        while index < len(format):
            if format[index] == "%" and index + 1 < len(format):
                result += values.get(format[index + 1], "%" + format[index + 1])
                index += 2
            else:
                result += format[index]
                index += 1
        return result

    def __format__(self, spec): return self.strftime(spec) if spec else str(self)
    def __str__(self): return self.isoformat()
    def __repr__(self): return f"datetime.date({self.year}, {self.month}, {self.day})"
    def _order(self): return self._fields()
    def __eq__(self, other): return type(self) is type(other) and self._order() == other._order()
    def __lt__(self, other): return self._order() < other._order()
    def __le__(self, other): return self._order() <= other._order()
    def __gt__(self, other): return self._order() > other._order()
    def __ge__(self, other): return self._order() >= other._order()
    def __hash__(self): return hash(self._order())

    def __add__(self, other):
        return date.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() - other.days)
        return timedelta(days=self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented


class IsoCalendarDate(namedtuple("IsoCalendarDate", ("year", "week", "weekday"))):
    """A day by the number of its week."""

    def __repr__(self):
        return "datetime." + super().__repr__()


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0):
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond

    def isoformat(self):
        text = f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        return f"{text}.{self.microsecond:06d}" if self.microsecond else text

    def __str__(self): return self.isoformat()

    def __repr__(self):
        parts = [self.hour, self.minute] + ([self.second] if self.second or self.microsecond else []) + ([self.microsecond] if self.microsecond else [])
        return f"datetime.time({', '.join(map(str, parts))})"


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        super().__init__(year, month, day)
        for name, value, limit in (("hour", hour, 24), ("minute", minute, 60), ("second", second, 60)):
            if not 0 <= value < limit:
                raise ValueError(f"{name} must be in 0..{limit - 1}")
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        return cls._from_total(round(_time.time() * 1000000))

    today = now

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        fields = _time.localtime(timestamp)
        return cls(*fields[:6], round(timestamp % 1 * 1000000) % 1000000)

    @classmethod
    def combine(cls, day, moment):
        return cls(day.year, day.month, day.day, moment.hour, moment.minute, moment.second, moment.microsecond)

    @classmethod
    def fromisoformat(cls, text):
        day, _, moment = text.replace("T", " ").partition(" ")
        seconds, _, micro = moment.partition(".")
        parts = day.split("-") + [part for part in seconds.split(":") if part]
        if len(day.split("-")) != 3 or not all(part.isdigit() for part in parts + [micro or "0"]):
            raise ValueError(f"Invalid isoformat string: {text!r}")
        fields = [int(part) for part in parts]
        if micro:
            fields += [0] * (6 - len(fields)) + [int(micro.ljust(6, "0"))]
        return cls(*fields)

    @classmethod
    def strptime(cls, text, format):
        import re
        patterns = {"Y": r"(?P<Y>\d{4})", "m": r"(?P<m>\d{1,2})", "d": r"(?P<d>\d{1,2})", "H": r"(?P<H>\d{1,2})", "M": r"(?P<M>\d{1,2})",
                    "S": r"(?P<S>\d{1,2})", "f": r"(?P<f>\d{1,6})", "y": r"(?P<y>\d{2})", "b": r"(?P<b>[A-Za-z]{3})", "B": r"(?P<B>[A-Za-z]+)", "%": "%"}
        expression = re.sub(r"%(.)", lambda m: patterns[m.group(1)], re.sub(r"([.()\[\]+*?^$])", r"\\\1", format))
        match = re.match(expression, text)
        if match is None:
            raise ValueError(f"time data {text!r} does not match format {format!r}")
        if match.end() < len(text):
            raise ValueError(f"unconverted data remains: {text[match.end():]}")
        found = match.groupdict()
        month = int(found.get("m", 1))
        for key, names in (("b", [name[:3] for name in _month_names]), ("B", _month_names)):
            if key in found:
                month = names.index(found[key])
        year = int(found["Y"]) if "Y" in found else 2000 + int(found["y"]) if "y" in found else 1900
        return cls(year, month, int(found.get("d", 1)), int(found.get("H", 0)), int(found.get("M", 0)), int(found.get("S", 0)),
                   int(found.get("f", "0").ljust(6, "0")))

    def _fields(self):
        return self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond

    def date(self): return date(self.year, self.month, self.day)
    def time(self): return time(self.hour, self.minute, self.second, self.microsecond)

    def timestamp(self):
        return _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1)) + self.microsecond / 1000000

    def isoformat(self, sep="T", timespec="auto"):
        moment = self.time().isoformat() if timespec != "seconds" else f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        return date.isoformat(self) + sep + moment

    def replace(self, **changes):
        fields = dict(zip(("year", "month", "day", "hour", "minute", "second", "microsecond"), self._fields()))
        fields.update(changes)
        return datetime(**fields)

    def __str__(self): return self.isoformat(" ")

    def __repr__(self):
        fields = list(self._fields())
        while len(fields) > 5 and fields[-1] == 0:
            fields.pop()
        return f"datetime.datetime({', '.join(map(str, fields))})"

    def _total(self):
        return ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond

    @classmethod
    def _from_total(cls, total):
        days, rest = divmod(total, 86400000000)
        seconds, micro = divmod(rest, 1000000)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro)

    def __add__(self, other):
        return datetime._from_total(self._total() + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return datetime._from_total(self._total() - other._total)
        return timedelta(microseconds=self._total() - other._total()) if isinstance(other, datetime) else NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
timedelta.resolution = timedelta(microseconds=1)


class timezone:
    utc = None

    def __init__(self, offset=None, name=None):
        self.offset = offset


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc
