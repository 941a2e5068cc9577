# Random bytes and bits: how many there are, and refusals.
import random
random.seed(3)
print(random.randbytes(5), random.randbytes(0), random.getrandbits(40), len(random.randbytes(1000)))
for call in (lambda: random.randbytes(-1), lambda: random.getrandbits(-1)):
    try:
        call()
    except ValueError as error:
        print(error)
