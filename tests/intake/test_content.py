"""What cells look like, whatever their column is called."""

import pytest

from guide.intake.content import PHONE, looks_like


@pytest.mark.parametrize(
    ("cell", "sort"),
    [
        ("+375 17 200-00-00", PHONE),
        ("8 017 200 00 00, 8 029 111 22 33", PHONE),
        ("+375 17 200-00-00 +375 29 100 00 00", PHONE),
        ("тел. 200-00-00; 300-00-00", PHONE),
        ("(017) 200-00-00 доб. 12, +375 17 2000000", PHONE),
        # To try every way in which such a row may be cut into numbers would take years.
        ("1234567 " * 60 + "x", ""),
        ("1234567, " * 60 + "x", ""),
        ("1234567 + " * 60 + "x", ""),
    ],
)
def test_rows_of_telephone_numbers_are_told_from_what_only_begins_like_them(cell: str, sort: str) -> None:
    assert looks_like(cell) == sort
