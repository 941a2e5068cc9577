# shutil: copying and removing session files.
import os


def copy(src, dst):
    src, dst = os.fspath(src), os.fspath(dst)
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copyfile(src, dst):
    return copy(src, dst)


def copy2(src, dst):
    return copy(src, dst)


def move(src, dst):
    os.rename(src, dst)
    return dst


def rmtree(path, ignore_errors=False):
    os.rmdir(os.fspath(path))
