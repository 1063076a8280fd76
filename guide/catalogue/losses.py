"""What a newer catalogue has lost: almost every file that breaks off at a line end is a valid, smaller one."""

from collections.abc import Iterable
from dataclasses import dataclass

from guide.catalogue.model import TABLES, Catalogue, Ref

LEAST, SHARE = 10, 0.9
"""Things of a table from which on it is looked at, and the share of them that must have stayed."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What would be lost: tables that shrank as (kind, before, after), and things that somebody marked or planned."""

    tables: tuple[tuple[str, int, int], ...] = ()
    things: tuple[Ref, ...] = ()
    other: bool = False
    """Whether it is another fair altogether."""

    def __bool__(self) -> bool:
        return bool(self.tables or self.things or self.other)


def losses(before: Catalogue, after: Catalogue, mine: Iterable[Ref] = ()) -> Losses:
    """What a catalogue has lost against the one before; ``mine`` are the things that somebody marked or planned."""
    counted = ((kind, len(before.table(kind)), len(after.table(kind))) for kind in TABLES)
    return Losses(
        tuple(each for each in counted if each[1] >= LEAST and each[2] < SHARE * each[1]),
        tuple(ref for ref in mine if before.get(ref) is not None and after.get(ref) is None),
        before.fair.id != after.fair.id,
    )
