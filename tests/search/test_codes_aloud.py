"""Stand codes as they are said and typed by ear: Д is D, Г is G."""

import pytest

from guide.search.stands import code_key


@pytest.mark.parametrize(
    ("typed", "printed"), [("2д22", "2D22"), ("г5", "G5"), ("7 ф 1", "7F1"), ("л-03", "L3"), ("з9", "Z9")]
)
def test_a_letter_without_a_twin_means_the_one_that_sounds_like_it(typed, printed):
    assert code_key(typed) == code_key(printed)


@pytest.mark.parametrize(("one", "other"), [("Б5", "В5"), ("П5", "Р5"), ("Ц5", "С5"), ("Б5", "B5")])
def test_rows_of_a_cyrillic_plan_stay_apart(one, other):
    assert code_key(one) != code_key(other)
