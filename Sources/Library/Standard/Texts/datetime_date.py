# datetime: days of the calendar.
import time as _time
from collections import namedtuple

from _source import show_module
from datetime import _formatted, _parse_day, timedelta

_days_before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_month_days = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
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


@show_module
class date:
    """A day."""

    def __init__(self, year, month, day):
        for value in (year, month, day):
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
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
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromisocalendar(cls, year, week, day):
        # The first week is that of the fourth of January.
        fourth = cls(year, 1, 4)
        return cls.fromordinal(fourth.toordinal() - fourth.weekday() + (week - 1) * 7 + day - 1)

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_parse_day(text, text))

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

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month, self.day if day is None else day)

    def _fields(self):
        return self.year, self.month, self.day, 0, 0, 0, 0

    def strftime(self, format):
        return _formatted(self, format)

    def __format__(self, spec): return self.strftime(spec) if spec else str(self)
    def __str__(self): return self.isoformat()
    def __repr__(self): return f"datetime.date({self.year}, {self.month}, {self.day})"
    def _order(self): return self.toordinal()

    def _compared(self, other, test, ordered=True):
        # A date and a moment cannot be compared.
        if not isinstance(other, date) or hasattr(self, "hour") != hasattr(other, "hour"):
            return NotImplemented
        return test(self._order(), other._order())

    def __eq__(self, other): return self._compared(other, lambda a, b: a == b, False)
    def __lt__(self, other): return self._compared(other, lambda a, b: a < b)
    def __le__(self, other): return self._compared(other, lambda a, b: a <= b)
    def __gt__(self, other): return self._compared(other, lambda a, b: a > b)
    def __ge__(self, other): return self._compared(other, lambda a, b: a >= b)
    def __hash__(self): return hash(self._order())

    def __add__(self, other):
        return date.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() - other.days)
        if not isinstance(other, date) or hasattr(other, "hour"):
            return NotImplemented
        return timedelta(days=self.toordinal() - other.toordinal())


class IsoCalendarDate(namedtuple("IsoCalendarDate", ("year", "week", "weekday"))):
    """A day by the number of its week."""

    def __repr__(self):
        return "datetime." + super().__repr__()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
