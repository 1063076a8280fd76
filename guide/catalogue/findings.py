"""What reading and checking find, before it becomes a problem with a line and a column."""

from dataclasses import dataclass, field
from typing import Any

Where = tuple[Any, ...]
"""A place in the sources: the number of the file, then the key path in it, such as (0, "exhibitor", 3, "name")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem by its key path; a value that is a :class:`First` becomes a line when the text is searched.

    ``near`` is what may have been meant. ``at`` is "key" or "value": which of the two is pointed at.
    """

    code: str
    where: Where
    values: dict[str, Any]
    near: str = ""
    at: str = "value"


@dataclass(frozen=True, slots=True)
class First:
    """Where the first of two things stands: fills {file} and {line} of a message."""

    where: Where


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a text that is no TOML: its offset and length, where its statement starts, what fills its message."""

    code: str
    offset: int
    length: int = 1
    statement: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    near: str = ""
    to_end: bool = False  # it reaches the end of the text


@dataclass(slots=True)
class Findings:
    """The findings of one check, in the order found."""

    items: list[Finding] = field(default_factory=list)

    def add(self, code: str, where: Where, /, *, near: str = "", at: str = "value", **values: Any) -> None:
        """Takes down one finding."""
        self.items.append(Finding(code, where, values, near, at))
