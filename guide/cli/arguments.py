"""From the words of the command line to a command and its values, by the table of commands."""

from collections.abc import Collection, Sequence
from typing import NoReturn

from guide.cli.commands import BY_NAME, COMMON, HELP, VERSION, Command, Option
from guide.errors import UsageError
from guide.i18n import N_


class Parsed:
    """What was asked for: the command, its positional words, the values of options by name (True for a flag)."""

    def __init__(self) -> None:
        self.command: Command | None = None
        self.words: list[str] = []
        self.values: dict[str, str | bool] = {}
        self.lists: dict[str, list[str]] = {}

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return bool(self.values.get(name))

    def value(self, name: str) -> str | None:
        """What an option was given, or None."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def all(self, name: str) -> list[str]:
        """What an option that may stand several times was given each time."""
        return self.lists.get(name, [])


def parse(arguments: Sequence[str]) -> Parsed:
    """The command line as parsed; raises UsageError for what does not exist or does not go together.

    Options may stand before the command, after it and among its words; ``--`` ends them. A word of a query
    may start with a minus where no option is called so. Asking for help or the version ends the parsing.
    """
    parsed = Parsed()
    left = list(arguments)
    only_words = False
    while left:
        word = left.pop(0)
        if only_words or word == "-" or not word.startswith("-"):
            _word(parsed, word)
        elif word == "--":
            only_words = True
        else:
            _option(parsed, word, left)
            if parsed.flag(HELP.dest) or parsed.flag(VERSION.dest):
                return parsed
    if parsed.command is None:
        parsed.command = BY_NAME["open"]
    _count(parsed, parsed.command)
    return parsed


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language that ``--lang`` asks for, found before anything is said: faults of usage are told in it too."""
    for at, word in enumerate(arguments):
        if word == "--lang":
            return arguments[at + 1] if at + 1 < len(arguments) else None
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def readable(word: str) -> str:
    """A word of the command line as the UTF-8 that it was typed in, where the locale took it for something else."""
    if not any("\udc80" <= c <= "\udcff" for c in word):
        return word
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _word(parsed: Parsed, word: str) -> None:
    if parsed.command is not None:
        parsed.words.append(word)
    elif word in BY_NAME:
        parsed.command = BY_NAME[word]
    else:
        _refuse(
            N_("There is no command “{word}”."),
            word,
            BY_NAME,
            N_("“guide --help” lists the commands; to search, write: guide find {word}"),
            None,
        )


def _option(parsed: Parsed, word: str, left: list[str]) -> None:
    options = (*COMMON, *(parsed.command.options if parsed.command else ()))
    known = {flag: option for option in options for flag in option.flags}
    name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
    option = known.get(name)
    if option is None:
        short = known.get(word[:2])
        if short is not None and short.number and word[2:].isdigit():
            option, equals, value = short, "=", word[2:]
        elif not word.startswith("--") and parsed.command is not None and parsed.command.name == "find":
            parsed.words.append(word)
            return
        else:
            _refuse(N_("There is no option {word} here."), name, known, _more(parsed), parsed.command)
    if not option.takes_value:
        if equals:
            raise UsageError(N_("{option} takes no value."), option=name)
        parsed.values[option.dest] = True
        return
    if not equals:
        if not left:
            raise UsageError(N_("{option} needs a value: {values}."), option=name, values=_values(option))
        value = left.pop(0)
    parsed.values[option.dest] = _checked(option, name, value)
    if option.repeated:
        parsed.lists.setdefault(option.dest, []).append(value)


def _checked(option: Option, name: str, value: str) -> str:
    if option.number and not (value.isdecimal() and value.isascii()):
        raise UsageError(N_("{option} needs a whole number, not “{value}”."), option=name, value=value)
    if option.choices:
        for one in value.split(",") if option.listed else (value,):
            if one not in option.choices:
                raise UsageError(
                    N_("{option} cannot be “{value}”."),
                    N_("It is one of: {choices}."),
                    option=name,
                    value=one,
                    choices=_values(option),
                )
    return value


def _count(parsed: Parsed, command: Command) -> None:
    needed = [argument for argument in command.arguments if argument.times in ("", "+")]
    if len(parsed.words) < len(needed):
        missing = needed[len(parsed.words)]
        raise UsageError(
            N_("“guide {command}” needs {what}."), _more(parsed), command=command.name, what=missing.metavar
        )
    most = None if any(argument.times in ("*", "+") for argument in command.arguments) else len(command.arguments)
    if most is not None and len(parsed.words) > most:
        raise UsageError(
            N_("“guide {command}” does not know what to do with “{word}”."),
            _more(parsed),
            command=command.name,
            word=parsed.words[most],
        )
    for argument, word in zip(command.arguments, parsed.words, strict=False):
        if argument.choices and word not in argument.choices:
            raise UsageError(
                N_("“guide {command}” cannot be given “{word}”."),
                N_("It is one of: {choices}."),
                command=command.name,
                word=word,
                choices=", ".join(argument.choices),
            )


def _more(parsed: Parsed) -> str:
    if parsed.command:
        return N_("“guide {command} --help” says what it takes.")
    return N_("“guide --help” says what there is.")


def _values(option: Option) -> str:
    return ", ".join(option.choices) or option.metavar


def _refuse(message: str, word: str, known: Collection[str], hint: str, command: Command | None) -> NoReturn:
    from guide.catalogue.suggest import nearest

    # Single letters are all near each other.
    near = nearest(word, known) if len(word) > 2 else ""
    hint = N_("Did you mean {near}?") if near else hint
    raise UsageError(message, hint, word=word, near=near, command=command.name if command else "")
