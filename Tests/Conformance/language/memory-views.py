m = memoryview(b"hello")
print(m[0], m[-1], bytes(m[1:3]), bytes(m[::2]), len(m), m.tolist(), m.format, m.itemsize, m.readonly, m.nbytes, m.shape, m.ndim)
data = bytearray(b"hello world")
view = memoryview(data)
view[0] = 72
view[1:3] = b"EL"
print(data, view.tobytes()[:5], view[6:].tobytes(), view == data, view[6:] == b"world", view.obj is data, view.hex()[:4])
print(108 in m, list(m), [chr(c) for c in m[::-1]], sum(m), bytes(m) + b"!", bytearray(m), b"".join([m, view[:1]]))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
def assign(target, key, value):
    target[key] = value
attempt(lambda: assign(m, 0, 1))
attempt(lambda: assign(view, 0, 300))
attempt(lambda: assign(view, 0, "a"))
attempt(lambda: assign(view, slice(0, 2), b"abc"))
attempt(lambda: m[9])
attempt(lambda: m["a"])
attempt(lambda: memoryview("text"))
attempt(lambda: data.append(1))
attempt(lambda: data.extend(b"x"))
view.release()
data.append(33)
print(data)
attempt(lambda: view[0])
with memoryview(b"abc") as part:
    print(part.tolist())
attempt(lambda: len(part))
numbers = memoryview(bytes(range(8)))
print(numbers.cast("H").tolist(), numbers.cast("i").tolist(), numbers.cast("q")[0], numbers.cast("b").tolist()[:2], numbers.cast("I").format)
attempt(lambda: numbers[:7].cast("I"))
attempt(lambda: numbers.cast("zz"))
buffer = bytearray(8)
floats = memoryview(buffer).cast("f")
floats[0], floats[1] = 1.5, -2.0
print(buffer, floats.tolist(), hash(memoryview(b"ab")) == hash(b"ab"))
attempt(lambda: hash(floats))
import io
stream = io.BytesIO(b"stream")
print(bytes(stream.getbuffer()), stream.getbuffer().nbytes)
