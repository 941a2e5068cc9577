# argparse: options of a program; a cell has none, so defaults and explicit lists are what counts.
import sys


class ArgumentError(Exception):
    """A wrong argument, with the option that it was given to."""


class Namespace:
    """The values of the options as attributes."""

    def __init__(self, **keywords):
        self.__dict__.update(keywords)

    def __eq__(self, other):
        return isinstance(other, Namespace) and self.__dict__ == other.__dict__

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return "Namespace(" + ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()]) + ")"


class HelpFormatter:
    """How help is laid out; a cell prints none."""


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """As `HelpFormatter`."""


class RawTextHelpFormatter(HelpFormatter):
    """As `HelpFormatter`."""


class _Option:
    def __init__(self, names, action, nargs, const, default, type, choices, required, help, metavar, dest):
        self.names, self.action, self.nargs, self.const, self.default = names, action, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar
        long = [name for name in names if name.startswith("--")]
        self.is_positional = not names[0].startswith("-")
        self.dest = dest or (long or names)[0].lstrip("-").replace("-", "_")

    def convert(self, text, parser):
        if self.type is None:
            value = text
        else:
            try:
                value = self.type(text)
            except (ValueError, TypeError):
                parser.error(f"argument {'/'.join(self.names)}: invalid {getattr(self.type, '__name__', self.type)} value: {text!r}")
        if self.choices is not None and value not in self.choices:
            parser.error(f"argument {'/'.join(self.names)}: invalid choice: {value!r} (choose from {', '.join(map(repr, self.choices))})")
        return value


class ArgumentParser:
    """The options of a program."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, add_help=True, **options):
        self.prog, self.description = prog or "", description
        self._options = []
        self._defaults = {}

    def add_argument(self, *names, action="store", nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                     metavar=None, dest=None, version=None):
        if action == "store_true":
            default = False if default is None else default
        elif action == "store_false":
            default = True if default is None else default
        option = _Option(names, action, nargs, const, default, type, choices, required, help, metavar, dest)
        self._options.append(option)
        return option

    def add_argument_group(self, *args, **keywords):
        return self

    def add_mutually_exclusive_group(self, **keywords):
        return self

    def set_defaults(self, **keywords):
        self._defaults.update(keywords)

    def error(self, message):
        sys.stderr.write(f"{self.prog}: error: {message}\n")
        raise SystemExit(2)

    def print_help(self, file=None):
        print(f"usage: {self.prog}")

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        pending = list(sys.argv[1:] if args is None else args)
        namespace = namespace or Namespace()
        for option in self._options:
            default = option.default
            if isinstance(default, str) and option.type is not None:
                default = option.convert(default, self)
            setattr(namespace, option.dest, default)
        for name, value in self._defaults.items():
            setattr(namespace, name, value)
        positional = [option for option in self._options if option.is_positional]
        seen, rest = set(), []
        while pending:
            word = pending.pop(0)
            name, equals, value = word.partition("=")
            option = next((o for o in self._options if not o.is_positional and name in o.names), None)
            if option is None and word.startswith("-") and not word.lstrip("-").replace(".", "").isdigit():
                rest.append(word)
                continue
            if option is None:
                if not positional:
                    rest.append(word)
                    continue
                option = positional.pop(0)
                pending.insert(0, word)
            elif equals:
                pending.insert(0, value)
            seen.add(option.dest)
            self._take(option, pending, namespace)
        missing = [o for o in self._options if o.dest not in seen and (o.required or o.is_positional and o.nargs not in ("?", "*"))]
        if missing:
            self.error("the following arguments are required: " + ", ".join(o.names[0] if o.is_positional else "/".join(o.names) for o in missing))
        return namespace, rest

    def _take(self, option, pending, namespace):
        if option.action in ("store_true", "store_false"):
            return setattr(namespace, option.dest, option.action == "store_true")
        if option.action == "store_const":
            return setattr(namespace, option.dest, option.const)
        if option.action == "count":
            return setattr(namespace, option.dest, (getattr(namespace, option.dest) or 0) + 1)
        values = []
        most = {None: 1, "?": 1}.get(option.nargs, option.nargs if isinstance(option.nargs, int) else len(pending))
        while pending and len(values) < most and not (pending[0].startswith("-") and not pending[0].lstrip("-").replace(".", "").isdigit()):
            values.append(option.convert(pending.pop(0), self))
        if option.nargs in (None, "?"):
            if not values and option.nargs is None:
                self.error(f"argument {'/'.join(option.names)}: expected one argument")
            value = values[0] if values else option.const
        else:
            value = values
        if option.action == "append":
            value = (getattr(namespace, option.dest) or []) + [value]
        setattr(namespace, option.dest, value)
