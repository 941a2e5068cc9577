# logging: messages by level, written to the warnings of the cell.
import sys

CRITICAL = 50
FATAL = 50
ERROR = 40
WARNING = 30
WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_loggers = {}


def getLevelName(level):
    """The name of a level, or the level of a name."""
    return _names.get(level, f"Level {level}")


class LogRecord:
    """One message with where it comes from."""

    def __init__(self, name, level, message):
        self.name, self.levelno, self.levelname = name, level, getLevelName(level)
        self.message = self.msg = message

    def getMessage(self):
        return self.message


class Formatter:
    """How a message is written."""

    def __init__(self, fmt=None, datefmt=None, style="%"):
        self._format = fmt or "%(message)s"

    def format(self, record):
        import time
        values = {"message": record.message, "name": record.name, "levelname": record.levelname, "levelno": record.levelno,
                  "asctime": time.strftime("%Y-%m-%d %H:%M:%S"), "filename": "<cell>", "lineno": 0, "funcName": "", "module": ""}
        return self._format % values


class Handler:
    """Where messages go."""

    def __init__(self, level=NOTSET):
        self.level = level
        self.formatter = Formatter()

    def setLevel(self, level):
        self.level = level

    def setFormatter(self, fmt):
        self.formatter = fmt

    def handle(self, record):
        if record.levelno >= self.level:
            self.emit(record)

    def emit(self, record):
        pass


class NullHandler(Handler):
    """Drops messages."""


class StreamHandler(Handler):
    """Writes messages to a stream."""

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream or sys.stderr

    def emit(self, record):
        self.stream.write(self.formatter.format(record) + "\n")


class FileHandler(StreamHandler):
    """Writes messages to a session file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False):
        super().__init__(open(filename, mode))


class Logger:
    """Takes messages under a name and hands them to handlers."""

    def __init__(self, name, parent=None):
        self.name, self.parent = name, parent
        self.level = NOTSET
        self.handlers = []
        self.propagate = True
        self.disabled = False

    def setLevel(self, level):
        self.level = {name: number for number, name in _names.items()}[level] if isinstance(level, str) else level

    def getEffectiveLevel(self):
        return self.level or (self.parent.getEffectiveLevel() if self.parent else WARNING)

    def isEnabledFor(self, level):
        return not self.disabled and level >= self.getEffectiveLevel() and level > _disabled[0]

    def addHandler(self, hdlr):
        self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return bool(self.handlers) or self.parent is not None and self.parent.hasHandlers()

    def log(self, level, msg, *args, **keywords):
        if not self.isEnabledFor(level):
            return
        record = LogRecord(self.name, level, str(msg) % args if args else str(msg))
        logger, handled = self, False
        while logger is not None:
            for handler in logger.handlers:
                handler.handle(record)
                handled = True
            logger = logger.parent if logger.propagate else None
        if not handled and level >= WARNING:
            sys.stderr.write(record.message + "\n")

    def debug(self, msg, *args, **keywords): self.log(DEBUG, msg, *args)
    def info(self, msg, *args, **keywords): self.log(INFO, msg, *args)
    def warning(self, msg, *args, **keywords): self.log(WARNING, msg, *args)
    def error(self, msg, *args, **keywords): self.log(ERROR, msg, *args)
    def critical(self, msg, *args, **keywords): self.log(CRITICAL, msg, *args)
    def exception(self, msg, *args, **keywords): self.log(ERROR, msg, *args)

    warn = warning


root = Logger("root")
_disabled = [0]


def getLogger(name=None):
    """The logger of a name."""
    if not name or name == "root":
        return root
    if name not in _loggers:
        parent = name.rpartition(".")[0]
        _loggers[name] = Logger(name, getLogger(parent) if parent else root)
    return _loggers[name]


def basicConfig(*, level=None, format="%(levelname)s:%(name)s:%(message)s", datefmt=None, stream=None, filename=None, filemode="a",
                handlers=None, force=False, style="%", encoding=None):
    """Gives the root logger a handler, a form and a level."""
    if force:
        root.handlers.clear()
    if not root.handlers:
        for handler in handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]:
            handler.setFormatter(Formatter(format, datefmt))
            root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    """Silences messages up to a level everywhere."""
    _disabled[0] = level


def _with_root(level):
    def write(msg, *args, **keywords):
        if not root.handlers:
            basicConfig()
        root.log(level, msg, *args)
    return write


debug = _with_root(DEBUG)
info = _with_root(INFO)
warning = _with_root(WARNING)
error = _with_root(ERROR)
critical = _with_root(CRITICAL)
exception = _with_root(ERROR)
