# what numpy says about names it has no longer
import numpy as np

for name in ['float_', 'NaN', 'Inf', 'int', 'float', 'str', 'object', 'product', 'in1d', 'nothing']:
    try:
        getattr(np, name)
    except AttributeError as error:
        print(str(error).split('\n')[0])
