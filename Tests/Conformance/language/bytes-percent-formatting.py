print(b"%d %s %r %a %x %c %5.2f %b" % (1, b"x", "y", "é", 255, 65, 3.14159, b"z"))
print(b"%(a)s" % {b"a": b"v"}, b"%-5d|%05d|%+d" % (3, 4, 5), b"%c" % b"q", bytearray(b"%i") % 3, b"100%%" % ())
class Buffer:
    def __bytes__(self):
        return b"<buffer>"
print(b"%s|%10b|%-10s|%.2s" % (Buffer(), b"ab", b"cd", b"efg"), b"\xff%s" % b"\x00")
for template, values in [(b"%s", "x"), (b"%d", "x"), (b"%c", 300), (b"%c", b"ab"), (b"%s %s", b"x"), (b"a", 1), (b"%z", 1), (b"%(a)s", b"x")]:
    try:
        print(template % values)
    except Exception as error:
        print(type(error).__name__, error)
