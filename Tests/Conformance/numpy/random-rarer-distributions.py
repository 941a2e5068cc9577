import numpy as np

for source in (np.random.default_rng(3), np.random.RandomState(3)):
    print(source.vonmises(0, 1, 3), source.vonmises(1, 1e-9), source.wald(1, 2, 3))
    print(source.zipf(1.5, 8), source.logseries(0.9, 8))
    print(source.hypergeometric(5, 5, 4, 6), source.hypergeometric(50, 30, 40, 6), source.hypergeometric(100, 10, 100, 4))
    print(source.noncentral_chisquare(3, 2, 3), source.noncentral_chisquare(0.5, 2, 2), source.noncentral_f(3, 20, 2, 3))
    print(source.normal(size=2))
    for wrong in (lambda: source.zipf(1), lambda: source.hypergeometric(1, 2, 4), lambda: source.wald(0, 1), lambda: source.vonmises(0, -1)):
        try:
            wrong()
        except ValueError as error:
            print(error)
