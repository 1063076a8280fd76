"""What a cell says of places at a fair: halls, stands and their spellings."""

import re

_HALL = re.compile(r"(?:зал|зала|павильон|павільён|hall|halle|pavilion)\b[\s.:№#]*", re.IGNORECASE)


def hall_label(label: str) -> str:
    """The label of a hall without the word for a hall: "Hall 10.2" -> "10.2"."""
    return _HALL.sub("", label).strip() or label.strip()


def code_key(code: str) -> str:
    """What two spellings of a stand's code have in common, within its hall."""
    return re.sub(r"[\W_]+", "", code).casefold()
