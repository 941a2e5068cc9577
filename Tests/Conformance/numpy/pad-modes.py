# all ways to fill the ends of an array
import numpy as np

x = np.array([1, 2, 4])
for mode in ['constant', 'edge', 'reflect', 'symmetric', 'wrap', 'linear_ramp', 'maximum', 'minimum', 'mean', 'median']:
    print(mode, np.pad(x, 2, mode=mode), np.pad(x * 0.5, (1, 2), mode=mode))
print(np.pad(x, (2, 1), mode='linear_ramp', end_values=(5, -4)))
print(np.pad([1, 2, 3, 4], 2, mode='mean', stat_length=2))
print(np.pad([[1, 2], [3, 4]], ((1, 0), (0, 2)), constant_values=9))
