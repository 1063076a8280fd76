"""What is wrong with a catalogue, as values: where, how badly, what was expected, what may have been meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide.i18n import Said, Tongue

ERROR, WARNING = "error", "warning"

__all__ = ["ERROR", "WARNING", "Problem", "Said", "worst_first"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; ``message`` and ``hint`` are msgids that ``values`` fill after translation.

    ``line`` and ``column`` count from 1, ``column`` in characters; ``length`` is that of the
    offending piece. A record that has an error is left out, or is kept without the bad field.
    """

    code: str
    severity: str
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    length: int = 0
    excerpt: str = ""  # the offending line, safe to show, cut to a window around the place
    pad: int = 0  # cells of the excerpt before the place
    mark: int = 1  # cells that the offending piece takes in it

    @property
    def caret(self) -> str:
        """The line to show under the excerpt: spaces and one ``^`` under each cell of the offending piece."""
        return " " * self.pad + "^" * max(1, self.mark)

    def said(self, tongue: Tongue) -> str:
        """The message in a language."""
        return tongue.t(self.message, **self.values)

    def hinted(self, tongue: Tongue) -> str:
        """The hint in a language, or ""."""
        return tongue.t(self.hint, **self.values)


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """First what keeps a catalogue from being read at all, then other errors, then warnings, each in their order."""
    return tuple(sorted(problems, key=_weight))


def _weight(problem: Problem) -> int:
    if problem.code.startswith("E0") or problem.code == "E100":
        return 0
    return 1 if problem.severity == ERROR else 2
