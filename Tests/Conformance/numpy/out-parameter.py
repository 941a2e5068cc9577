import numpy as np


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


x = np.array([[1.0, 2.0], [3.0, 4.5]])
place = np.zeros(2)
print(np.sum(x, axis=0, out=place) is place, place)
print(x.mean(1, out=place), x.max(0, place), np.median(x, axis=0, out=place), np.std(x, 0, out=place))
print(np.percentile([1, 2, 3], 50, out=np.array(0.0)), np.nanmean([1.0, np.nan], out=np.array(0.0)), np.ptp([1, 5], out=np.array(0)))
print(np.add([1, 2], 1, out=place), np.exp([0, 0], place), np.add([1, 2], 5, out=(place,), where=[True, False]))
print(np.cumsum([1.5, 2.5], out=np.zeros(2, int)), np.take([1.5, 2], [0], out=np.zeros(1, int)), np.around([1.26, 2.5], out=place))
print(np.fft.fft([1, 2], out=np.zeros(2, complex)), np.isneginf([1, -np.inf], out=np.zeros(2, int)), np.compress([0, 1], [1, 2], out=np.zeros(1, int)))
print(np.add([1.5, 2], 1, out=np.zeros(2, int), casting='unsafe'))
attempt(lambda: np.add([1.5, 2], 1, out=np.zeros(2, int)))
attempt(lambda: np.sum(x, axis=0, out=np.zeros(3)))
attempt(lambda: np.sum(x, out=np.zeros(3)))
attempt(lambda: np.sum(x, axis=0, keepdims=True, out=np.zeros(2)))
attempt(lambda: np.add([1, 2], 1, out=np.zeros(3)))
attempt(lambda: np.add([[1, 2]], 1, out=np.zeros(2)))
attempt(lambda: np.dot(x, x, out=np.zeros((2, 2), int)))
attempt(lambda: np.matmul(x, x, out=np.zeros((2, 2), int)))
attempt(lambda: np.argmax(x, axis=0, out=np.zeros(2)))
attempt(lambda: np.take([1, 2], [0], out=np.zeros(2, int)))
attempt(lambda: np.cumsum([1.0, 2.0], out=np.zeros(3)))
attempt(lambda: np.concatenate([[1], [2]], out=np.zeros(3)))
attempt(lambda: np.mean([1, 2], out=[0]))
attempt(lambda: np.argmin([1, 2], out=[0]))
attempt(lambda: np.sort([2, 1], out=place))
attempt(lambda: np.nanmean([1.0, 2.0], out=np.array(0)))
x.flags.writeable = False
attempt(lambda: np.add(1, 1, out=x))
