# glob: files by patterns.
from pathlib import Path


def glob(pathname, *, root_dir=None, recursive=False):
    """The session's files that match a pattern."""
    start = Path("/") if pathname.startswith("/") else Path(root_dir or ".")
    return [str(path) for path in start.glob(pathname.lstrip("/"))]


def iglob(pathname, *, root_dir=None, recursive=False):
    """As `glob`, one after the other."""
    return iter(glob(pathname, root_dir=root_dir, recursive=recursive))
