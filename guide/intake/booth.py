"""A place at a fair as a cell names it, before halls and stands are made of it."""

from typing import NamedTuple

STAND, HALL, OUTDOOR, DIGITAL, TO_FOLLOW = "stand", "hall", "outdoor", "digital", "to follow"
"""The kinds of places: one with a code, a hall where only that is known, one in the open, none but online, none yet."""


class Booth(NamedTuple):
    """One place at a fair.

    ``hall`` is the label of its hall ("26", "10.2", "FG"), ``code`` what hangs over it, as it is written, ``sub``
    the number within a shared stand, ``named`` the hall as the cell has it («Павильон 2, зал 1») where that is more
    than its label. Each is "" where the cell does not say it.
    """

    hall: str = ""
    code: str = ""
    sub: str = ""
    kind: str = STAND
    named: str = ""
