# Checks groups of exceptions without `except*`: texts, members, parts by class and by condition, and refused members.
group = ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
print(group, repr(group), group.message, group.exceptions, sep="\n")
print(group.subgroup(ValueError), group.subgroup(KeyError), group.split(TypeError), sep="\n")
print(group.subgroup(lambda e: e.args == (3,)), repr(group.derive([OSError("x")])))
print(repr(BaseExceptionGroup("b", [KeyboardInterrupt()])), type(BaseExceptionGroup("b", [ValueError()])).__name__)
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__)
for message, members in (("m", []), ("m", [1]), ("m", 5), (5, [ValueError()]), ("m", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(message, members)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    raise group
except ExceptionGroup as caught:
    print(caught is group, len(caught.exceptions))
