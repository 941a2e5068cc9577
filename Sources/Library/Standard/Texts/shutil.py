# shutil: copying and removing session files.
import os


def copy(src, dst):
    """Copies a session file."""
    src, dst = os.fspath(src), os.fspath(dst)
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copyfile(src, dst):
    """Copies a session file."""
    return copy(src, dst)


def copy2(src, dst):
    """Copies a session file."""
    return copy(src, dst)


def move(src, dst):
    """Gives a session file another name."""
    os.rename(src, dst)
    return dst


def rmtree(path, ignore_errors=False):
    """Removes a session folder with all that is in it."""
    os.rmdir(os.fspath(path))
