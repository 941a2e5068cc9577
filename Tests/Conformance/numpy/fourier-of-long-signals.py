import numpy as np

for n in (64, 100, 521, 1000, 4096, 44100):
    time = np.arange(n) / n
    signal = np.sin(2 * np.pi * 5 * time) + 0.5 * np.cos(2 * np.pi * 12 * time)
    sizes = np.abs(np.fft.rfft(signal)) / n
    peaks = np.flatnonzero(sizes > 0.1)
    print(n, sizes.shape, peaks, sizes[peaks].round(6), np.allclose(np.fft.ifft(np.fft.fft(signal)).real, signal), np.allclose(np.fft.irfft(np.fft.rfft(signal), n), signal))
