# Checks dates, times and differences: arithmetic, texts, format letters, weeks of the year.
import datetime
import random

random.seed(1)
for i in range(40):
    d = datetime.datetime(random.randint(1900, 2100), random.randint(1, 12), random.randint(1, 28), random.randint(0, 23), random.randint(0, 59), random.randint(0, 59), random.choice([0, 123456, 5]))
    t = datetime.timedelta(days=random.randint(-400, 400), seconds=random.randint(-10**5, 10**5), microseconds=random.choice([0, 1, 999999]))
    print(repr(d), d + t, d - t, repr(t), t, -t, abs(t), t.total_seconds(), t * 2, t / 3, t // 2)
    print(d.strftime("%Y %y %m %d %H %I %M %S %f %p %j %a %A %b %B %w %u %U %W %% %D %F %T %c %x %X %G %V"))
    print(d.isoformat(), d.date().isocalendar(), d.weekday(), d.toordinal(), (d + t) - d == t, d.date() + t, d.time(), d.timetuple()[:8], d.ctime())
    print(datetime.datetime.fromisoformat(d.isoformat()) == d, datetime.datetime.strptime(d.strftime("%d %b %Y %H:%M:%S"), "%d %b %Y %H:%M:%S"))
