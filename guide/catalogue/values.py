"""What every reader of values shares: what it gives for none, and how it says that a value is of the wrong kind."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from guide.catalogue.fields import Field, Shape
from guide.catalogue.findings import Findings, Where
from guide.i18n import N_, Said

Reader = Callable[[Any, Where], Any]
"""Takes a value as the parser gave it and where it stands; gives the model's value, DROPPED or EMPTY."""

DROPPED = object()
"""What a reader gives for a value that cannot be kept; the finding is taken down."""
EMPTY = object()
"""What a reader gives for an empty text or list: as if the key were not there."""

_A_TEXT = N_("a text in quotes")
_A_TABLE = N_("a table in braces")
_EXPECTED = {
    Shape.NUMBER: N_("a number"), Shape.QUANTITY: N_("a number or a text"), Shape.FLAG: N_("true or false"),
    Shape.DATE: N_("a date"), Shape.DAY: N_("a date"), Shape.MOMENT: N_("a date, or a date and a time"),
    Shape.CLOCK: N_("a time of day"), Shape.POINT: N_("a point [x, y]"), Shape.POLYGON: N_("a list of points [x, y]"),
    Shape.TABLE: _A_TABLE, Shape.TEXT: N_("a text in quotes or a language table"),
    Shape.PROSE: N_("a text in quotes or a language table"), Shape.PARTY: N_("an id in quotes or a language table"),
}  # fmt: skip


def found(value: Any) -> Said:
    """What kind of value stands there, in words."""
    match value:
        case bool():
            word = N_("true or false")
        case int() | float():
            word = N_("a number")
        case str():
            word = N_("a text")
        case date():
            word = N_("a date")
        case time():
            word = N_("a time of day")
        case list():
            word = N_("a list")
        case _:
            word = N_("a table")
    return Said(word)


class Values:
    """A family of readers that takes its findings down in one place."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def wrong(self, field: Field, value: Any, where: Where) -> Any:
        """DROPPED, with the finding that the field takes another kind of value."""
        expected = Said(_EXPECTED.get(field.shape, _A_TEXT))
        example = f"{field.key} = {field.example}"
        self.findings.add("E101", where, key=field.key, expected=expected, found=found(value), example=example)
        return DROPPED

    def no_record(self, name: str, value: Any, where: Where) -> Any:
        """DROPPED, with the finding that a record should stand there."""
        kind = Said(_A_TABLE)
        self.findings.add("E101", where, key=name, expected=kind, found=found(value), example=f"[[{name}]]")
        return DROPPED
