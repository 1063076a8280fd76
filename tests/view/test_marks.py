"""The letters that a query met, also by another name of a place and by initials."""

import pytest

from guide.view.marks import marks


def marked(text: str, *words: str) -> str:
    made, at = "", 0
    for start, end in marks(text, words):
        made += f"{text[at:start]}[{text[start:end]}]"
        at = end
    return made + text[at:]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Полесье", ("полесье",), "[Полесье]"),
        ("Полесье", ("polesie",), "[Полесье]"),
        # A place by another name of it, in any language.
        ("Минск · станки", ("менск",), "[Минск] · станки"),
        ("Витебская область", ("віцебск",), "[Витебск]ая область"),
        ("Минпромторг России", ("russia",), "Минпромторг [Росси]и"),
        # A code of two letters marks nothing by its beginning.
        ("Быстрый ход, Беларусь", ("рб",), "Быстрый ход, [Беларусь]"),
        # Initials.
        ("Минский тракторный завод", ("мтз",), "[М]инский [т]ракторный [з]авод"),
        ("Минский тракторный завод", ("mtz",), "[М]инский [т]ракторный [з]авод"),
        ("ОАО «Минский тракторный завод»", ("мтз",), "ОАО «[М]инский [т]ракторный [з]авод»"),
        ("Завод приборов и средств автоматики", ("зпса",), "[З]авод [п]риборов и [с]редств [а]втоматики"),
        ("МТЗ, Минский тракторный завод", ("мтз",), "[МТЗ], Минский тракторный завод"),
        ("Минский завод", ("мз",), "Минский завод"),
        ("Минск", (), "Минск"),
        ("", ("мтз",), ""),
    ],
)
def test_what_is_marked(text, words, shown):
    assert marked(text, *words) == shown
