# platform: the platform a notebook sees.


def system():
    return "Linux"


def machine():
    return "x86_64"


def python_version():
    return "3.11.7"


def platform():
    return "Linux"


def node():
    return "litgrad"


def processor():
    return ""
