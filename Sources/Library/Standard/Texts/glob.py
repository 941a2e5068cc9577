# glob: files by patterns.
from pathlib import Path


def glob(pathname, *, root_dir=None, recursive=False):
    start = Path("/") if pathname.startswith("/") else Path(root_dir or ".")
    return [str(path) for path in start.glob(pathname.lstrip("/"))]


def iglob(pathname, *, root_dir=None, recursive=False):
    return iter(glob(pathname, root_dir=root_dir, recursive=recursive))
