import cmath
inf=float("inf"); nan=float("nan")
for f in ["sqrt","exp","log","sin","cos","tan","sinh","cosh","tanh","asin","acos","atan","asinh","acosh","atanh","log10"]:
    for z in [complex(inf,0), complex(-inf,0), complex(0,inf), complex(nan,0), complex(inf,nan), complex(0,nan), complex(-0.0,0.0), complex(1,inf), complex(inf,inf), complex(1,-0.0),complex(nan,inf), complex(-inf, 1), complex(-inf,nan),complex(1e300,1e300), complex(1e-300,0),complex(2,0),complex(0,2)]:
        try: print(f, z, getattr(cmath,f)(z))
        except Exception as e: print(f, z, type(e).__name__, e)
for z in [complex(inf,nan), complex(nan,1), complex(-0.0,-0.0)]:
    print(cmath.polar(z), cmath.phase(z), cmath.isfinite(z), cmath.isnan(z), cmath.isinf(z))
for a in [(inf,nan),(inf,1),(nan,0),(0,nan),(1,inf),(-inf, 2)]:
    try: print(cmath.rect(*a))
    except Exception as e: print(e)
print(cmath.isclose(1+1j, 1+1.0000000001j), cmath.isclose(inf, inf), cmath.infj, cmath.nanj, cmath.tau)
print(cmath.log(-1), cmath.log(8, 2), cmath.log(1j, 10))
