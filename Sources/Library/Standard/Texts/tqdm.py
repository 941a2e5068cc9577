# tqdm (tqdm.auto, tqdm.notebook, tqdm.std): progress bars that let everything pass and draw nothing.


class tqdm:
    """Lets the elements of an iterable pass."""

    def __init__(self, iterable=None, desc=None, total=None, leave=True, **options):
        self.iterable, self.desc, self.n = iterable, desc, 0
        self.total = total if total is not None else len(iterable) if hasattr(iterable, "__len__") else None

    def __iter__(self):
        for element in self.iterable:
            yield element
            self.n += 1

    def __len__(self):
        return self.total

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    def set_postfix(self, ordered_dict=None, refresh=True, **keywords):
        pass

    def set_postfix_str(self, s="", refresh=True):
        pass

    def refresh(self):
        pass

    def close(self):
        pass

    def reset(self, total=None):
        self.n = 0

    @staticmethod
    def write(s, file=None, end="\n", nolock=False):
        print(s, end=end)


def trange(*args, **options):
    """`tqdm(range(…))`"""
    return tqdm(range(*args), **options)


tqdm_notebook = tqdm
