# Checks bytes and bytearray: methods, operators, item assignment, error texts.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


check(
    lambda: (b"abc", b'a"b', b"a'b", b"\x00\xff\n\t\\", bytes(3), bytes([1,2]), bytes("é", "utf-8"), bytes(b"a"), bytes(range(3))),
    lambda: bytes("a"),
    lambda: bytes(-1),
    lambda: bytes([256]),
    lambda: bytes(["a"]),
    lambda: bytes(1.5),
    lambda: bytes(1, "a"),
    lambda: (b"abc"[0], b"abc"[1:], b"abc"[-1], list(b"ab"), len(b"abc"), b"a" + b"b", b"a" * 3, b"a" in b"abc", 97 in b"abc", b"a" < b"b", b"a" == "a"),
    lambda: b"a" + "b",
    lambda: "a" + b"b",
    lambda: "a" in b"abc",
    lambda: b"abc"[5],
    lambda: (b"abc".upper(), b"abc".hex(), bytes.fromhex("61 62"), b"a,b".split(b","), b",".join([b"a", b"b"]), b"abc".find(b"b"), b"abc".replace(b"a", b"x"), b" a ".strip(), b"abc".startswith(b"a"), b"abc".decode(), b"abc".isalpha(), b"abc".count(b"a"), b"abc".index(b"c"), b"ABC".lower(), b"abc".title()),
    lambda: (b"abc".hex(":"), b"abcd".hex(" ", 2), b"a".zfill(3), b"a".center(5), b"a".ljust(3, b"x"), b"abc".rfind(98), b"a\nb".splitlines(), b"abc".partition(b"b"), b"a".rjust(3), b"xax".strip(b"x"), b"abc".removeprefix(b"a"), b"abc".translate(None, b"a"), b"aXb".swapcase(), b"a-b".capitalize(), b"a\tb".expandtabs(4)),
    lambda: (bytes.maketrans(b"ab", b"xy")[97:99], b"aab".translate(bytes.maketrans(b"ab", b"xy"))),
    lambda: b"abc".foo,
    lambda: bytes.fromhex("6"),
    lambda: bytes.fromhex("zz"),
    lambda: (hash(b"a") == hash(b"a"), {b"a": 1}[b"a"], b"abc"[::-1], sorted(b"cab"), max(b"abc"), bytes(reversed(b"abc"))),
)
try:
    b"abc"[0] = 1
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (str(b"a"), repr(b"a"), f"{b'a'}", f"{b'a'!r}", "%s" % b"a"),
    lambda: f"{b'a':>5}",
    lambda: (bytearray(b"abc"), bytearray(3), bytearray([1,2]), bytearray("a", "utf-8"), bytearray()),
)
ba = bytearray(b"abc")
ba[0] = 120
check(
    lambda: ba.append(33),
    lambda: ba.extend(b"yz"),
)
ba += b"!"
ba[1:3] = b"QQQ"
del ba[0]
check(
    lambda: ba,
    lambda: ba.insert(0, 65),
    lambda: (ba.pop(), ba.reverse(), ba, ba.remove(65)),
    lambda: ba.append(256),
    lambda: ba.append("a"),
)
try:
    ba[0] = 300
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (ba == bytes(ba), bytes(ba), ba.decode(), ba.hex(), ba.find(b"Q"), ba.copy() is ba, len(ba), ba[0], ba[:2], ba * 2, list(ba)),
    lambda: ba.clear(),
    lambda: ba,
    lambda: hash(bytearray()),
    lambda: bytearray(b"x").foo,
    lambda: (type(bytearray(b"a") + b"b"), type(b"a" + bytearray(b"b")), type(bytearray(b"abc").upper()), isinstance(bytearray(), bytes)),
    lambda: int.from_bytes(bytearray(b"\x01\x02"), "big"),
)
