"""What a text would have been, typed with another keyboard layout on: gjktcmt is «полесье»."""

# The letter keys, row by row, of the English, the Russian and the Belarusian layout; then the same with Shift.
_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_BELARUSIAN = "ёйцукенгшўзх'фывапролджэячсмітьбю." + "ЁЙЦУКЕНГШЎЗХ'ФЫВАПРОЛДЖЭЯЧСМІТЬБЮ,"

_TO_RUSSIAN = str.maketrans(_ENGLISH, _RUSSIAN)
_TO_BELARUSIAN = str.maketrans(_ENGLISH, _BELARUSIAN)
_TO_ENGLISH = str.maketrans(
    {
        **{letter: key for key, letter in zip(_ENGLISH, _BELARUSIAN, strict=True) if letter.isalpha()},
        **{letter: key for key, letter in zip(_ENGLISH, _RUSSIAN, strict=True) if letter.isalpha()},
    }
)
# Letters that Kazakh and Kyrgyz keys have where the others have digits: they stay beside letters of any layout.
_BEYOND = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")
# Russian words typed with the Belarusian layout on, and the reverse.
_RUSSIAN_FROM_BELARUSIAN = str.maketrans("ўіЎІ", "щиЩИ")
_BELARUSIAN_FROM_RUSSIAN = str.maketrans("щиЩИъЪ", "ўіЎІ''")


def to_russian(text: str) -> str:
    """The text that the same keys give on the Russian layout."""
    return text.translate(_TO_RUSSIAN)


def to_belarusian(text: str) -> str:
    """The text that the same keys give on the Belarusian layout."""
    return text.translate(_TO_BELARUSIAN)


def to_english(text: str) -> str:
    """The text that the same keys, Russian or Belarusian letters, give on the English layout."""
    return text.translate(_TO_ENGLISH)


def readings(text: str) -> list[str]:
    """What a typed piece may have been meant to be on the other layouts, the likeliest first; none for digits."""
    cyrillic = any("\u0400" <= c <= "\u052f" and c not in _BEYOND for c in text)
    latin = any(c.isascii() and c.isalpha() for c in text)
    if cyrillic and not latin:
        english = to_english(text)
        # Latin words hold no punctuation but a dot, so a letter that becomes some was meant.
        found = [english] if english.replace(".", "", 1).isalnum() or not text.isalpha() else []
        found += [text.translate(_RUSSIAN_FROM_BELARUSIAN), text.translate(_BELARUSIAN_FROM_RUSSIAN)]
    elif latin and not cyrillic:
        found = [to_russian(text), to_belarusian(text)]
    else:
        found = []
    return [reading for reading in dict.fromkeys(found) if reading != text and _is_word(reading, len(text))]


def _is_word(reading: str, typed: int) -> bool:
    """Whether letters that became punctuation left a word: not at its start, and more than one letter of several."""
    return reading[0].isalnum() and sum(map(str.isalnum, reading)) >= min(typed, 2)


def rows() -> tuple[str, ...]:
    """The rows of keys of the layouts, small letters only: neighbours in them are often mistaken for each other."""
    return tuple(
        layout[start:end]
        for layout in (_ENGLISH, _RUSSIAN, _BELARUSIAN)
        for start, end in ((1, 13), (13, 24), (24, 33))
    )


def tables() -> dict[str, str]:
    """The keys of each layout in one order, for a program in another language that reads as :func:`readings` does."""
    return {"english": _ENGLISH, "russian": _RUSSIAN, "belarusian": _BELARUSIAN}
