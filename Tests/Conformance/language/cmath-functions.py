# Checks every function of cmath at points of all four quadrants.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


from cmath import *
import cmath
points = [1+2j, -1.5+0.3j, 0.2-0.7j, 3, -2, 1j, -1j, 0.5, 2-3j, 0j]
for name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan", "asinh", "acosh", "atanh", "phase", "polar"):
    for z in points:
        try: print(name, z, getattr(cmath, name)(z))
        except ValueError as e: print(name, z, e)
check(
    lambda: (isclose(1j, 1j + 1e-12), rect(1, 0), rect(2, 1.5), infj, nanj, e, tau, pi, inf, cmath.nan, isnan(nanj), isinf(infj), isfinite(1j), log(8, 2)),
    lambda: sqrt("a"),
    lambda: isclose(1, 2, rel_tol=-1),
    lambda: (complex(-0.0, -0.0), complex(complex(1, -0.0))),
)
