# arrays through files in memory
import io
import numpy as np

file = io.BytesIO()
np.save(file, np.arange(6).reshape(2, 3))
print(file.getvalue()[:8], len(file.getvalue()))
file.seek(0)
print(np.load(file))
file = io.BytesIO()
np.savez(file, np.eye(2), weights=np.array([0.5, 1.5], dtype=np.float32))
file.seek(0)
with np.load(file) as bundle:
    print(bundle.files, bundle['weights'], bundle['weights'].dtype, 'arr_0' in bundle)
text = io.StringIO()
np.savetxt(text, np.array([[1, 2.5], [3, 4]]), fmt='%.2f', delimiter=',', header='a,b')
print(text.getvalue())
print(np.loadtxt(io.StringIO('1,2\n3,4'), delimiter=',', unpack=True), np.genfromtxt(io.StringIO('1,2\n3,'), delimiter=','))
