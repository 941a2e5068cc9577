# warnings: messages that do not stop the program.
import sys

_filters = []
_recorders = []
_shown = set()


class WarningMessage:
    """A warning that was caught."""

    def __init__(self, message, category):
        self.message, self.category = message, category
        self.filename, self.lineno = "<cell>", 0


def _action(category, text):
    for action, kind, start in _filters:
        if issubclass(category, kind) and text.startswith(start):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    """Writes a warning, unless filters say otherwise."""
    if isinstance(message, Warning):
        category = type(message)
    else:
        category = category or UserWarning
        message = category(message)
    action = _action(category, str(message))
    if action == "error":
        raise message
    if action == "ignore":
        return
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category))
        return
    key = (category, str(message))
    if action != "always" and key in _shown:
        return
    _shown.add(key)
    sys.stderr.write(f"{category.__name__}: {message}\n")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Says what becomes of warnings that match."""
    entry = (action, category, message.rstrip(".*"))
    _filters.append(entry) if append else _filters.insert(0, entry)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Says what becomes of warnings of a class."""
    filterwarnings(action, "", category, append=append)


def resetwarnings():
    """Forgets all filters."""
    _filters.clear()


class catch_warnings:
    """Keeps filters as they were, and collects warnings if asked, within a block."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        self._record, self._action, self._category = record, action, category

    def __enter__(self):
        self._saved = list(_filters)
        if self._action is not None:
            simplefilter(self._action, self._category)
        if not self._record:
            return None
        log = []
        _recorders.append(log)
        return log

    def __exit__(self, *exc_info):
        _filters[:] = self._saved
        if self._record:
            _recorders.pop()
