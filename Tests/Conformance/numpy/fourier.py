# discrete Fourier transforms
import numpy as np

print(np.fft.fft([1, 2, 3, 4]), np.fft.ifft([10, -2 + 2j, -2, -2 - 2j]))
print(np.fft.rfft([1.0, 0, 0, 0]), np.fft.irfft([1, 1, 1]), np.fft.fftfreq(5, d=0.5), np.fft.rfftfreq(4))
print(np.fft.fft2(np.eye(2)), np.fft.fftshift([1, 2, 3]), np.fft.ifftshift([1, 2, 3]))
x = np.sin(2 * np.pi * 3 * np.arange(32) / 32)
print(np.abs(np.fft.fft(x)).round(6)[:5], np.argmax(np.abs(np.fft.rfft(x))), np.allclose(np.fft.ifft(np.fft.fft(x)).real, x))
print(np.fft.fft([1, 2], n=4), np.fft.fft([3.0, 4.0], norm='ortho').round(6))
