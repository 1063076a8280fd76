"""What can go wrong beyond the catalogue's own problems: a sentence, a hint and an exit code each."""

from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """The exit codes of the command line."""

    OK = 0
    NOTHING = 1
    USAGE = 2
    UNREADABLE = 3
    NOT_SAVED = 4
    FAULT = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class GuideError(Exception):
    """A fault to be told to the person in one sentence.

    ``message`` and ``hint`` are msgids with ``{names}``; ``values`` fill them after translation, so
    one error can be said in any language; a value that is a msgid itself stands as :class:`guide.i18n.Said`.
    """

    exit_code = Exit.FAULT

    def __init__(self, message: str, hint: str = "", **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**{name: getattr(value, "text", value) for name, value in self.values.items()})


class UsageError(GuideError):
    """The command line asks for something that does not exist or does not go together."""

    exit_code = Exit.USAGE


class NoSuchFileError(UsageError):
    """The file or folder that was named is not there."""


class UnreadableError(GuideError):
    """The catalogue cannot be read at all; ``problems`` are the catalogue's own, each with its line."""

    exit_code = Exit.UNREADABLE
    problems: tuple[Any, ...] = ()


class NotSavedError(GuideError):
    """Something that a person did or asked for could not be written."""

    exit_code = Exit.NOT_SAVED
