# Delete in JSON, halves of pairs by number, numbers that are no bytes, bits without a name, parameters of bound methods.
import inspect
import json
import re

print(json.dumps("a\x7fb"), len(json.dumps("\x7f", ensure_ascii=False)))
print(ascii("%c" % 0xD800), ascii("{:c}".format(0xDC00)))
try:
    int.from_bytes([300], "big")
except ValueError as error:
    print(error)
print(repr(re.I | 512), repr(re.RegexFlag(512)))


class Counter:
    def step(self, by=1, *rest, quiet, **more):
        pass

    @classmethod
    def make(cls, start):
        pass


print(inspect.getfullargspec(Counter().step))
print(inspect.getfullargspec(Counter.make).args, inspect.signature(Counter().step))
