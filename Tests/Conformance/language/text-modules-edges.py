# Checks re, json, statistics, textwrap, datetime and io at their edges.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


import re, json, statistics, string, textwrap, pprint, copy, operator, random, time, datetime, io, math, os
check(
    lambda: (re.match(r"(\w+) (\w+)", "hello world").groups(), re.match("a", "b"), re.search(r"\d+", "ab12").group(), re.search(r"\d+", "ab12").span(), re.fullmatch("a+", "aaa") is not None),
)
m = re.match(r"(?P<first>\w+)-(?P<second>\d+)?", "ab-")
check(
    lambda: (m.groupdict(), m.group("first"), m.groups(), m.groups("x"), m.start(), m.end("first"), m.lastindex, m.lastgroup, m[0], m["first"], m.string, m.re.pattern, m.pos, m.endpos, m.expand(r"\1!\g<first>")),
    lambda: m.group("zz"),
    lambda: m.group(9),
    lambda: m[5],
    lambda: (re.findall(r"\d", "a1b2"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(\w)\d", "a1b2"), re.findall("", "ab"), re.findall(r"a|b*", "abb")),
    lambda: (re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.split(r"\s+", " a b "), re.split("(a)|b", "xaybz")),
    lambda: (re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaa", count=2), re.sub(r"(?P<x>a)", r"[\g<x>]", "cat"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "banana"), re.sub(r"\s+", " ", "a  b\t\nc"), re.sub("a", r"\\", "a"), re.sub("a", r"\n", "a"), re.sub("(a)(b)?", r"\1\2", "ac")),
    lambda: re.sub("a", r"\5", "a"),
    lambda: re.sub("a", r"\g<zz>", "a"),
    lambda: re.sub("a", r"\q", "a"),
    lambda: re.compile("("),
    lambda: re.compile(")"),
    lambda: re.compile("["),
    lambda: re.compile("*"),
    lambda: re.compile("a**"),
    lambda: re.compile("a{2,1}"),
    lambda: re.compile(r"(?P<1a>x)"),
    lambda: re.compile(r"(?P<a>x)(?P<a>y)"),
    lambda: re.compile("\\"),
    lambda: re.compile("(?z)"),
    lambda: re.compile(r"\1"),
    lambda: re.compile("[z-a]"),
    lambda: re.compile("(?<=a+)b"),
    lambda: ([(m.group(), m.start()) for m in re.finditer(r"\w+", "ab cd")], [m.span() for m in re.finditer("", "ab")]),
)
re.search("A", "a", re.I).group(), re.findall("^a", "a\na", re.M), re.search("a.b", "a\nb", re.S) is not None, re.compile(r"""a  # comment
 b""", re.X).match("ab").group(), re.search("(?i)A", "a").group(), re.search(r"(?s:.)", "\n") is not None
check(
    lambda: (re.search(r"(?<=a)b", "ab").group(), re.search(r"(?<!a)b", "cb").group(), re.search(r"a(?=b)", "ab").group(), re.search(r"a(?!b)", "ac").group(), re.search(r"(?:ab)+", "abab").group(), re.search(r"(a)\1", "aa").group(), re.search(r"(?P<q>['\"]).*?(?P=q)", "x'y'z").group(), re.search(r"(a)?b(?(1)c|d)", "abc").group()),
    lambda: (re.search(r"a+?", "aaa").group(), re.search(r"a{2}", "aaa").group(), re.search(r"a{2,}", "aaaa").group(), re.search(r"a{,2}", "aaa").group(), re.search(r"a{1,2}?", "aaa").group(), re.findall(r"[^abc]", "abcd"), re.findall(r"[\w-]+", "a-b c"), re.findall(r"\bfoo\b", "foo foobar"), re.findall(r"\Bo", "foo"), re.findall(r"[a-c0-2]", "a1d9"), re.findall(r"\AA|Z\Z", "AZ"), re.findall(r".", "a\nb"), re.findall(r"\$\d", "$5"), re.findall(r"[.]", "a.b"), re.findall(r"\S+", "a b"), re.findall(r"\D", "1a"), re.findall(r"\W", "a b"), re.findall("é", "café"), re.findall(r"\w+", "naïve 日本"), re.findall(r"\x41\u0042\t?", "AB")),
    lambda: (re.escape("a.b*c d-e_f"), re.purge(), re.match("a", "ab").end(), repr(re.match("a", "ab")), re.template if False else 0),
)
p = re.compile(r"(\d+)-(\d+)")
check(
    lambda: (p.findall("1-2 3-4"), p.sub(r"\2-\1", "1-2"), p.match("x1-2", 1).group(), p.search("1-2 3-4", 3).group(), p.groups, p.groupindex, p.pattern, p.split("a1-2b"), p.fullmatch("1-2") is not None, p.sub(lambda m: f"{m[1]}+{m[2]}", "5-6 7-8", count=1)),
    lambda: re.match(5, "a"),
    lambda: re.match("a", 5),
    lambda: (re.compile("a") == re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")), re.compile(re.compile("a")).pattern),
)
try:
    re.compile("a(b")
except re.error as e: print(e, e.msg, e.pos, e.pattern)
check(
    lambda: (json.dumps({"a": [1, 2.5, None, True, "é\n\"\\"], "b": {}}), json.dumps([]), json.dumps("é", ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, 2], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps((1, 2)), json.dumps(float("inf")), json.dumps(1e20), json.dumps(10**20), json.dumps("\x00\x1f\u2028😀")),
    lambda: print(json.dumps({"a": [1, {"b": 2}], "c": {}, "d": []}, indent=2)),
    lambda: print(json.dumps([1, [2]], indent="\t")),
    lambda: print(json.dumps({"a": 1}, indent=0)),
    lambda: print(json.dumps([1, 2], indent=4, separators=(", ", " : "))),
    lambda: json.dumps({1, 2}),
    lambda: json.dumps(object),
    lambda: json.dumps({(1, 2): 3}),
    lambda: json.dumps({(1, 2): 3, "a": 1}, skipkeys=True),
    lambda: json.dumps(float("nan"), allow_nan=False),
    lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True),
    lambda: (json.dumps({1, 2}, default=list), json.dumps(5, default=str), json.dumps(3+0)),
)
a = []
check(
    lambda: a.append(a),
    lambda: json.dumps(a),
)
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
check(
    lambda: json.dumps({"s": {2, 1}}, cls=Enc),
    lambda: json.dumps(object(), cls=Enc),
    lambda: (json.loads('{"a": [1, 2.5, null, true, false, "x\\u00e9\\n"]}'), json.loads("1e5"), json.loads(" [1 , 2] "), json.loads('"\\ud83d\\ude00"'), json.loads("-0"), json.loads("-0.0"), json.loads("NaN"), json.loads("Infinity"), json.loads("12345678901234567890"), json.loads(b'{"a": 1}'), json.loads('{"a": 1, "a": 2}')),
    lambda: json.loads(""),
    lambda: json.loads("[1,]"),
    lambda: json.loads("{'a': 1}"),
    lambda: json.loads('{"a" 1}'),
    lambda: json.loads('{"a": 1,}'),
    lambda: json.loads("[1 2]"),
    lambda: json.loads("nul"),
    lambda: json.loads('"abc'),
    lambda: json.loads("[1] x"),
    lambda: json.loads('{"a":\n  tru}'),
    lambda: json.loads('"\\x"'),
    lambda: json.loads('"a\nb"'),
    lambda: json.loads("["),
    lambda: json.loads("01"),
    lambda: json.loads("1."),
    lambda: json.loads(5),
    lambda: json.loads('"\\u12"'),
    lambda: json.loads('{1: 2}'),
    lambda: (json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads("[1.5]", parse_float=str), json.loads("[1]", parse_int=float), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list)),
    lambda: (statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 2]), statistics.median([1, 2, 3, 4]), statistics.mode([1, 1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3]), statistics.variance([1, 2, 3]), statistics.pvariance([1, 2, 3, 4]), statistics.multimode([1, 1, 2, 2]), statistics.fmean([1, 2]), statistics.harmonic_mean([1, 2, 4]), statistics.geometric_mean([1, 2, 4]), statistics.quantiles([1, 2, 3, 4, 5]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.mean([1.5, 2.5]), statistics.mean([1, 2]), statistics.mode("aab"), statistics.median_grouped([1, 2, 3])),
    lambda: statistics.mean([]),
    lambda: statistics.median([]),
    lambda: statistics.mode([]),
    lambda: statistics.stdev([1]),
    lambda: statistics.variance([]),
    lambda: statistics.mean(["a"]),
    lambda: (statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.covariance([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6])),
    lambda: (string.ascii_letters, string.digits, string.punctuation, string.whitespace, string.hexdigits, string.octdigits, string.ascii_lowercase, string.ascii_uppercase, string.printable),
    lambda: (string.capwords("hello world"), string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$a $c").safe_substitute(a=1)),
    lambda: string.Template("$a").substitute(),
    lambda: string.Template("$").substitute(),
    lambda: (textwrap.wrap("the quick brown fox jumps over the lazy dog", 15), textwrap.fill("a b c d e f", 5), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("a\n\nb", "> "), textwrap.shorten("hello world foo bar", 12), textwrap.shorten("hello world", width=8, placeholder="..."), textwrap.wrap("supercalifragilistic", 8), textwrap.fill("hello there", width=8, initial_indent="* ", subsequent_indent="  "), textwrap.wrap(""), textwrap.wrap("a-b well-known thing", 8)),
    lambda: pprint.pprint({"b": 1, "a": [1, 2]}),
    lambda: pprint.pprint(list(range(40))),
    lambda: pprint.pprint({"key" + str(i): "v" * 10 for i in range(5)}),
    lambda: pprint.pprint([["nested", ["list"] * 3] * 3] * 2, width=40),
    lambda: pprint.pprint("short"),
    lambda: pprint.pprint({"a": {"b": {"c": {}}}}, depth=2),
    lambda: pprint.pprint({"z": 1, "a": 2}, sort_dicts=False),
    lambda: pprint.pprint((1,)),
    lambda: pprint.pprint({1, 2}),
    lambda: pprint.pprint(["a" * 50, "b" * 50]),
    lambda: pprint.pprint("word " * 30),
    lambda: pprint.pprint({"a": "word " * 20}),
    lambda: pprint.pprint([{"name": "alice", "age": 30, "tags": ["x", "y"]}, {"name": "bob", "age": 25, "tags": []}]),
    lambda: (pprint.pformat({"a": 1}), pprint.pformat([1] * 30, width=30), pprint.pformat([1, 2, 3], indent=4, width=5), pprint.pformat(list(range(30)), compact=True)),
)
x = [1, [2, 3]]
y = copy.copy(x)
z = copy.deepcopy(x)
check(
    lambda: x[1].append(4),
    lambda: (y, z, copy.copy({1: 2}), copy.copy("a"), copy.deepcopy((1, [2])), copy.deepcopy({"a": {1}})),
)
class CP:
    def __init__(self): self.a = [1]
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
check(
    lambda: (copy.copy(CP()), copy.deepcopy([CP()])),
)
class CQ:
    def __init__(self): self.a = [1]
q = CQ()
r = copy.copy(q)
s = copy.deepcopy(q)
check(
    lambda: (r.a is q.a, s.a is q.a, type(s).__name__),
)
l = [1]
check(
    lambda: l.append(l),
)
d = copy.deepcopy(l)
check(
    lambda: d[1] is d,
    lambda: copy.replace if hasattr(copy, "replace") else "none",
    lambda: copy.Error,
    lambda: (time.time() > 0, time.perf_counter() > 0, isinstance(time.time_ns(), int), time.sleep(0), time.monotonic() >= 0, time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(0).tm_year, time.process_time() >= 0),
    lambda: time.sleep(-1),
)
D = datetime.datetime
d = D(2024, 2, 29, 13, 5, 9, 123456)
check(
    lambda: (d, str(d), d.isoformat(), d.date(), d.time(), d.year, d.weekday(), d.isoweekday(), d.strftime("%Y-%m-%d %H:%M:%S %A %B %j %a %b %d %y %I %p %f %%"), d.replace(year=2023, day=1), d.timestamp() if False else 0, d.timetuple().tm_yday, d.toordinal()),
    lambda: (datetime.timedelta(days=1, hours=2), str(datetime.timedelta(days=1, hours=2)), datetime.timedelta(hours=25), str(datetime.timedelta(seconds=-1)), datetime.timedelta(days=2) * 3, datetime.timedelta(days=1) / 2, datetime.timedelta(days=1) // datetime.timedelta(hours=5), datetime.timedelta(seconds=90).total_seconds(), datetime.timedelta(milliseconds=1500), datetime.timedelta(weeks=1).days, abs(datetime.timedelta(-1)), -datetime.timedelta(1), datetime.timedelta(1) < datetime.timedelta(2), str(datetime.timedelta(microseconds=5)), datetime.timedelta() == datetime.timedelta(0), bool(datetime.timedelta())),
    lambda: D(2024, 13, 1),
    lambda: D(2024, 2, 30),
    lambda: datetime.date(2023, 2, 29),
    lambda: D(2024, 1, 1, 25),
    lambda: D.strptime("x", "%Y"),
    lambda: D.strptime("2024 z", "%Y"),
    lambda: datetime.timedelta("a"),
    lambda: D.fromisoformat("zz"),
    lambda: (D(2024, 1, 1) == 5, D(2024, 1, 1) == D(2024, 1, 1), {D(2024, 1, 1): 1}, datetime.date(2024, 1, 1) == D(2024, 1, 1)),
)
s = io.StringIO("a\nb\n")
check(
    lambda: (s.readline(), s.read(), s.seek(0), s.readlines(), s.getvalue(), s.tell(), [l for l in io.StringIO("x\ny")], s.write("zz"), s.getvalue(), s.truncate(2), s.getvalue(), s.close(), s.closed),
    lambda: (io.BytesIO(b"abc").read(2), io.BytesIO().write(b"x"), io.StringIO().write("abc")),
    lambda: io.StringIO().write(5),
    lambda: io.StringIO(5),
)
print("x", file=(o := io.StringIO()), end="!")
check(
    lambda: o.getvalue(),
    lambda: (os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.basename("a/b.txt"), os.path.dirname("a/b.txt"), os.path.splitext("a/b.tar.gz"), os.path.exists("nope"), os.path.split("a/b/c"), os.sep, os.path.normpath("a/../b/./c"), os.path.isabs("/a"), os.path.commonprefix(["abc", "abd"])),
)
