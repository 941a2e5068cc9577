def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
for enc in ["utf-8","ascii","latin-1","utf-16","utf-16-le","utf-16-be","utf-32","utf-8-sig","cp1252"]:
    for s in ["abc","é","aé€b","a\ud800\udfffb","\udc80x", "😀"]:
        for er in ["strict","ignore","replace","backslashreplace","xmlcharrefreplace","surrogateescape","surrogatepass","namereplace"]:
            print(enc, ascii(s), er, end=" "); t(lambda: s.encode(enc, er))
bad=[b"a\xffb", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80x", b"\xc0\x80", b"\xe2\x82\xac\xe2", b"\x80\x81", b"\xf4\x90\x80\x80", b"abc", b"\xef\xbb\xbfabc", b"\xff\xfea\x00", b"a\x00b", b"\xe9", b"\xe0\x80\x80"]
for enc in ["utf-8","ascii","latin-1","utf-16","utf-16-le","utf-16-be","utf-8-sig","utf-32", "cp1252"]:
    for b in bad:
        for er in ["strict","ignore","replace","backslashreplace","surrogateescape","surrogatepass"]:
            print(enc, b, er, end=" "); t(lambda: b.decode(enc, er))
t(lambda: "a".encode("nope")); t(lambda: b"a".decode("nope"))
s = "\ud800abc"
print(len(s), ascii(s), repr(s), s[0] == chr(0xd800), ord("\udfff"), ascii("a\ud83d" + "\ude00"))
try:
    print(s)
except UnicodeEncodeError as error:
    print(error, error.start, error.end, error.reason)
import json
print(json.dumps("\ud800x"), ascii(json.loads('"\\ud800x\\ud83d\\ude00\\ud800"')))
