# Checks decimal: arithmetic, rounding, functions, formats, contexts and signals.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


from decimal import *
import decimal, math, random
check(
    lambda: (Decimal("0.1") + Decimal("0.2"), Decimal(1) / Decimal(3), Decimal("1.10") * 2, Decimal(0.1), Decimal("1E+3"), Decimal("-0"), Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN"), Decimal((0, (1, 2, 3), -2))),
    lambda: (Decimal("2").sqrt(), Decimal("2") ** 10, Decimal(2) ** Decimal("0.5"), Decimal(2) ** -1, Decimal("10").ln(), Decimal("10").log10(), Decimal(1).exp()),
    lambda: (Decimal("3.14159").quantize(Decimal("0.01")), Decimal("2.5").quantize(Decimal("1")), Decimal("2.5").quantize(Decimal("1"), rounding=ROUND_HALF_UP), Decimal("2.675").quantize(Decimal("0.01"), ROUND_DOWN)),
    lambda: Decimal("a"),
    lambda: Decimal([]),
    lambda: Decimal(1) / 0,
    lambda: Decimal(0) / 0,
    lambda: Decimal("1") + 1.5,
    lambda: (Decimal("1.5") == 1.5, Decimal("1.1") == 1.1, Decimal("1.5") < 2, Decimal("1.5") > 1.2, hash(Decimal(1)) == hash(1), hash(Decimal("1.5")) == hash(1.5)),
    lambda: (int(Decimal("3.9")), float(Decimal("0.1")), round(Decimal("2.5")), round(Decimal("2.675"), 2), str(Decimal("1.50")), repr(Decimal("1.50")), bool(Decimal(0)), abs(Decimal("-1.5")), -Decimal("1"), +Decimal("1")),
    lambda: (Decimal("7") // 2, Decimal("7") % 3, Decimal("-7") // 2, Decimal("-7") % 3, divmod(Decimal(7), 2)),
    lambda: (f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.5'):.0%}", f"{Decimal('1.5'):10}|", f"{Decimal('1e10')}", f"{Decimal('12345.678'):.3e}", format(Decimal("1.23"), "08.1f"), f"{Decimal('3.14159'):.2f}", "%.2f" % Decimal("1.239")),
    lambda: (Decimal("1.23").as_tuple(), Decimal("1.50").normalize(), Decimal("100").normalize(), Decimal("1.5").as_integer_ratio(), Decimal("1e3").to_integral_value(), Decimal("2.5").to_integral(), Decimal("1.5").is_nan(), Decimal("1").adjusted(), Decimal("123.4").scaleb(2), Decimal("1").compare(Decimal("2")), Decimal("1.2").copy_sign(Decimal(-1)), Decimal("123").number_class(), Decimal("5").max(3), Decimal("5").min(Decimal(3)), Decimal("1.2").is_signed(), Decimal("12").logb(), Decimal(7).remainder_near(4), Decimal("1.000").is_zero(), Decimal("3").fma(2, 1)),
    lambda: getcontext().prec,
)
getcontext().prec = 6
check(
    lambda: (Decimal(1) / 7, Decimal("1.23456789"), +Decimal("1.23456789")),
)
with localcontext() as ctx: ctx.prec = 3; print(Decimal(1) / 7)
check(
    lambda: getcontext(),
)
getcontext().prec = 28
check(
    lambda: (sum([Decimal("0.1")] * 10), max(Decimal(1), 2), sorted([Decimal(3), 1, Decimal("2.5")]), sum(map(Decimal, ["1.1", "2.2"]))),
    lambda: (Decimal("1E-7"), Decimal("0.000001"), Decimal("1E-10") * 3, Decimal("123E5"), Decimal("0E2"), Decimal("0.00"), Decimal(10**30), Decimal("1e400")),
    lambda: (Decimal("1.5").to_eng_string(), Decimal("1E+4").to_eng_string(), Decimal.from_float(0.5), Decimal("1_000"), Decimal(" 1.5 ")),
    lambda: (Decimal(True), Decimal("inf") - Decimal("1"), Decimal("inf") > 1),
    lambda: Decimal("inf") - Decimal("inf"),
    lambda: Decimal("-1").sqrt(),
    lambda: Decimal("1") < "a",
    lambda: Decimal("1") + "a",
    lambda: random.seed(1),
)
def rnd():
    n = random.choice([1, 3, 8, 20, 30]); s = str(random.randrange(10 ** n)); e = random.choice([0, 0, -2, -5, 3, -10, -30, 12])
    return Decimal(random.choice(["", "-"]) + s + "E" + str(e))
def tryit(f, *a):
    try: return str(f(*a))
    except ArithmeticError as e: return type(e).__name__ + str(e)
for i in range(100):
    a = abs(rnd()); print(i, a, tryit(a.sqrt), tryit(a.ln), tryit(a.log10), a.normalize(), a.to_eng_string(), a.adjusted())
for i in range(60):
    a = Decimal(random.randrange(-10**6, 10**6)) / 10 ** random.randrange(1, 8); print(i, a, tryit(a.exp), tryit(lambda: abs(a) ** Decimal("1.37")), tryit(lambda: a ** 3), tryit(lambda: a ** -2))
for i in range(40):
    a = rnd(); spec = random.choice(["", "<", ">", "^", "*^", "=", "0"]) + random.choice(["", "+", " "]) 
    spec = random.choice(["", "*<", ">", "^", "*^", "0="]) + random.choice(["", "+", " "]) + random.choice(["", "8", "20", "020"]) + random.choice(["", ","]) + random.choice(["", ".0", ".2", ".5"]) + random.choice(["", "f", "e", "g", "%", "E", "n"])
    if ",n" in spec or ("," in spec and spec.endswith("n")): continue
    try: print(i, a, spec, "[" + format(a, spec) + "]")
    except ValueError as e: print(i, a, spec, e)
for m in [ROUND_HALF_UP, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP]: print(m, [str(Decimal(x).quantize(Decimal("0.1"), m)) for x in ["0.05", "-0.05", "0.15", "0.149", "-0.25", "1.01", "2.5", "0.51"]])
getcontext().prec = 5
for i in range(10):
    a, b = rnd(), rnd(); print(i, a, b, tryit(lambda: a + b), tryit(lambda: a - b), tryit(lambda: a * b), tryit(lambda: a / b), tryit(lambda: +a))
getcontext().prec = 28
check(
    lambda: Decimal("1e999999") * 10,
    lambda: Decimal("1e-999999") / 10 ** 40,
    lambda: (Decimal("NaN") + 1, Decimal("sNaN") == 1, Decimal("NaN") == Decimal("NaN"), Decimal("-0") == 0, str(-Decimal(0)), Decimal("-0.0"), abs(Decimal("-0")), Decimal(0) * -1),
    lambda: Decimal("sNaN") + 1,
    lambda: Decimal("NaN") < 1,
    lambda: Decimal(0) ** 0,
    lambda: (Decimal(0) ** -1, Decimal("inf") ** 2, Decimal("inf") ** -1, Decimal("-inf") ** 3, Decimal("0.5") ** Decimal("inf"), Decimal(2) ** Decimal("-inf")),
    lambda: Decimal(-8) ** Decimal("0.5"),
    lambda: (Decimal(1).exp(), Decimal(0).exp(), Decimal("100").ln(), Decimal(1000).log10(), Decimal(1).ln()),
    lambda: Decimal(0).ln(),
    lambda: Decimal(-1).ln(),
    lambda: int(Decimal("NaN")),
    lambda: int(Decimal("inf")),
    lambda: (round(Decimal("1.25"), 1), round(Decimal("-1.5")), round(Decimal("1.25"), -1)),
    lambda: (math.floor(Decimal("-1.5")), math.ceil(Decimal("1.2")), math.trunc(Decimal("-1.7"))),
    lambda: (Decimal("1.23").compare(Decimal("1.230")), Decimal("12").same_quantum(Decimal("3")), Decimal("7").fma(2, 3), pow(Decimal(3), 4, 5)),
    lambda: (Decimal("123.456").quantize(Decimal("1e2")), Decimal("1e30").quantize(Decimal("1e5"))),
    lambda: Decimal("1e30").quantize(Decimal("1e-5")),
    lambda: (float(Decimal("1e400")), Decimal("5").next_plus(), Decimal(5).next_minus()),
    lambda: (1 + Decimal(1), 10 / Decimal(4), 2 ** Decimal(3), 7 // Decimal(2), -Decimal("5.0"), divmod(7, Decimal(2))),
)
