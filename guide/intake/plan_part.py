"""One thing that a plan draws, before it is known in which hall and where in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from guide.catalogue.model import Point
from guide.intake.programme import Words

Ring = Sequence[Point]

CODE = re.compile(r"(?=.{1,24}\Z)(?=.*\d)[\w./-]+(?:\s?[\w./-]+){0,3}\Z")
"""What a name looks like that is the code of a stand: short, with a figure in it."""


class Firm(NamedTuple):
    """Who has a stand by the plan: the name, and what else is said, by the keys of an exhibitor."""

    name: Words
    values: Mapping[str, Any] = {}
    key: str = ""


@dataclass(slots=True)
class Part:
    """A thing of a plan.

    ``role`` is a word of :mod:`guide.intake.plan_words`, ``row`` its number in ``file``. ``rings`` are the outer
    edges of its shapes, ``holes`` those of their holes, ``points`` a line or a place, all as the file measures them.
    ``hall`` is the label of the hall that it names, ``halls`` several of them; ``joint`` what parts of one way through
    have in common; ``is_told`` whether it is told where nothing becomes of it.
    """

    role: str
    file: str
    row: int
    rings: list[Ring] = field(default_factory=list)
    holes: list[Ring] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    name: Words = ""
    code: str = ""
    hall: str = ""
    level: str = ""
    area: float | None = None
    width: float | None = None
    kind: str = ""
    joint: str = ""
    is_told: bool = True
    firms: Sequence[Firm] = ()
    rest: Mapping[str, str] = field(default_factory=dict)
