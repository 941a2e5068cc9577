# Checks hashlib's digests at every block boundary, base64, binascii and zlib's checksums.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


import base64, hashlib, binascii, zlib
check(
    lambda: (base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b16encode(b"ab"), base64.b32encode(b"ab"), base64.standard_b64encode(b"a")),
    lambda: (base64.b64encode(b""), base64.b64encode(bytes(range(20))), base64.b64decode("aG Vs\nbG8="), base64.b64encode(bytearray(b"xyz"))),
    lambda: base64.b64decode("aGVsbG8"),
    lambda: base64.b64decode("a"),
    lambda: base64.b64encode("a"),
    lambda: base64.b64decode("é"),
    lambda: (base64.b32decode("MFRA===="), base64.b16decode("6162"), base64.urlsafe_b64decode("__4="), base64.b85encode(b"hello"), base64.b85decode(b"Xk~0{Zv"), base64.encodebytes(b"a" * 60), base64.decodebytes(b"YQ==\n")),
    lambda: base64.b32decode("MFRA==="),
    lambda: base64.b16decode("6"),
    lambda: (binascii.hexlify(b"ab"), binascii.unhexlify("6162"), binascii.hexlify(b"abc", "-")),
    lambda: binascii.unhexlify("6"),
    lambda: binascii.unhexlify("zz"),
    lambda: (zlib.crc32(b"hello"), zlib.adler32(b"hello"), binascii.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel"))),
    lambda: [(n, hashlib.new(n, b"abc").hexdigest()) for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")],
    lambda: [hashlib.sha512(b"x" * n).hexdigest()[:8] for n in (0, 1, 55, 56, 63, 64, 111, 112, 113, 119, 120, 127, 128, 200)],
    lambda: [hashlib.md5(b"x" * n).hexdigest()[:8] for n in (0, 1, 55, 56, 63, 64, 65, 200)],
    lambda: [hashlib.sha1(b"x" * n).hexdigest()[:8] for n in (0, 1, 55, 56, 63, 64, 65, 200)],
)
h = hashlib.sha256()
check(
    lambda: h.update(b"a"),
    lambda: h.update(b"b"),
    lambda: (h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), h.digest()[:4], h.name, h.digest_size, h.block_size),
)
c = h.copy()
check(
    lambda: c.update(b"c"),
    lambda: (c.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.hexdigest()[:6]),
    lambda: hashlib.md5("a"),
    lambda: hashlib.new("foo"),
    lambda: hashlib.md5(5),
)
import binascii
for s in [b"YQ==", b"YQ=", b"YQ", b"Y", b"YQ==YQ==", b"Y Q==", b"=YQ==", b"YQ===", b"YWI=", b"YWI", b"YWJj", b"YWJj=", b"YWJj====", b"Y=Q=", b"YQ=a=", b"", b"=", b"YQ==\n", b"YWI=x"]:
    for m in (False, True):
        try: print(s, m, binascii.a2b_base64(s, strict_mode=m))
        except Exception as e: print(s, m, type(e).__name__, e)
