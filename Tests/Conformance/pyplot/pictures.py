# Pictures written and read back.
import io
import numpy as np
import matplotlib.pyplot as plt

pixels = np.random.RandomState(0).rand(20, 30, 4)
file = io.BytesIO()
plt.imsave(file, pixels)
file.seek(0)
back = plt.imread(file)
print(back.shape, back.dtype, np.abs(back - pixels).max() < 0.005)
file = io.BytesIO()
plt.imsave(file, np.array([[0, 128, 255], [10, 20, 30]], dtype=np.uint8), cmap="gray", vmin=0, vmax=255)
file.seek(0)
print(np.round(plt.imread(file) * 255).astype(int)[..., 0])
image = plt.imshow(back)
print(image, image.get_array().shape, image.get_extent(), image.get_size())
try:
    plt.imread("nothing.png")
except FileNotFoundError as e:
    print(e)
