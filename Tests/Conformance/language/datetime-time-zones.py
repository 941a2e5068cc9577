# Checks time zones, ISO texts, strptime, comparison and arithmetic of dates, and their errors.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


from datetime import *
a=datetime(2024,1,1,5,6,7,89)
b=datetime(2024,2,29,tzinfo=timezone.utc)
jst=timezone(timedelta(hours=9))
d=date(2024,2,29)
check(
    lambda: (a, b, jst, a.isoformat(), b.isoformat(), b.astimezone(jst), b.astimezone(timezone(-timedelta(hours=5,minutes=30),"X")), str(b), b.tzname(), b.utcoffset(), b.strftime("%z %Z|%c|%x|%X|%U %W %V %G|%p %I|%j|%e|%f|%s"), a.replace(year=2020), a+timedelta(days=1.5), b-timedelta(1), b-b, a.timestamp()==a.timestamp(), b.timestamp()),
    lambda: a < b,
    lambda: (a == b, a != b, a == d, d == d, d < date(2025,1,1)),
    lambda: a < d,
    lambda: d < 5,
    lambda: d + 5,
    lambda: d - a,
    lambda: a - b,
    lambda: (datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, jst), datetime.utcfromtimestamp(86400), datetime.fromisoformat("2024-01-02T03:04:05.123+09:00"), datetime.fromisoformat("20240102T0304"), datetime.fromisoformat("2024-01-02"), date.fromisoformat("20240102"), datetime.fromisoformat("2024-01-02 03:04Z")),
    lambda: datetime.fromisoformat("x"),
    lambda: (datetime.strptime("2024-01-02 +0900","%Y-%m-%d %z"), datetime.strptime("03/Feb/99 11 PM","%d/%b/%y %I %p"), datetime.strptime("2024 060","%Y %j"), datetime.strptime("Monday, January 05, 2024","%A, %B %d, %Y")),
    lambda: datetime.strptime("abc","%Y"),
    lambda: datetime.strptime("2024 x","%Y"),
    lambda: datetime.strptime("2024","%Q"),
    lambda: datetime(2024,1,1,25),
    lambda: datetime(2024),
    lambda: datetime("a",1,1),
    lambda: date(2024,13,1),
    lambda: date(2024,2,30),
    lambda: date(0,1,1),
    lambda: time(25),
    lambda: (time(1,2), time(1,2,3,4), time(1,2,tzinfo=jst), time(1)<time(2), time.fromisoformat("01:02:03"), time(1,2).replace(hour=5), str(time(1,2,3)), f"{time(1,2):%H-%M}", time.max, time(1,2).isoformat("minutes")),
    lambda: (timedelta.max, timedelta.min, timedelta(days=1)/3, timedelta(1)//7, timedelta(hours=5)%timedelta(hours=2), divmod(timedelta(5),timedelta(2)), timedelta(1)*1.5, -timedelta(1,5), timedelta(1)==5, timedelta(0.5), timedelta(seconds=1e-6), timedelta(days=-1,seconds=5), str(timedelta(days=-1,microseconds=5)), repr(timedelta(weeks=1,milliseconds=5))),
    lambda: timedelta(1) < 5,
    lambda: timedelta(1) + 5,
    lambda: timedelta("a"),
    lambda: timezone(timedelta(hours=25)),
    lambda: timezone(5),
    lambda: (d.isocalendar(), d.isocalendar().week, date.fromisocalendar(2024,9,4), d.timetuple()[:8], d.ctime(), d.weekday(), date.min, date.max, d.replace(day=1), f"{d:%d %B}", f"{a:%Y}", f"{d}", [d, a], datetime.min, datetime.max, UTC, timezone.min),
    lambda: (datetime.combine(d, time(1,2)), a.date(), a.time(), b.timetz(), a.isoformat(" ", "minutes"), a.isoformat(timespec="milliseconds"), datetime(2024,1,1).isoformat()),
    lambda: date.max + timedelta(1),
    lambda: (b == datetime(2024,2,29,9,tzinfo=jst), hash(b) == hash(datetime(2024,2,29,9,tzinfo=jst))),
    lambda: (isinstance(a, date), issubclass(datetime, date), datetime.resolution, date.resolution),
)
