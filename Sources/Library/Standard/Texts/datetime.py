# datetime: moments, with or without a time zone.
import time as _time

from _source import show_module
from datetime import _check_clock, _clock_text, _from_ordinal, _parse_clock, _parse_day, _read, _zone_text, date, time, timedelta, timezone


@show_module
class datetime(date):
    """A day and a time of day."""

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        for name, value, position in (("month", month, 2), ("day", day, 3)):
            if value is None:
                raise TypeError(f"function missing required argument '{name}' (pos {position})")
        super().__init__(year, month, day)
        _check_clock(hour, minute, second, microsecond)
        if tzinfo is not None and not hasattr(tzinfo, "utcoffset"):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tzinfo).__name__}'")
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time(), timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if tz is None:
            fields = _time.localtime(timestamp // 1)
            return cls(*fields[:6], round(timestamp % 1 * 1000000) % 1000000)
        moment = cls._from_total(719163 * 86400000000 + round(timestamp * 1000000), tz)
        return moment + tz.utcoffset(moment)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_total(719163 * 86400000000 + round(timestamp * 1000000))

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, *time._fields(), time.tzinfo if tzinfo is None else tzinfo)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        size = 10 if date_string[4:5] == "-" else 8
        day = _parse_day(date_string[:size], date_string)
        return cls(*day, *(_parse_clock(date_string[size + 1:], date_string) if len(date_string) > size else ()))

    @classmethod
    def strptime(cls, date_string, format, /):
        return cls(*_read(date_string, format))

    def _fields(self):
        return self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def timestamp(self):
        if self.tzinfo is not None:
            return (self._total() - self.utcoffset()._total - 719163 * 86400000000) / 1000000
        return _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1)) + self.microsecond / 1000000

    def astimezone(self, tz=None):
        """The same moment in another zone; one without a zone is local."""
        local = datetime(*_time.localtime(self.timestamp() // 1)[:6]).replace(microsecond=self.microsecond)
        here = timezone(local - datetime.utcfromtimestamp(self.timestamp()))
        aware = self if self.tzinfo is not None else self.replace(tzinfo=here)
        tz = here if tz is None else tz
        moment = (aware - aware.utcoffset()).replace(tzinfo=tz)
        return tz.fromutc(moment)

    def utctimetuple(self):
        return (self if self.tzinfo is None else self - self.utcoffset()).timetuple()

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self, timespec) + _zone_text(self.utcoffset())

    def replace(self, **changes):
        fields = dict(zip(("year", "month", "day", "hour", "minute", "second", "microsecond"), self._fields()), tzinfo=self.tzinfo)
        return type(self)(**(fields | changes))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        fields = list(self._fields())
        while len(fields) > 5 and fields[-1] == 0:
            fields.pop()
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.datetime({', '.join(map(str, fields))}{zone})"

    def _total(self):
        return ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond

    @classmethod
    def _from_total(cls, total, tzinfo=None):
        days, rest = divmod(total, 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, tzinfo)

    def _order(self):
        offset = self.utcoffset()
        return self._total() - (0 if offset is None else offset._total)

    def _compared(self, other, test, ordered=True):
        if isinstance(other, datetime) and (self.tzinfo is None) != (other.tzinfo is None):
            if ordered:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return False
        if ordered and isinstance(other, date) and not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return super()._compared(other, test)

    def __add__(self, other):
        return type(self)._from_total(self._total() + other._total, self.tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_total(self._total() - other._total, self.tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=self._order() - other._order())


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
