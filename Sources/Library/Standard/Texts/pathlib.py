# pathlib: paths of the session's files.
import os


class _Parents(tuple):
    def __repr__(self):
        return f"<{'PosixPath' if self and isinstance(self[0], Path) else 'PurePosixPath'}.parents>"


class PurePath:
    """A path taken apart at its slashes."""

    def __init__(self, *parts):
        text = ""
        for part in parts:
            text = os.path.join(text, os.fspath(part)) if text else os.fspath(part)
        pieces = [piece for piece in text.split("/") if piece and piece != "."]
        self._root = "/" if text.startswith("/") else ""
        self._pieces = pieces

    def __str__(self):
        return self._root + "/".join(self._pieces) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __repr__(self):
        return f"{'PosixPath' if isinstance(self, Path) else 'PurePosixPath'}({str(self)!r})"

    def __truediv__(self, other):
        return type(self)(self, other) if isinstance(other, (str, PurePath)) or hasattr(other, "__fspath__") else NotImplemented

    def __rtruediv__(self, other):
        return type(self)(other, self) if isinstance(other, str) or hasattr(other, "__fspath__") else NotImplemented

    def __eq__(self, other):
        return isinstance(other, PurePath) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    @property
    def root(self):
        return self._root

    @property
    def drive(self):
        return ""

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._pieces)

    @property
    def name(self):
        return self._pieces[-1] if self._pieces else ""

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def parent(self):
        result = type(self)()
        result._root, result._pieces = self._root, self._pieces[:-1]
        return result

    @property
    def parents(self):
        found, path = [], self
        while path._pieces:
            path = path.parent
            found.append(path)
        return _Parents(found)

    def joinpath(self, *others):
        return type(self)(self, *others)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self.parent / name

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == "." or "/" in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def relative_to(self, other):
        other = type(self)(other)
        if self.parts[:len(other.parts)] != other.parts:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r} OR one path is relative and the other is absolute.")
        return type(self)(*self.parts[len(other.parts):])

    def is_relative_to(self, other):
        other = type(self)(other)
        return self.parts[:len(other.parts)] == other.parts

    def match(self, pattern):
        wanted = type(self)(pattern)
        if wanted._root and wanted._root != self._root or len(wanted._pieces) > len(self._pieces):
            return False
        return all(_matches(piece, part) for piece, part in zip(reversed(self._pieces), reversed(wanted._pieces)))


class Path(PurePath):
    """A path that can be opened."""

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.getcwd())

    def exists(self):
        return os.path.exists(str(self))

    def is_file(self):
        return os.path.isfile(str(self))

    def is_dir(self):
        return os.path.isdir(str(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode)

    def read_text(self, encoding=None, errors=None):
        with self.open() as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w") as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        os.makedirs(str(self), exist_ok=exist_ok)

    def rmdir(self):
        os.rmdir(str(self))

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a").close()

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            os.remove(str(self))

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return type(self)(target)

    def iterdir(self):
        return iter([self / name for name in os.listdir(str(self))])

    def glob(self, pattern):
        head, _, tail = pattern.partition("/")
        if head == "**":
            yield from self.rglob(tail or "*")
            return
        for path in self.iterdir():
            if _matches(path.name, head):
                if not tail:
                    yield path
                elif path.is_dir():
                    yield from path.glob(tail)

    def rglob(self, pattern):
        yield from self.glob(pattern)
        for path in self.iterdir():
            if path.is_dir():
                yield from path.rglob(pattern)

    def resolve(self, strict=False):
        return type(self)(os.path.abspath(str(self)))

    absolute = resolve

    def expanduser(self):
        return self

    def stat(self):
        return _Stat(os.path.getsize(str(self)))


class _Stat:
    def __init__(self, size):
        self.st_size = size


PosixPath = Path
PurePosixPath = PurePath


def _matches(name, pattern):
    import fnmatch
    return fnmatch.fnmatch(name, pattern)
