"""What was typed with another keyboard layout on is read as it was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.search.layouts import readings, to_belarusian, to_english, to_russian


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gjktcmt", "полесье"),
        ("vnp", "мтз"),
        (",tkfp", "белаз"),
        ("'ktrnhjcbkf", "электросила"),
        ("[jkjl", "холод"),
        ("GJKTCMT", "ПОЛЕСЬЕ"),
        ("{jkjl", "Холод"),
        ("bycnbnen", "інстітут"),
        ("Гтшеув", "United"),
        ("холдінг", "холдинг"),
        ("орбўа", "орбща"),
    ],
)
def test_is_read_as_meant(typed, meant):
    assert meant in readings(typed)


def test_numbers_and_mixed_scripts_have_no_other_reading():
    assert readings("2025") == []
    assert readings("7С5a") == []


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя"))
def test_there_and_back_in_russian(word):
    assert to_russian(to_english(word)) == word


@given(st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюя"))
def test_there_and_back_in_belarusian(word):
    assert to_belarusian(to_english(word)) == word


@given(st.text())
def test_any_text_has_readings_without_complaint(text):
    assert text not in readings(text)
