# platform: the platform a notebook sees.


def system():
    """The operating system."""
    return "Linux"


def machine():
    """The kind of processor."""
    return "x86_64"


def python_version():
    """The version of the language."""
    return "3.11.7"


def platform():
    """System and machine in one word."""
    return "Linux"


def node():
    """A name for the machine, which no cell learns."""
    return "litgrad"


def processor():
    """Nothing: no cell learns the processor."""
    return ""
