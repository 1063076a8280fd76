"""What goes on after midnight ends before it starts by the clock, and that is no mistake."""

import pytest

from tests.catalogue.catalogues import codes


@pytest.mark.parametrize(
    ("starts", "ends", "is_odd"),
    [
        ("23:00:00", "00:00:00", False),
        ("22:15:00", "02:30:00", False),
        ("20:00:00", "08:00:00", False),
        ("12:00:00", "11:00:00", True),
        ("14:00:00", "13:30:00", True),
        ("10:00:00", "10:00:00", True),
    ],
)
def test_an_end_after_midnight_is_told_from_a_mistyped_one(starts, ends, is_odd):
    found = codes(f'[[session]]\nid = "s"\ntitle = "S"\ndate = 2025-09-29\nstarts = {starts}\nends = {ends}\n')
    assert ("W302" in found) == is_odd
