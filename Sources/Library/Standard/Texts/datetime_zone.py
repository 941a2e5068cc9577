# datetime: offsets from universal time, and times of day.
from _source import show_module
from datetime import _clock_text, _zone_text, timedelta


@show_module
class tzinfo:
    """The base of time zones; derived classes define `utcoffset`, `dst` and `tzname`."""

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        """The moment in this zone of a moment in universal time."""
        return dt + self.utcoffset(dt)


@show_module
class timezone(tzinfo):
    """A fixed offset from universal time."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " + repr(offset) + ".")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt, /):
        return self._offset

    def dst(self, dt, /):
        return None

    def tzname(self, dt, /):
        if self._name is not None:
            return self._name
        return "UTC" + (_zone_text(self._offset) if self._offset else "")

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._offset!r}{'' if self._name is None else f', {self._name!r}'})"


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _check_clock(hour, minute, second, microsecond):
    for name, value, limit in (("hour", hour, 24), ("minute", minute, 60), ("second", second, 60), ("microsecond", microsecond, 1000000)):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 0 <= value < limit:
            raise ValueError(f"{name} must be in 0..{limit - 1}")


@show_module
class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_clock(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold

    @classmethod
    def fromisoformat(cls, time_string, /):
        from datetime import _parse_clock
        return cls(*_parse_clock(time_string.removeprefix("T"), time_string))

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec) + _zone_text(self.utcoffset())

    def strftime(self, format, /):
        from datetime import datetime
        return datetime(1900, 1, 1, *self._fields(), tzinfo=self.tzinfo).strftime(format)

    def replace(self, **changes):
        fields = dict(zip(("hour", "minute", "second", "microsecond"), self._fields()), tzinfo=self.tzinfo)
        return type(self)(**(fields | changes))

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def _fields(self):
        return self.hour, self.minute, self.second, self.microsecond

    def _order(self):
        offset = self.utcoffset()
        total = (self.hour * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond
        return total - (0 if offset is None else offset._total)

    def _is_aware(self):
        return self.utcoffset() is not None

    def _compared(self, other, operation):
        if not isinstance(other, time):
            return NotImplemented
        if self._is_aware() != other._is_aware():
            raise TypeError("can't compare offset-naive and offset-aware times")
        return operation(self._order(), other._order())

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._is_aware() == other._is_aware() and self._order() == other._order()

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._order())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self.hour, self.minute] + ([self.second] if self.second or self.microsecond else []) + ([self.microsecond] if self.microsecond else [])
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.time({', '.join(map(str, parts))}{zone})"


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
