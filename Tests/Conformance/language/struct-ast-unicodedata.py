# Checks packed bytes, literal texts and Unicode normal forms.
import ast
import struct
import unicodedata

def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)

check(
    lambda: struct.unpack(">IIII", bytes([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28])),
    lambda: struct.pack("<if", 1, 2.0) + struct.pack(">h?3s", -2, True, b"ab"),
    lambda: struct.unpack("<dqB", struct.pack("<dqB", 0.1, -5, 255)),
    lambda: (struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("2h4x")),
    lambda: struct.unpack_from(">H", b"\x00\x01\x02\x03", 1),
    lambda: struct.pack("<B", 256),
    lambda: struct.pack("<h", 40000),
    lambda: struct.pack(">HI", 1, -1),
    lambda: struct.unpack("<i", b"abc"),
    lambda: struct.pack("<ii", 1),
    lambda: struct.pack("<i", "a"),
    lambda: struct.calcsize("y"),
    lambda: ast.literal_eval("[1, -2.5, {'a': (None, True)}, {1, 2}, b'x', 'é']"),
    lambda: ast.literal_eval("1 + 2j"),
    lambda: ast.literal_eval(" 42"),
    lambda: [unicodedata.normalize(form, "é\u0301") == text for form, text in (("NFD", "e\u0301\u0301"), ("NFC", "é\u0301"))],
    lambda: "".join(c for c in unicodedata.normalize("NFD", "Ślusàrski O'Néàl") if unicodedata.category(c) != "Mn"),
    lambda: [unicodedata.category(c) for c in "aB1 .\n+é_(日"],
    lambda: (unicodedata.name("é"), unicodedata.name("\n", "none"), unicodedata.combining("\u0301"), unicodedata.numeric("½")),
    lambda: unicodedata.name("\n"),
    lambda: unicodedata.category("ab"),
)
