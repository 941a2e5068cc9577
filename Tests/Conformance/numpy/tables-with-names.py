import io

import numpy as np

text = "name,age,score\nann,3,1.5\nbob,4,2\n"
table = np.genfromtxt(io.StringIO(text), delimiter=',', names=True, dtype=None, encoding='utf-8')
print(table, table.dtype)
print(table['age'].mean(), table[table['score'] > 1.7]['name'], table[0])
print(np.genfromtxt(io.StringIO("a b,c-d\n1,2\n3,"), delimiter=',', names=True))
print(np.genfromtxt(io.StringIO("1,2\n3,4"), delimiter=',', names='x,y', dtype='i4,f8')['y'])
print(np.genfromtxt(io.StringIO("1,2.5,x\n3,4,yy"), delimiter=',', dtype=None, encoding=None))
print(np.genfromtxt(io.StringIO("1,2\n3,4"), delimiter=',', dtype=None), np.genfromtxt(io.StringIO(text), delimiter=',', skip_header=1, usecols=(1, 2)))
print(np.loadtxt(io.StringIO("ann,3\nbob,4"), delimiter=',', dtype={'names': ('n', 'a'), 'formats': ('U5', 'i4')}))
out = io.StringIO()
np.savetxt(out, table, fmt='%s;%d;%.1f')
print(out.getvalue())
