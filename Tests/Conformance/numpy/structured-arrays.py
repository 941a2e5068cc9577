import numpy as np

kind = np.dtype([('name', 'U10'), ('age', 'i4'), ('weight', 'f8')])
print(kind, repr(kind), kind.names, kind['age'], kind.itemsize, kind.kind)
pets = np.array([('Rex', 9, 81.0), ('Fido', 3, 27.25)], dtype=kind)
print(pets)
print(repr(pets), pets.shape, pets.ndim)
print(pets['name'], pets['age'].mean(), pets[0], repr(pets[0]), pets[1]['weight'], pets[0][1])
pets['age'] += 1
pets['age'][0] = 7
print(pets)
pets[0] = ('Max', 1, 2.5)
pets[1]['weight'] = 99
print(pets, pets[pets['age'] > 1], pets[::-1], pets[['name', 'age']])
old = pets.copy()
old['age'] = 0
print(old['age'], pets['age'], pets.tolist(), pets[0].item())
print(np.sort(pets, order='weight')['name'], np.argsort(pets, order='age'), np.sort(pets[::-1])['name'])
for pet in pets:
    print(pet['name'], pet, len(pet), type(pet))
blank = np.zeros(3, dtype=[('a', int), ('b', float)])
blank['a'] = [1, 2, 3]
blank['b'][1:] = 0.5
print(blank, np.concatenate([blank, blank]).shape, blank['a'].sum(), blank == blank)
print(np.zeros(2, dtype='i4,f8'), np.array([(1,), (2,)], dtype=[('x', 'f4')]), np.array((1, 2.5), dtype=[('a', 'i4'), ('b', 'f4')]))
for wrong in (lambda: pets['color'], lambda: np.array([(1,)], dtype=kind)):
    try:
        wrong()
    except ValueError as error:
        print(error)
